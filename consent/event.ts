import type { EventId, PersonId } from './mark.ts'
import type { Moment } from './moment.ts'
import type { Proof } from './proof.ts'
import type { Meaning } from './read-message.ts'
import type { BurstSign } from './typed-stops.ts'

/** How a message came to us, which is part of its proof (design R3). */
export const HEARD_BY = ['signed', 'secret-path', 'handed-in'] as const
export type HeardBy = (typeof HEARD_BY)[number]

/** Where an act was taken. */
export const SOURCES = [
  'form',
  'link',
  'agent',
  'import',
  'api',
  'sms',
  'email',
  'provider',
] as const
export type Source = (typeof SOURCES)[number]

/** What a yes covers: categories, at the senders that its notice named. */
export type Grant = {
  readonly categories: readonly string[]
  readonly senders: readonly string[]
  readonly form: string | null
  /** The notice's hash; null where the words were the company's own. */
  readonly notice: string | null
  /** The printed piece whose code was sent. */
  readonly piece?: string | undefined
}

/** What happened. Nothing in it tells who the person is; that is sealed beside it as evidence. */
export type Act =
  | ({ readonly kind: 'opt_in'; readonly proof: Proof; readonly source: Source } & Grant & {
        /** Categories that the person refused in the same act. */
        readonly refused: readonly string[]
        /** The company's own name of the import that it came with. */
        readonly import?: string | undefined
      })
  | {
      readonly kind: 'opt_out'
      readonly source: Source
      /** Null: everything, at the senders named. */
      readonly categories: readonly string[] | null
      readonly senders: readonly string[]
      readonly import?: string | undefined
    }
  | {
      readonly kind: 'message'
      readonly sender: string
      readonly heardBy: HeardBy
      readonly meaning: Meaning
      /** Whether everything stops at this sender: an opt-out word, or a suspected one where the sender is strict. */
      readonly stops: boolean
      readonly granted: Grant | null
      readonly revoked: readonly string[]
    }
  | { readonly kind: 'platform_stop' | 'platform_resume'; readonly sender: string }
  | { readonly kind: 'provider_block'; readonly sender: string }
  | { readonly kind: 'identity_conflict' | 'identity_settled' }
  /** The person's data went. It is a no to everything, so that nobody is asked again as if they were new. */
  | { readonly kind: 'erased'; readonly senders: readonly string[] }
  /** Nobody's: more opt-outs are typed at a form, or from one address, than people type. It counts for no one. */
  | { readonly kind: 'opt_out_burst'; readonly form: string; readonly by: BurstSign }

/** The one fact that is stored; never changed. */
export type ConsentEvent = {
  readonly id: EventId
  readonly person: PersonId
  readonly moment: Moment
  readonly act: Act
}

/** What proves an event: the person's own data, sealed in the store and erased on request. */
export type Evidence = {
  readonly phone?: string | undefined
  readonly bsuid?: string | undefined
  readonly email?: string | undefined
  readonly external?: string | undefined
  /** The words the person wrote, where they mattered. */
  readonly text?: string | undefined
  readonly button?: string | undefined
  /** The link code that tied a message to a form. */
  readonly code?: string | undefined
  readonly ip?: string | undefined
  readonly userAgent?: string | undefined
  /** The page, without its query. */
  readonly page?: string | undefined
  readonly language?: string | undefined
  /** Where the company has an imported act from: a system, a list, a paper form. */
  readonly source?: string | undefined
  /** What the company adds: an order number, a paper form's name, an agent. */
  readonly details?: { readonly [name: string]: string | number | boolean } | undefined
}
