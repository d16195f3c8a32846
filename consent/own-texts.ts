import type { Form, Language } from './company.ts'
import { FORMAL_ES } from './form-texts-es-formal.ts'
import { FORM_TEXTS, type FormTexts } from './form-texts.ts'

/**
 * The texts that a form may say in the company's own words: labels, complaints and what comes after a yes.
 * Not among them is what is said of the number (verified or not), of what was agreed, of a no and of
 * stopping: there every form says the same (design R9). A new text is not changeable until it stands here.
 */
export const CHANGEABLE_TEXTS = [
  'phone',
  'country',
  'example',
  'phone-empty',
  'phone-not-digits',
  'phone-too-short',
  'phone-too-long',
  'phone-not-valid',
  'phone-premium',
  'phone-country-not-offered',
  'not-in-use',
  'sending',
  'continue',
  'sendThis',
  'openWhatsApp',
  'waiting',
  'waitHere',
  'byHand',
  'confirmed',
  'expired',
  'tooLate',
  'not-sent',
  'not-available',
  'back',
] as const satisfies readonly (keyof FormTexts)[]

export type ChangeableText = (typeof CHANGEABLE_TEXTS)[number]

/** What a form says beside its notice in a language: Quiero's words, and the company's where it has its own. */
export const formTextsOf = (
  { spanish, texts }: Pick<Form, 'spanish' | 'texts'>,
  language: Language,
): FormTexts => {
  const ours = language === 'es' && spanish === 'formal' ? FORMAL : FORM_TEXTS[language]
  return { ...ours, ...changeableIn(texts?.[language] ?? {}) }
}

const FORMAL: FormTexts = { ...FORMAL_ES.first, ...FORMAL_ES.later }

/** What Quiero says where a form may say something else. */
export const insteadOf = (key: ChangeableText, language: Language): string =>
  FORM_TEXTS[language][key]

/** Those of a form's own texts that it may have. */
const changeableIn = (own: Readonly<Record<string, string>>): Partial<FormTexts> =>
  Object.fromEntries(
    CHANGEABLE_TEXTS.flatMap((key) => {
      const text = own[key]
      return text === undefined ? [] : [[key, text] as const]
    }),
  )

/** The gaps that a text has, each once: `{company}`. A brace that stands alone counts too. */
export const gapsIn = (text: string): readonly string[] => [
  ...new Set(text.match(/\{[^{}]*\}|[{}]/gu)),
]
