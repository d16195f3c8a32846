import type { Language } from './company.ts'
import type { Notice } from './notice.ts'

const DRAFTS: { readonly [language in Language]: (what: string, who: string) => string } = {
  es: (what, who) => `Sí, quiero recibir ${what} de ${who} por WhatsApp.`,
  pt: (what, who) => `Sim, quero receber ${what} de ${who} pelo WhatsApp.`,
  en: (what, who) => `Yes, I want to receive ${what} from ${who} on WhatsApp.`,
}

const AND: { readonly [language in Language]: string } = { es: ' y ', pt: ' e ', en: ' and ' }

/** What a person agrees to, in the person's own words: the sentence that stands after a link code. */
export const chatDraft = (notice: Notice, categories: readonly string[]): string => {
  const titles = notice.categories
    .filter(({ id }) => categories.includes(id))
    .map(({ title }) => `“${title}”`)
  const last = titles.slice(-1).join('')
  const what =
    titles.length > 1 ? `${titles.slice(0, -1).join(', ')}${AND[notice.language]}${last}` : last
  return DRAFTS[notice.language](what, notice.company.name)
}
