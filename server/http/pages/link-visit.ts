import type { HonoRequest } from 'hono'
import { LANGUAGES, type Language } from '../../../consent/company.ts'
import { FORM_TEXTS } from '../../../consent/form-texts.ts'
import { languagesOf } from '../../../consent/notice.ts'
import { PAGE_TEXTS } from '../../../consent/page-texts.ts'
import { formIn, type FoundForm } from '../../actions/find-form.ts'
import { findLink, type FoundLink } from '../../actions/find-link.ts'
import { noticeToken } from '../../actions/notice-token.ts'
import { isProblem, type Problem } from '../../actions/problem.ts'
import { shownForm, type ShownForm } from '../../actions/show-form.ts'
import { noteCompany } from '../answered.ts'
import type { Deps } from '../../ports.ts'
import { type FormVisit, visitTo } from './form-visit.ts'
import type { LanguageLink } from './page.ts'

/** Somebody at the page of a personal link. */
export type LinkVisit = FoundLink & {
  /** The page's address without its language. It bears the token, so it stands in the page alone. */
  readonly address: string
  readonly language: Language
  /** The form that asks; null where the company has it no more: then only a no can be said. */
  readonly form: FormVisit | null
}

/** The visit that a request to a link's page is. */
export const linkVisit = async (
  deps: Deps,
  request: HonoRequest,
  token: string,
): Promise<LinkVisit | Problem> => {
  const found = await findLink(deps, token)
  if (isProblem(found)) return found
  const { stored, link } = found
  noteCompany(request, stored.document.id)
  const asks = formIn(stored, link.form)
  const spoken = asks ? languagesOf(asks.company, asks.form) : LANGUAGES
  const wished = [request.query('language'), link.language]
  const language = wished.flatMap((wish) => spoken.find((each) => each === wish) ?? [])[0]
  const visit = { ...found, address: `/l/${token}`, language: language ?? spoken[0] ?? 'en' }
  if (!asks) return { ...visit, form: null }
  const form = visitTo(request, asks, await shownTo(deps, visit, asks))
  return { ...visit, form: { ...form, isInApp: false } }
}

/** What the form shows: in the link's language the words that it was made with, whatever has changed since. */
const shownTo = async (
  deps: Deps,
  { stored, link, language }: Omit<LinkVisit, 'form'>,
  asks: FoundForm,
): Promise<ShownForm> => {
  const shown = shownForm(deps, asks, language)
  const made =
    language === link.language ? await deps.memory.of(stored.document.id).notice(link.notice) : null
  if (!made) return shown
  const token = noticeToken(deps.sealer, link.form, link.notice, deps.now())
  return { ...shown, notice: made, noticeToken: token }
}

/** The address of a link's page in a language. */
export const addressOfLink = ({ address, language }: LinkVisit, wanted = language): string =>
  `${address}?language=${wanted}`

/** The same page in the other languages. */
export const linksOfLink = (visit: LinkVisit): readonly LanguageLink[] =>
  visit.form === null
    ? []
    : visit.form.shown.languages.map((language) => ({
        language,
        href: addressOfLink(visit, language),
      }))

/** What a page says that has no form any more. */
export const textsOfLink = ({ language, form }: LinkVisit) => ({
  texts: form?.texts ?? FORM_TEXTS[language],
  words: form?.words ?? PAGE_TEXTS[language],
})
