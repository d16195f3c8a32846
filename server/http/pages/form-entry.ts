import type { HonoRequest } from 'hono'
import type * as v from 'valibot'
import { isPhoneProblem } from '../../../consent/phone-problem.ts'
import type { FormOnPage } from '../../../contract/pages.ts'
import type { Problem } from '../../actions/problem.ts'
import { readTypedPhone } from '../../actions/read-typed-phone.ts'
import type { Deps } from '../../ports.ts'
import type { FormEntry } from './form-page.ts'
import type { FormVisit } from './form-visit.ts'
import { countryFor } from '../languages.ts'

/** What a person typed and ticked on the page. */
export type FilledPage = v.InferOutput<typeof FormOnPage>

/** The form as it begins: nothing ticked, and an attempt of its own. */
export const freshEntry = (
  { ids }: Deps,
  request: HonoRequest,
  { found }: FormVisit,
): FormEntry => ({
  phone: {
    typed: { phone: '', country: countryFor(request, found.form.countries) },
    complaint: null,
  },
  ticked: [],
  isTickMissing: false,
  attempt: Buffer.from(ids.random(16)).toString('hex'),
  news: null,
})

/** The form as it comes back: what was typed, and beside each field what is wrong with it. */
export const mend = (
  deps: Deps,
  request: HonoRequest,
  visit: FormVisit,
  filled: FilledPage | null,
  refused: Problem,
): FormEntry => {
  const fresh = freshEntry(deps, request, visit)
  if (filled === null) return { ...fresh, news: visit.words.startAgain }
  const typed = { phone: filled.phone, country: filled.country }
  // Other words than those that were ticked: each is asked for again.
  if (refused.problem === 'notice-out-of-date') {
    return { ...fresh, phone: { typed, complaint: null }, news: visit.texts.noticeChanged }
  }
  const phone = readTypedPhone(deps, filled, visit.found.form.countries)
  const complaint = isPhoneProblem(phone) ? phone : null
  const isTickMissing = filled.categories.length === 0
  const isOurs = complaint !== null || isTickMissing
  return {
    phone: { typed, complaint, isFocused: !isTickMissing },
    ticked: filled.categories,
    isTickMissing,
    attempt: filled.attempt,
    news: isOurs ? visit.words.lookAgain : visit.words.startAgain,
  }
}
