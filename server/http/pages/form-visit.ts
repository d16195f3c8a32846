import type { HonoRequest } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../../consent/company.ts'
import type { FormTexts } from '../../../consent/form-texts.ts'
import { languagesOf } from '../../../consent/notice.ts'
import { pageTextsOf, type PageTexts } from '../../../consent/page-texts.ts'
import { findForm, type FoundForm } from '../../actions/find-form.ts'
import { isProblem, type Problem } from '../../actions/problem.ts'
import { shownForm, type ShownForm } from '../../actions/show-form.ts'
import { noteCompany } from '../answered.ts'
import type { Deps } from '../../ports.ts'
import { languageFor } from '../languages.ts'
import type { Html, LanguageLink, Page } from './page.ts'
import { say } from './say.ts'

/** Somebody at one of a form's pages: the form, in which language, and whether an app is around it. */
export type FormVisit = {
  readonly found: FoundForm
  readonly shown: ShownForm
  readonly language: Language
  readonly texts: FormTexts
  readonly words: PageTexts
  readonly isInApp: boolean
  /** Whether the device is one of Apple's, which read some links in a way of their own. */
  readonly isApple: boolean
}

/** The visit that a request to a form's page is. */
export const formVisit = async (
  deps: Deps,
  request: HonoRequest,
  form: string,
): Promise<FormVisit | Problem> => {
  const found = await findForm(deps.memory, form)
  if (isProblem(found)) return found
  noteCompany(request, found.company.id)
  const language = languageFor(request, languagesOf(found.company, found.form))
  return visitTo(request, found, shownForm(deps, found, language))
}

/** The visit of somebody who is shown a form so. */
export const visitTo = (request: HonoRequest, found: FoundForm, shown: ShownForm): FormVisit => {
  const { texts, language } = shown
  const words = pageTextsOf(found.form, language)
  const isInApp = request.query('view') === 'app'
  const isApple = /iPhone|iPad|iPod|Macintosh/u.test(request.header('user-agent') ?? '')
  return { found, shown, language, texts, words, isInApp, isApple }
}

/** The form's pages, beside the form itself. */
export type Part = '' | '/stop' | '/status'

/** The address of one of the form's pages, which says nothing about the person. */
export const addressIn = (
  { found, isInApp, language }: FormVisit,
  part: Part,
  wanted: Language = language,
): string => `/f/${found.form.id}${part}?language=${wanted}${isInApp ? '&view=app' : ''}`

/** What all of a form's pages have in common. */
export const framed = (visit: FormVisit, part: Part) => {
  const { found, language, isInApp } = visit
  const links = languagesOf(found.company, found.form).map((each): LanguageLink => ({
    language: each,
    href: addressIn(visit, part, each),
  }))
  return {
    language,
    links,
    isInApp,
    theme: found.form.theme ?? {},
    framedBy: found.form.origins,
  } satisfies Partial<Page>
}

/** The way to say no by typed number. */
export const stopLink = (visit: FormVisit): Html => {
  const company = visit.found.company.name
  return html`<a href="${addressIn(visit, '/stop')}">${say(visit.texts.stop, { company })}</a>`
}
