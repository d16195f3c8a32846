import type { ReplyAddress } from './reply.ts'

/** What the parts of a template that is left open are filled with. */
export const TEMPLATE_GAPS = ['company', 'categories', 'link'] as const
export type TemplateGap = (typeof TEMPLATE_GAPS)[number]

/** What is sent: our own words while the person's 24-hour window is open, else a template that WhatsApp approved. */
export type OutgoingContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'template'
      /** The provider's name or id of it. */
      readonly name: string
      /** The provider's code of its language: `es_MX`. */
      readonly language: string
      readonly parameters: readonly string[]
    }

/** One message of a business number to a person, in our words. */
export type Outgoing = {
  /** The business number: `+` and digits. */
  readonly from: string
  readonly to: ReplyAddress
  /** Ours, at most 64 letters, digits and marks; a provider that can tells it again with what becomes of it. */
  readonly reference: string
  readonly content: OutgoingContent
}

/**
 * What became of one attempt. `later`: certainly not taken, and worth another attempt. `refused`: certainly not
 * taken, and never will be. `unknown`: nobody can tell whether it was taken, so that it must not be sent again.
 * A reason is a word or a code, never what was sent.
 */
export type Outcome =
  | { readonly outcome: 'sent'; readonly id: string }
  | { readonly outcome: 'later'; readonly reason: string; readonly afterMs: number | null }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string }
