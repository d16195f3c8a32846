import { Hono } from 'hono'
import {
  CheckTemplate,
  type TemplateChecked,
  type TemplateExamplesShown,
} from '../../contract/template.ts'
import { allTemplateExamples, reviewTemplate } from '../actions/check-template.ts'
import { isProblem } from '../actions/problem.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'

/** POST /v1/templates/check and GET /v1/templates/examples: the texts of templates, before Meta reads them. */
export const templateRoutes = (deps: HttpDeps) =>
  new Hono()
    .post('/check', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const template = await readBody(c.req, CheckTemplate)
      if (isProblem(template)) return refuse(c, template)
      return c.json(reviewTemplate(stored.document, template) satisfies TemplateChecked)
    })
    .get('/examples', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const examples = allTemplateExamples(stored.document)
      return c.json({ examples } satisfies TemplateExamplesShown)
    })
