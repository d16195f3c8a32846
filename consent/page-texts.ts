import type { Badge, Form, Language } from './company.ts'
import { EN } from './page-texts-en.ts'
import { FORMAL_ES } from './page-texts-es-formal.ts'
import { ES } from './page-texts-es.ts'
import { PT } from './page-texts-pt.ts'

/** What the pages say beside what the form on them says, in one language. `{company}` is the company's name. */
export type PageTexts = {
  readonly formTitle: string
  readonly languages: string
  readonly fault: string
  readonly lookAgain: string
  readonly startAgain: string
  readonly anyCountry: string
  readonly otherWays: string
  readonly wroteIt: string
  readonly lookNow: string
  readonly notYet: string
  readonly anotherCode: string
  readonly toForm: string
  readonly isItReally: string

  readonly missing: string
  readonly missingAbout: string
  readonly foreign: string
  readonly foreignAbout: string
  readonly trouble: string
  readonly troubleAbout: string
  readonly busy: string
  readonly busyAbout: string

  /** While a device works out what is asked for before an opt-out is taken. */
  readonly working: string
  readonly workingAbout: string
  readonly isStuck: string
  /** The opt-out word to write in the chat. */
  readonly stopWord: string

  readonly link: LinkTexts

  readonly sender: SenderTexts
}

/** What the page of a personal link says. `{number}` is the person's own, masked. */
export type LinkTexts = {
  readonly toNumber: string
  readonly another: string
  /** What a yes comes to where the link itself proves the number. */
  readonly atOnce: string
  readonly used: string
  readonly usedAbout: string
  readonly closed: string
  readonly closedAbout: string
}

/** What the page "is this number really theirs?" says. `{number}` is the sender's, `{name}` what the chat shows. */
export type SenderTexts = {
  readonly title: string
  readonly about: string
  readonly copyIt: string
  readonly compare: string
  readonly pasteHere: string
  readonly pasteHow: string
  readonly check: string
  readonly unclear: string
  readonly isTheirs: string
  readonly isTheirsToo: string
  readonly isTheirsAbout: string
  readonly isNotTheirs: string
  readonly isNotTheirsAbout: string
  readonly recognise: string
  readonly recogniseHow: string
  readonly info: string
  readonly badge: { readonly [badge in Badge]: string }
  readonly neverAsks: string
  readonly never: readonly string[]
  readonly stop: string
  readonly stopHow: string
  readonly block: string
  readonly blockHow: string
  readonly trademark: string
}

/** What the pages say in each language. */
export const PAGE_TEXTS: { readonly [language in Language]: PageTexts } = { es: ES, pt: PT, en: EN }

/** The same as a form speaks to people: in Spanish with `tú` or `usted`. */
export const pageTextsOf = (
  form: Pick<Form, 'spanish'> | undefined,
  language: Language,
): PageTexts => (language === 'es' && form?.spanish === 'formal' ? FORMAL_ES : PAGE_TEXTS[language])
