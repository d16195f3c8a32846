import type { Template, TemplatePart } from './template.ts'

/** `must`: Meta would refuse it, or the guidelines or a law do. `should`: it may pass, and is better mended. */
export const WEIGHTS = ['must', 'should'] as const
export type Weight = (typeof WEIGHTS)[number]

/** A template that is being read, and what has to be known of its company. */
export type TemplateRead = {
  readonly template: Template
  /** What people know the company by: its name, and what WhatsApp shows above the chats with its senders. */
  readonly names: readonly string[]
  /** Opt-out words with a second meaning that every sender takes. */
  readonly alsoStopOn: readonly string[]
}

/** One row of the table of what is looked for in a template. A number, once given, keeps its meaning. */
export type TemplateRule<Name extends string = string> = {
  readonly number: number
  /** The machine word. */
  readonly rule: Name
  readonly weight: Weight
  /** Where it is found: `body`, `buttons.1`, `buttons.1.url`. */
  readonly findIn: (read: TemplateRead) => readonly string[]
}

/** The places of those parts that something is true of. */
export const whereverIn = (
  parts: readonly TemplatePart[],
  isSo: (text: string) => boolean,
): readonly string[] => parts.filter(({ text }) => isSo(text)).map(({ where }) => where)

/** A place, if something is true. */
export const at = (where: string, isSo: boolean): readonly string[] => (isSo ? [where] : [])
