import { Hono } from 'hono'
import { problem } from '../../actions/problem.ts'
import { requestIdOf } from '../answered.ts'
import type { Bindings, HttpDeps } from '../deps.ts'
import { refuse } from '../problems.ts'
import { formPageRoutes } from './form-routes.ts'
import { linkPageRoutes } from './link-routes.ts'
import { languageFor } from '../languages.ts'
import { sendPage } from './page.ts'
import { wantsPage } from './refuse-visit.ts'
import { senderPageRoutes } from './sender-routes.ts'
import { stopPageRoutes } from './stop-routes.ts'
import { troublePage } from './trouble-page.ts'

/** The pages that people see. A fault of ours is told to them in a sentence. */
export const pageRoutes = (deps: HttpDeps) => {
  const pages = new Hono<Bindings>()
  pages.onError((error, c) => {
    deps.report(`${c.req.method} ${c.req.routePath}`, error, requestIdOf(c.req))
    const isOurs = !deps.isUnavailable?.(error)
    if (!wantsPage(c)) return refuse(c, problem(isOurs ? 'internal' : 'unavailable'))
    return sendPage(c, deps, troublePage(languageFor(c.req), 'trouble'), isOurs ? 500 : 503)
  })
  return pages
    .route('/f', stopPageRoutes(deps))
    .route('/f', formPageRoutes(deps))
    .route('/l', linkPageRoutes(deps))
    .route('/n', senderPageRoutes(deps))
}
