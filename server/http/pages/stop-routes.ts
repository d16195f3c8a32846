import { type Context, Hono } from 'hono'
import { isPhoneProblem } from '../../../consent/phone-problem.ts'
import { StopOnPage } from '../../../contract/pages.ts'
import type { WorkDone } from '../../../contract/opt-out.ts'
import { isProblem } from '../../actions/problem.ts'
import { readTypedPhone } from '../../actions/read-typed-phone.ts'
import { optOutByForm } from '../../actions/opt-out-by-form.ts'
import { clientIp } from '../client-ip.ts'
import type { Bindings, HttpDeps } from '../deps.ts'
import { foreignPage } from './confirming-page.ts'
import { type FormVisit, formVisit } from './form-visit.ts'
import { countryFor } from '../languages.ts'
import { addressOf } from '../rate-limits.ts'
import { isFromOurPage } from './own-origin.ts'
import { sendPage } from './page.ts'
import { readFields } from './read-fields.ts'
import { refuseVisit } from './refuse-visit.ts'
import { stoppedPage, stopPage } from './stop-page.ts'
import { workPage } from './work-page.ts'

/** GET·POST /f/{form}/stop: the way out by typed number, at every sender. Pressed twice it is said twice. */
export const stopPageRoutes = (deps: HttpDeps) =>
  new Hono<Bindings>()
    .get('/:form/stop', async (c) => {
      const visit = await formVisit(deps, c.req, c.req.param('form'))
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      const typed = { phone: '', country: countryFor(c.req, visit.found.form.countries) }
      return sendPage(c, deps, stopPage(deps, visit, { typed, complaint: null }))
    })
    .post('/:form/stop', async (c) => {
      const visit = await formVisit(deps, c.req, c.req.param('form'))
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      if (!isFromOurPage(c.req, deps.publicUrl)) {
        return sendPage(c, deps, foreignPage(visit), 403)
      }
      const read = await readFields(c.req, StopOnPage)
      const typed = isProblem(read) ? { phone: '', country: '' } : read
      // A no is taken from any country.
      const phone = readTypedPhone(deps, typed, [])
      if (isPhoneProblem(phone)) {
        const entry = { typed, complaint: phone, isFocused: true }
        return sendPage(c, deps, stopPage(deps, visit, entry), 422)
      }
      const stopped = await stopTyped(deps, c, visit, { ...typed, phone })
      if (!isProblem(stopped)) return sendPage(c, deps, stoppedPage(visit))
      if (stopped.problem !== 'work-needed') return refuseVisit(c, deps, stopped)
      const unworked = { typed, work: stopped.more?.['work'] }
      return sendPage(c, deps, workPage(deps, visit, unworked), 429)
    })

const stopTyped = (
  deps: HttpDeps,
  c: Context<Bindings>,
  { found, language }: FormVisit,
  { phone, work }: { readonly phone: string; readonly work?: WorkDone | undefined },
) =>
  optOutByForm(deps, found.form.id, {
    person: { kind: 'phone', value: phone },
    evidence: {
      ip: clientIp(c, deps),
      userAgent: c.req.header('user-agent')?.slice(0, 300),
      page: `${deps.publicUrl}/f/${found.form.id}/stop`,
      language,
    },
    address: addressOf(deps, c),
    work,
  })
