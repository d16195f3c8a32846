import { canonicalJson } from '../../consent/canonical.ts'
import type { Language } from '../../consent/company.ts'
import type { FormTexts } from '../../consent/form-texts.ts'
import { languagesOf, noticeOf, type Notice } from '../../consent/notice.ts'
import { formTextsOf } from '../../consent/own-texts.ts'
import { shownTheme, type ShownTheme } from '../../consent/shown-theme.ts'
import type { Deps } from '../ports.ts'
import type { FoundForm } from './find-form.ts'
import { noticeToken } from './notice-token.ts'
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

/** What a form shows in one of its languages. */
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
