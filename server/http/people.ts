import { Hono } from 'hono'
import { asIdentity } from '../../contract/identity.ts'
import {
  FindPerson,
  SettlePerson,
  type History,
  type PersonErased,
  type PersonShown,
} from '../../contract/people.ts'
import { erasePerson } from '../actions/erase-person.ts'
import { isProblem } from '../actions/problem.ts'
import { provePerson } from '../actions/prove-person.ts'
import { settlePerson } from '../actions/settle-person.ts'
import { findPerson, showHistory, showPerson, type PersonView } from '../actions/show-person.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { once } from './idempotency.ts'
import { languageFor } from './languages.ts'
import { sendPage } from './pages/page.ts'
import { proofPage } from './pages/proof-page.ts'
import { wantsPage } from './pages/refuse-visit.ts'
import { refuse } from './problems.ts'
import { readBody } from './read-body.ts'
import { shownEvent } from './shown-event.ts'

/** POST /v1/people/find and GET /v1/people/{id}, …/events: status, history and proof; POST …/settle: a doubt is over; DELETE: they are forgotten. */
export const peopleRoutes = (deps: HttpDeps) =>
  new Hono()
    .post('/find', async (c) => {
      const stored = await callerOf(deps, c.req, 'people')
      if (isProblem(stored)) return refuse(c, stored)
      const body = await readBody(c.req, FindPerson)
      if (isProblem(body)) return refuse(c, body)
      const view = await findPerson(deps, stored, asIdentity(body.person))
      return isProblem(view) ? refuse(c, view) : c.json(shownPerson(view))
    })
    .get('/:id', async (c) => {
      const stored = await callerOf(deps, c.req, 'people')
      if (isProblem(stored)) return refuse(c, stored)
      const view = await showPerson(deps, stored, c.req.param('id'))
      return isProblem(view) ? refuse(c, view) : c.json(shownPerson(view))
    })
    // Done again it is the same erasure, so that it needs no Idempotency-Key.
    .delete('/:id', async (c) => {
      const stored = await callerOf(deps, c.req, 'erasure')
      if (isProblem(stored)) return refuse(c, stored)
      const erased = await erasePerson(deps, stored, c.req.param('id'))
      if (isProblem(erased)) return refuse(c, erased)
      return c.json({ id: erased.person, event: erased.event } satisfies PersonErased)
    })
    .post('/:id/settle', async (c) => {
      const stored = await callerOf(deps, c.req, 'people')
      if (isProblem(stored)) return refuse(c, stored)
      return once(deps, c, stored, 'POST /v1/people/settle', async (name) => {
        const body = await readBody(c.req, SettlePerson)
        if (isProblem(body)) return refuse(c, body)
        const view = await settlePerson(deps, stored, c.req.param('id'), { ...body, name })
        return isProblem(view) ? refuse(c, view) : c.json(shownPerson(view))
      })
    })
    .get('/:id/proof', async (c) => {
      const stored = await callerOf(deps, c.req, 'people')
      if (isProblem(stored)) return refuse(c, stored)
      const proof = await provePerson(deps, stored, c.req.param('id'))
      if (isProblem(proof)) return refuse(c, proof)
      c.header('Cache-Control', 'no-store')
      if (!wantsPage(c)) return c.json(proof)
      const { document: company } = stored
      const language = languageFor(c.req, company.languages)
      return sendPage(c, deps, proofPage(proof, company.name, language))
    })
    .get('/:id/events', async (c) => {
      const stored = await callerOf(deps, c.req, 'people')
      if (isProblem(stored)) return refuse(c, stored)
      const history = await showHistory(deps, stored, c.req.param('id'))
      if (isProblem(history)) return refuse(c, history)
      return c.json({
        events: history.map((recorded) => ({
          ...shownEvent(recorded),
          evidence: recorded.evidence,
        })),
      } satisfies History)
    })

const shownPerson = ({ senders, ...person }: PersonView): PersonShown => ({
  ...person,
  senders: senders.map(({ windowOpenUntil, categories, ...sender }) => ({
    ...sender,
    windowOpenUntil: iso(windowOpenUntil),
    categories: categories.map((category) => ({ ...category, since: iso(category.since) })),
  })),
})

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
