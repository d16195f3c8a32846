import { Hono } from 'hono'
import { isPhoneProblem } from '../../../consent/phone-problem.ts'
import { StopOnPage } from '../../../contract/pages.ts'
import { isProblem } from '../../actions/problem.ts'
import { readTypedPhone } from '../../actions/read-typed-phone.ts'
import { optOutByForm } from '../../actions/record-opt-out.ts'
import { clientIp } from '../client-ip.ts'
import type { Bindings, HttpDeps } from '../deps.ts'
import { foreignPage } from './confirming-page.ts'
import { formVisit } from './form-visit.ts'
import { countryFor } from '../languages.ts'
import { isFromOurPage } from './own-origin.ts'
import { sendPage } from './page.ts'
import { readFields } from './read-fields.ts'
import { refuseVisit } from './refuse-visit.ts'
import { stoppedPage, stopPage } from './stop-page.ts'

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
      const ip = clientIp(c, deps)
      const stopped = await optOutByForm(deps, visit.found.form.id, {
        person: { kind: 'phone', value: phone },
        evidence: {
          ip,
          userAgent: c.req.header('user-agent')?.slice(0, 300),
          page: `${deps.publicUrl}/f/${visit.found.form.id}/stop`,
          language: visit.language,
        },
      })
      if (isProblem(stopped)) return refuseVisit(c, deps, stopped)
      return sendPage(c, deps, stoppedPage(visit))
    })
