import type { Kind } from './category.ts'
import type { Language } from './company.ts'

/**
 * What a button of a template does. `other` is one whose kind has rules of its own that are not read here,
 * a flow or a catalogue; its text still is.
 */
export type TemplateButton =
  | { readonly kind: 'quick-reply'; readonly text: string; readonly payload?: string | undefined }
  | { readonly kind: 'url'; readonly text: string; readonly url: string }
  | {
      readonly kind: 'phone' | 'copy-code' | 'one-time-code' | 'other'
      readonly text: string
    }

/** The text of a message that WhatsApp lets a business send first. `service` is submitted to Meta as utility. */
export type Template = {
  readonly kind: Kind
  readonly language: Language
  readonly header?: string | undefined
  readonly body: string
  readonly footer?: string | undefined
  readonly buttons?: readonly TemplateButton[] | undefined
}

/** A text of a template, and where it stands: `header`, `body`, `footer`, `buttons.0`. */
export type TemplatePart = { readonly where: string; readonly text: string }

/** Header, body and footer, where there are any. */
export const textsOf = ({ header, body, footer }: Template): readonly TemplatePart[] =>
  [
    { where: 'header', text: header ?? '' },
    { where: 'body', text: body },
    { where: 'footer', text: footer ?? '' },
  ].filter(({ text }) => text !== '')

/** What is written on the buttons. */
export const buttonTextsOf = ({ buttons = [] }: Template): readonly TemplatePart[] =>
  buttons.map(({ text }, index) => ({ where: `buttons.${index}`, text }))

/** Where links lead, `buttons.0.url`. */
export const buttonUrlsOf = ({ buttons = [] }: Template): readonly TemplatePart[] =>
  buttons.flatMap((button, index) =>
    button.kind === 'url' ? [{ where: `buttons.${index}.url`, text: button.url }] : [],
  )

/** Anything between doubled braces that Meta takes: a number, or a name of small letters, digits and `_`. */
export const PLACEHOLDER = /\{\{(?:[1-9]\d?|[a-z][a-z0-9_]{0,31})\}\}/gu

/** A text without its placeholders, each of which leaves a gap behind. */
export const withoutPlaceholders = (text: string): string => text.replace(PLACEHOLDER, ' ')

/** The sentences of a text, lines apart. A full stop inside a link or a number ends none. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/[.!?…]+(?=\s|$)|\n+/u).filter((sentence) => sentence.trim() !== '')
