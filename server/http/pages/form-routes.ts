import { Hono, type Context } from 'hono'
import { canonicalJson } from '../../../consent/canonical.ts'
import { isPhoneProblem } from '../../../consent/phone-problem.ts'
import { FormOnPage, StatusOnPage } from '../../../contract/pages.ts'
import { continueOptIn, type ContinuedOptIn } from '../../actions/continue-opt-in.ts'
import { handInForm } from '../../actions/hand-in-form.ts'
import { isProblem, type Problem } from '../../actions/problem.ts'
import { readTypedPhone } from '../../actions/read-typed-phone.ts'
import { clientIp } from '../client-ip.ts'
import type { Bindings, HttpDeps } from '../deps.ts'
import { PROBLEM_TABLE } from '../problems.ts'
import { refusedHandIn } from '../rate-limits.ts'
import { confirmingPage, declinedPage, expiredPage, foreignPage } from './confirming-page.ts'
import { formPage } from './form-page.ts'
import { formVisit, type FormVisit } from './form-visit.ts'
import { freshEntry, mend, type FilledPage } from './form-entry.ts'
import { isFromOurPage } from './own-origin.ts'
import { sendPage } from './page.ts'
import { readFields } from './read-fields.ts'
import { refuseVisit } from './refuse-visit.ts'

/** GET·POST /f/{form} and POST /f/{form}/status: the form as a page that needs no script. */
export const formPageRoutes = (deps: HttpDeps) =>
  new Hono<Bindings>()
    .get('/:form', async (c) => {
      const visit = await formVisit(deps, c.req, c.req.param('form'))
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      return sendPage(c, deps, formPage(deps, visit, freshEntry(deps, c.req, visit)))
    })
    .post('/:form', async (c) => {
      const visit = await formVisit(deps, c.req, c.req.param('form'))
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      if (!isFromOurPage(c.req, deps.publicUrl)) {
        return sendPage(c, deps, foreignPage(visit), 403)
      }
      const fields = new URLSearchParams(await c.req.text())
      if (fields.get('answer') === 'no') return sendPage(c, deps, declinedPage(visit))
      const filled = await readFields(c.req, FormOnPage)
      const optIn = isProblem(filled) ? filled : await handIn(deps, c, visit, filled)
      if (isTooMany(optIn)) return refuseVisit(c, deps, optIn)
      if (!isProblem(optIn)) return sendPage(c, deps, confirmingPage(visit, optIn, false))
      const entry = mend(deps, c.req, visit, isProblem(filled) ? null : filled, optIn)
      return sendPage(c, deps, formPage(deps, visit, entry), statusOf(optIn))
    })
    .post('/:form/status', async (c) => {
      const visit = await formVisit(deps, c.req, c.req.param('form'))
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      const asked = await readFields(c.req, StatusOnPage)
      const optIn = isProblem(asked)
        ? asked
        : await continueOptIn(deps, visit.found.form.id, asked.id, asked.watch)
      // A token that is no good shows nothing, and is told from one that is long forgotten by nobody.
      return isProblem(optIn)
        ? sendPage(c, deps, expiredPage(visit), 404)
        : sendPage(c, deps, confirmingPage(visit, optIn, true))
    })

/** Hands the form in, and takes the person up where it then stands: a repeat may long be confirmed. */
const handIn = async (
  deps: HttpDeps,
  c: Context<Bindings>,
  { found, language }: FormVisit,
  filled: FilledPage,
): Promise<ContinuedOptIn | Problem> => {
  const { form } = found
  const phone = readTypedPhone(deps, filled, form.countries)
  if (isPhoneProblem(phone)) return phone
  if (filled.categories.length === 0) return { problem: 'body-not-valid' }
  const ip = clientIp(c, deps)
  const tooMany = await refusedHandIn(deps, c, form.id, phone)
  if (tooMany) return tooMany
  const { noticeToken, categories, attempt } = filled
  const taken = await handInForm(deps, {
    form: form.id,
    noticeToken,
    // Somebody who goes back and changes what was ticked hands in another form, from the same page.
    attempt: deps.sealer.digest(canonicalJson([attempt, noticeToken, phone, categories])),
    phone,
    categories,
    language,
    page: `${deps.publicUrl}/f/${form.id}`,
    ip,
    userAgent: c.req.header('user-agent')?.slice(0, 300),
  })
  if (isProblem(taken)) return taken
  return continueOptIn(deps, form.id, taken.submission.id, taken.watch)
}

const isTooMany = (answer: ContinuedOptIn | Problem): answer is Problem =>
  isProblem(answer) && answer.problem === 'too-many-requests'

/** A form that lacks something is no bad request: it comes back to be mended. */
const statusOf = ({ problem }: Problem) =>
  problem === 'body-not-valid' ? 422 : PROBLEM_TABLE[problem][0]
