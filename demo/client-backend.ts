import { Hono } from 'hono'
import * as v from 'valibot'
import { QuieroProblem } from '../client/problem.ts'
import { Quiero } from '../client/quiero.ts'
import type { Company } from '../consent/company.ts'
import { Person } from '../contract/identity.ts'
import { besides, originsOf, type Ports } from './origins.ts'
import { policy, scriptedPage } from './page.ts'
import { PANEL_TEXTS } from './texts/panel.ts'
import type { BackendView, Judged, PanelSetting } from './shapes.ts'
import { readLanguage } from './stage.ts'

const KEY = 'qk_demo'

const Ask = v.strictObject({ person: Person })

/** The shop's own systems: they hold the API key, ask Quiero, and show the answers to the shop's people. */
export const clientBackend = (ports: Ports): Hono => {
  const quiero = new Quiero({ url: `http://127.0.0.1:${ports.quiero}`, key: KEY })
  const own = originsOf(ports.shop)
  return new Hono()
    .get('/backend', (c) => {
      const language = readLanguage(c.req.query('lang'), c.req.header('accept-language'))
      c.header(
        'Content-Security-Policy',
        policy({
          'script-src': ["'self'"],
          'connect-src': ["'self'"],
          'frame-ancestors': originsOf(ports.quiero),
        }),
      )
      c.header('Cache-Control', 'no-store')
      const setting: PanelSetting = {
        language,
        stageOrigins: originsOf(ports.quiero),
        reference: `${besides(c.req.url, ports.quiero)}/docs#maySend`,
      }
      return c.html(
        scriptedPage({
          name: 'panel',
          title: PANEL_TEXTS[language].title,
          styles: ['panel', 'history'],
          setting,
        }),
      )
    })
    .post('/backend/ask', async (c) => {
      if (!own.includes(c.req.header('origin') ?? ''))
        return c.json({ detail: 'Not from here.' }, 403)
      const ask = v.safeParse(Ask, await c.req.json().catch(() => null))
      if (!ask.success) return c.json({ detail: 'Nobody is asked about.' }, 422)
      return c.json(await viewOf(quiero, ask.output.person))
    })
}

const viewOf = async (quiero: Quiero, person: Person): Promise<BackendView> => {
  const company = await quiero.company()
  const form = company.forms[0]
  const offered = company.categories.filter(({ id }) => form?.categories.includes(id))
  const sender = form?.sender ?? ''
  const [judged, known] = await Promise.all([
    Promise.all(offered.map((category) => judge(quiero, { person, sender, category }))),
    quiero.findPerson(person).catch(orNobody),
  ])
  const events = known ? await quiero.history(known.id) : []
  return { sender, judged, person: known, events }
}

/** A number that is none is nobody's. */
const orNobody = (error: unknown): null => {
  if (error instanceof QuieroProblem && error.code.startsWith('phone-')) return null
  throw error
}

type Question = {
  readonly person: Person
  readonly sender: string
  readonly category: Company['categories'][number]
}

const judge = async (quiero: Quiero, { person, sender, category }: Question): Promise<Judged> => {
  const startedAt = performance.now()
  const answer = await quiero.maySend({ person, sender, category: category.id })
  const { id, kind, title } = category
  const ms = Math.round((performance.now() - startedAt) * 10) / 10
  const about = { category: { id, kind, title }, ms }
  if (answer.reason !== 'no_answer') return { ...about, status: 200, answer }
  const { status, code, detail } = answer.problem
  return { ...about, status, answer: { code, detail } }
}
