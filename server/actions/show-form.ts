import { canonicalJson } from '../../consent/canonical.ts'
import type { Language } from '../../consent/company.ts'
import type { FormTexts } from '../../consent/form-texts.ts'
import { languagesOf, noticeOf, type Notice } from '../../consent/notice.ts'
import { formTextsOf } from '../../consent/own-texts.ts'
import { shownTheme, type ShownTheme } from '../../consent/shown-theme.ts'
import type { Deps } from '../ports.ts'
import { findForm, languageOf, type FoundForm } from './find-form.ts'
import { noticeToken } from './notice-token.ts'
import { isProblem, type Problem } from './problem.ts'
import { waysBeforeCode, type WaysBeforeCode } from './ways.ts'

/** What a form shows now, and the token that names it. */
export type ShownForm = {
  readonly form: string
  readonly language: Language
  readonly languages: readonly Language[]
  readonly notice: Notice
  readonly texts: FormTexts
  readonly noticeToken: string
  readonly countries: readonly string[]
  readonly otherCountries: boolean
  readonly theme: ShownTheme
  readonly ways: WaysBeforeCode
  readonly chat: string | null
}

/** Shows a form in the language wanted, or in the one it speaks first. */
export const showForm = async (
  deps: Deps,
  id: string,
  wanted: string | null,
): Promise<ShownForm | Problem> => {
  const found = await findForm(deps.memory, id)
  return isProblem(found) ? found : shownForm(deps, found, languageOf(found, wanted))
}

/** The same for a form that is already found. */
export const shownForm = (deps: Deps, found: FoundForm, language: Language): ShownForm => {
  const { company, form } = found
  const notice = noticeOf(company, form, language)
  const texts = formTextsOf(form, language)
  const hash = deps.sealer.digest(canonicalJson(notice))
  const ways = waysBeforeCode(deps, found, notice)
  return {
    form: form.id,
    language,
    languages: languagesOf(company, form),
    notice,
    texts,
    noticeToken: noticeToken(deps.sealer, form.id, hash, deps.now()),
    countries: form.countries,
    otherCountries: form.otherCountries ?? false,
    theme: shownTheme(form.theme ?? {}),
    ways,
    chat: ways.whatsapp,
  }
}
