import type { Form, Language } from './company.ts'
import { EN } from './reply-texts-en.ts'
import { ES, FORMAL_ES } from './reply-texts-es.ts'
import { PT } from './reply-texts-pt.ts'
import type { ReplyKind } from './reply.ts'

/** What a reply names. */
export type ReplyFacts = {
  readonly company: string
  /** The business numbers it is about, as people read them aloud. */
  readonly numbers: string
  /** Titles, each with how often at most where a notice said so. */
  readonly categories: readonly { readonly title: string; readonly frequency: string | null }[]
  readonly formUrl: string | null
  /** The page "is this number really theirs?". */
  readonly senderUrl: string
  readonly privacyUrl: string
}

/** What the replies say in one language. None of them offers or praises anything (47 CFR 64.1200(a)(12)). */
export type ReplyTexts = {
  readonly confirmOptIn: (facts: ReplyFacts, list: string) => string
  readonly confirmOptOut: (facts: ReplyFacts) => string
  readonly confirmOptOutOf: (facts: ReplyFacts, list: string) => string
  readonly help: (facts: ReplyFacts) => string
  readonly askBack: (facts: ReplyFacts) => string
  readonly freshLink: (facts: ReplyFacts) => string
}

const TEXTS: Readonly<Record<Language, ReplyTexts>> = { es: ES, pt: PT, en: EN }

/** Twilio takes 1,600 characters (error 21617), WhatsApp 4,096: what is listed leaves room for the rest. */
const LIST_LENGTH = 900

/** The words of a reply, in a language and as the company addresses people there. */
export const wordsOfReply = (
  kind: ReplyKind,
  facts: ReplyFacts,
  language: Language,
  { spanish }: Pick<Form, 'spanish'> = {},
): string => {
  const texts = language === 'es' && spanish === 'formal' ? FORMAL_ES : TEXTS[language]
  const list = listed(facts)
  switch (kind) {
    case 'confirmOptIn':
      return texts.confirmOptIn(facts, list)
    case 'confirmOptOut':
      return facts.categories.length === 0
        ? texts.confirmOptOut(facts)
        : texts.confirmOptOutOf(facts, list)
    case 'help':
    case 'askBack':
    case 'freshLink':
      return texts[kind](facts)
  }
}

const listed = ({ categories }: ReplyFacts): string => {
  const whole = categories.map(({ title, frequency }) => lineOf(title, frequency)).join('\n')
  if (whole.length <= LIST_LENGTH) return whole
  const titles = categories.map(({ title }) => lineOf(title, null)).join('\n')
  return titles.length <= LIST_LENGTH ? titles : `${titles.slice(0, LIST_LENGTH)}…`
}

const lineOf = (title: string, frequency: string | null): string =>
  frequency === null ? `• ${title}` : `• ${title} (${frequency})`
