import { Hono } from 'hono'
import type { FormView } from '../../contract/form-view.ts'
import { languagesOf } from '../../consent/notice.ts'
import { findForm } from '../actions/find-form.ts'
import { isProblem } from '../actions/problem.ts'
import { shownForm } from '../actions/show-form.ts'
import { noteCompany } from './answered.ts'
import type { HttpDeps } from './deps.ts'
import { formView } from './form-view.ts'
import { languageFor } from './languages.ts'
import { refuse } from './problems.ts'

/** GET /v1/forms/{form}: what the widget draws. Told to every page, as the form's script is: origins are checked where it acts. */
export const formRoutes = (deps: HttpDeps) =>
  new Hono().get('/:form', async (c) => {
    const found = await findForm(deps.memory, c.req.param('form'))
    if (isProblem(found)) return refuse(c, found)
    noteCompany(c.req, found.company.id)
    const language = languageFor(c.req, languagesOf(found.company, found.form))
    const shown = shownForm(deps, found, language)
    return c.json(formView(deps, shown) satisfies FormView, 200, { 'Cache-Control': 'no-cache' })
  })
