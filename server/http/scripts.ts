import { Hono } from 'hono'
import { languagesOf } from '../../consent/notice.ts'
import { findForm } from '../actions/find-form.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { shownForm } from '../actions/show-form.ts'
import type { HttpDeps } from './deps.ts'
import { formView } from './form-view.ts'
import { refuse } from './problems.ts'

const JAVASCRIPT = 'text/javascript; charset=utf-8'

/** GET /f/{form}.js: the widget and this form in one request. GET /w/{version}/widget.js: the widget alone, for ever. */
export const scriptRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/f/:file{frm_[a-z0-9_-]+\\.js}', async (c) => {
      const found = await findForm(deps.memory, c.req.param('file').replace(/\.js$/u, ''))
      if (isProblem(found)) return refuse(c, found)
      const views = languagesOf(found.company, found.form).map((language) =>
        formView(deps, shownForm(deps, found, language)),
      )
      // A script of another origin may be embedded anywhere; what it can do is checked where it acts.
      return c.body(`${deps.widget.code}\n;Quiero.start(${asScript(views)})`, 200, {
        'Content-Type': JAVASCRIPT,
        'Cache-Control': 'public, max-age=300',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
    })
    .get('/w/:version/widget.js', (c) => {
      if (c.req.param('version') !== deps.widget.version) return refuse(c, problem('not-found'))
      return c.body(deps.widget.code, 200, {
        'Content-Type': JAVASCRIPT,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
    })

/** JSON that may stand in a script: two line ends are JSON and were not JavaScript before 2019. */
const asScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
