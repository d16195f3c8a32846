import type { Language } from './company.ts'
import type { Notice } from './notice.ts'

type Sentence = (what: string, who: string) => string

const DRAFTS: { readonly [language in Language]: Sentence } = {
  es: (what, who) => `Sí, quiero recibir ${what} de ${who} por WhatsApp.`,
  pt: (what, who) => `Sim, quero receber ${what} de ${who} pelo WhatsApp.`,
  en: (what, who) => `Yes, I want to receive ${what} from ${who} on WhatsApp.`,
}

// Without “Sí”, whose accent would double what the SMS costs.
const SHORT_DRAFTS: { readonly [language in Language]: Sentence } = {
  es: (what, who) => `Quiero recibir ${what} de ${who} por WhatsApp.`,
  pt: (what, who) => `Quero receber ${what} de ${who} pelo WhatsApp.`,
  en: (what, who) => `I want to receive ${what} from ${who} on WhatsApp.`,
}

const SUBJECT_DRAFTS: { readonly [language in Language]: (who: string) => string } = {
  es: (who) => `Sí, quiero recibir de ${who} por WhatsApp lo que dice el asunto de este correo.`,
  pt: (who) => `Sim, quero receber de ${who} pelo WhatsApp o que está no assunto deste e-mail.`,
  en: (who) =>
    `Yes, I want to receive what the subject of this e-mail says from ${who} on WhatsApp.`,
}

const AND: { readonly [language in Language]: string } = { es: ' y ', pt: ' e ', en: ' and ' }

const listed = ({ language }: Notice, names: readonly string[]): string => {
  const last = names.slice(-1).join('')
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}${AND[language]}${last}` : last
}

const titlesOf = (notice: Notice, categories: readonly string[]): readonly string[] =>
  notice.categories.filter(({ id }) => categories.includes(id)).map(({ title }) => title)

/** What a person agrees to, in the person's own words: the sentence that stands after a link code. */
export const chatDraft = (notice: Notice, categories: readonly string[]): string => {
  const titles = titlesOf(notice, categories).map((title) => `“${title}”`)
  return DRAFTS[notice.language](listed(notice, titles), notice.company.name)
}

/** The same for an SMS: shorter, and with quotes that an SMS has. */
export const smsDraft = (notice: Notice, categories: readonly string[]): string => {
  const titles = titlesOf(notice, categories).map((title) => `"${title}"`)
  return SHORT_DRAFTS[notice.language](listed(notice, titles), notice.company.name)
}

/** The same for the body of an e-mail whose subject is written before anybody knows what will be ticked. */
export const subjectDraft = ({ language, company }: Notice): string =>
  SUBJECT_DRAFTS[language](company.name)
