import { Hono, type HonoRequest } from 'hono'
import { NumberOnPage } from '../../../contract/pages.ts'
import { checkNumber, findSender, type FoundSender } from '../../actions/check-number.ts'
import { isProblem, type Problem } from '../../actions/problem.ts'
import type { Bindings, HttpDeps } from '../deps.ts'
import { languageFor } from '../languages.ts'
import { addressOf, refusedRate } from '../rate-limits.ts'
import { sendPage } from './page.ts'
import { readFields } from './read-fields.ts'
import { refuseVisit } from './refuse-visit.ts'
import { senderPage, type SenderVisit } from './sender-page.ts'

/** GET·POST /n/{company}/{sender}: is this number really theirs? What is pasted is compared and forgotten. */
export const senderPageRoutes = (deps: HttpDeps) =>
  new Hono<Bindings>()
    .get('/:company/:sender', async (c) => {
      const visit = await senderVisit(deps, c.req, c.req.param())
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      return sendPage(c, deps, senderPage(visit, null))
    })
    .post('/:company/:sender', async (c) => {
      const visit = await senderVisit(deps, c.req, c.req.param())
      if (isProblem(visit)) return refuseVisit(c, deps, visit)
      const tooMany = await refusedRate(deps, c, { ip: addressOf(deps, c) })
      if (tooMany) return refuseVisit(c, deps, tooMany)
      const read = await readFields(c.req, NumberOnPage)
      const pasted = isProblem(read) ? '' : read.number
      const verdict = checkNumber(deps, visit.found, pasted)
      const status = verdict === 'unclear' ? 422 : 200
      return sendPage(c, deps, senderPage(visit, { verdict, pasted }), status)
    })

const senderVisit = async (
  deps: HttpDeps,
  request: HonoRequest,
  { company, sender }: { readonly company: string; readonly sender: string },
): Promise<SenderVisit | Problem> => {
  const found: FoundSender | Problem = await findSender(deps, company, sender)
  if (isProblem(found)) return found
  return { found, language: languageFor(request, found.stored.document.languages) }
}
