import type { Badge, Language, Texts } from '../consent/company.ts'
import type { Kind } from '../consent/category.ts'
import type { Decision, PersonEvent, PersonStatus } from '../client/answers.ts'

/** What the stage needs to know before it can draw: whose chat it is, and where the client's site lives. */
export type StageSetting = {
  readonly language: Language
  readonly company: string
  readonly sender: { readonly phone: string; readonly name: string; readonly badge: Badge }
  readonly shopOrigin: string
}

/** What the panel needs: who may tell it about whom to ask. */
export type PanelSetting = {
  readonly language: Language
  readonly stageOrigins: readonly string[]
  /** Where Quiero tells of all that a backend can ask. */
  readonly reference: string
}

/** A deep link's draft, on its way to the phones that are open. `to` is digits. */
export type Draft = { readonly to: string; readonly text: string }

/** What the business wrote to a person: by number, in digits, or by user id where the number is hidden. */
export type Reply = {
  readonly to: string | null
  readonly bsuid: string | null
  readonly text: string
}

/** What comes to the phone. */
export type Arrival =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'reply'; readonly reply: Reply }

/** POST /demo/phone/send: what the person sends, and from whom it seems to come. */
export type PhoneSend = {
  /** Digits; absent when the person's number is hidden. */
  readonly from?: string | undefined
  readonly bsuid: string
  readonly to: string
  readonly text?: string | undefined
  /** The words under a picture. */
  readonly caption?: string | undefined
  /** What the button of a template carries; `text` is its title. */
  readonly payload?: string | undefined
}

/** What the webhook answered, and how long it took. */
export type PhoneSent = { readonly status: number; readonly ms: number; readonly id: string }

/** Whom the panel asks about. */
export type Asked = { readonly phone: string } | { readonly bsuid: string }

/** What the stage tells the panel, across origins. */
export type StageNote = {
  readonly about: 'quiero-demo'
  readonly language: Language
  readonly asked: Asked
  /** Goes up when something was sent, so that the panel asks at once. */
  readonly turn: number
}

/** What the panel tells the stage: what it knows has changed. */
export type PanelNote = { readonly about: 'quiero-demo'; readonly changed: true }

/** One category as the company's backend knows it, and what Quiero says of it. */
export type Judged = {
  readonly category: { readonly id: string; readonly kind: Kind; readonly title: Texts }
  /** Null where Quiero did not answer. */
  readonly status: number | null
  readonly ms: number
  readonly answer: Decision | { readonly code: string; readonly detail: string }
}

/** POST /backend/ask: all that the panel shows of one person. */
export type BackendView = {
  readonly sender: string
  readonly judged: readonly Judged[]
  readonly person: PersonStatus | null
  readonly events: readonly PersonEvent[]
}
