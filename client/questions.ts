/** Who is meant, by exactly one thing that the person is known by. A phone is best given as `+` and its digits. */
export type Person =
  | { readonly phone: string }
  /** Meta's business-scoped user id. */
  | { readonly bsuid: string }
  | { readonly email: string }
  /** Your own customer id. */
  | { readonly external: string }

/** May this kind of message be sent to this person from this number, now? */
export type MaySendQuestion = {
  readonly person: Person
  /** The sender's id in the company's document. */
  readonly sender: string
  /** The category's id in the company's document. */
  readonly category: string
  /** The name of the template that is to be sent. */
  readonly template?: string | undefined
}

/** What you can show for an act that you took yourself: an order, a recording, a paper. At least one thing. */
export type ActEvidence = { readonly [name: string]: string | number | boolean }

/** A yes that you took elsewhere: at a checkout, in a call, on paper. */
export type OptIn = {
  /** The form whose words the person agreed to, by its id. */
  readonly form: string
  readonly person: Person
  readonly categories: readonly string[]
  /** Categories that the person refused in the same act. */
  readonly refused?: readonly string[] | undefined
  readonly language?: 'es' | 'pt' | 'en' | undefined
  /** Names the notice, where the person was shown one of Quiero's. */
  readonly noticeToken?: string | undefined
  /** How it is known to be this person: `witnessed` unless told otherwise. */
  readonly proof?: 'asserted' | 'witnessed' | undefined
  readonly evidence: ActEvidence
  /** When the person acted, in ISO 8601 with a zone: at most 72 hours ago. */
  readonly at?: string | undefined
  /** Your own id of the act: the same id is the same act, for ever. */
  readonly id?: string | undefined
}

/** A no. It needs no proof and no evidence. */
export type OptOut = {
  readonly person: Person
  /** Left out: all senders. */
  readonly sender?: string | undefined
  /** Left out: everything at the sender. */
  readonly categories?: readonly string[] | undefined
  /** When the person acted, in ISO 8601 with a zone. */
  readonly at?: string | undefined
  readonly evidence?: ActEvidence | undefined
  /** Your own id of the act: the same id is the same act, for ever. */
  readonly id?: string | undefined
}

/** A WhatsApp message that your own system received. */
export type InboundMessage = {
  readonly sender: string
  /** At least one of both. */
  readonly from: { readonly phone?: string | undefined; readonly bsuid?: string | undefined }
  readonly text?: string | undefined
  /** The payload of a button that was pressed. */
  readonly payload?: string | undefined
  /** When the person sent it, in ISO 8601 with a zone. */
  readonly at?: string | undefined
  /** The message's own id: the same id is the same message, for ever. */
  readonly id: string
}

/** What a person who looked found out about somebody in doubt. */
export type Settlement = {
  readonly note?: string | undefined
  /** Another person in doubt who is this same one; left out where they are two. */
  readonly sameAs?: string | undefined
}
