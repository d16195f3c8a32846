import { Hono } from 'hono'
import { isProblem, problem } from '../actions/problem.ts'
import { putCompany } from '../actions/put-company.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import type { FormScripts } from './form-scripts.ts'
import { refuse } from './problems.ts'
import { jsonOf } from './read-body.ts'
import { readCompany } from './read-company.ts'

/** PUT and GET /v1/company: the company's whole set-up, one document. */
export const companyRoutes = (deps: HttpDeps, scripts: FormScripts) =>
  new Hono()
    .get('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      return c.json(stored.document, 200, { ETag: `"${stored.version}"` })
    })
    .put('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'company')
      if (isProblem(stored)) return refuse(c, stored)
      const raw = await jsonOf(c.req)
      if (raw === undefined) return refuse(c, problem('body-not-json'))
      const read = readCompany(raw)
      if (isProblem(read)) return refuse(c, read)
      const { company } = read
      if (company.id !== stored.document.id) return refuse(c, problem('company-not-found'))
      const put = await putCompany(deps, company, raw)
      if (isProblem(put)) return refuse(c, put)
      scripts.prepare({ ...stored, document: company, version: put.version })
      return c.json(put, 200, { ETag: `"${put.version}"` })
    })
