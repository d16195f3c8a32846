import { Hono } from 'hono'
import type { FormView } from '../../contract/form-view.ts'
import { isProblem } from '../actions/problem.ts'
import { showForm } from '../actions/show-form.ts'
import type { HttpDeps } from './deps.ts'
import { formView } from './form-view.ts'
import { refuse } from './problems.ts'

/** GET /v1/forms/{form}: what the widget draws. Told to every page, as the form's script is: origins are checked where it acts. */
export const formRoutes = (deps: HttpDeps) =>
  new Hono().get('/:form', async (c) => {
    const id = c.req.param('form')
    const wanted = c.req.query('language') ?? c.req.header('accept-language') ?? null
    const shown = await showForm(deps, id, wanted)
    if (isProblem(shown)) return refuse(c, shown)
    return c.json(formView(deps, shown) satisfies FormView, 200, { 'Cache-Control': 'no-cache' })
  })
