import { Hono } from 'hono'
import * as v from 'valibot'
import type { Company } from '../consent/company.ts'
import { Person } from '../contract/identity.ts'
import type { MaySendAnswer } from '../contract/may-send.ts'
import type { History, PersonShown } from '../contract/people.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import { besides, originsOf, type Ports } from './origins.ts'
import { policy, scriptedPage } from './page.ts'
import { PANEL_TEXTS } from './texts/panel.ts'
import type { BackendView, Judged, PanelSetting } from './shapes.ts'
import { readLanguage } from './stage.ts'

const KEY = 'qk_demo'

const Ask = v.strictObject({ person: Person })

/** The shop's own systems: they hold the API key, ask Quiero, and show the answers to the shop's people. */
export const clientBackend = (ports: Ports): Hono => {
  const quiero = `http://127.0.0.1:${ports.quiero}`
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

const viewOf = async (quiero: string, person: Person): Promise<BackendView> => {
  const company = await get<Company>(quiero, '/v1/company')
  const form = company.forms[0]
  const offered = company.categories.filter(({ id }) => form?.categories.includes(id))
  const sender = form?.sender ?? ''
  const [judged, known] = await Promise.all([
    Promise.all(offered.map((category) => judge(quiero, { person, sender, category }))),
    post(quiero, '/v1/people/find', { person }),
  ])
  if (!known.ok) return { sender, judged, person: null, events: [] }
  const view = await bodyOf<PersonShown>(known)
  const { events } = await get<History>(quiero, `/v1/people/${view.id}/events`)
  return { sender, judged, person: view, events }
}

type Question = {
  readonly person: Person
  readonly sender: string
  readonly category: Company['categories'][number]
}

const judge = async (quiero: string, { person, sender, category }: Question): Promise<Judged> => {
  const startedAt = performance.now()
  const response = await post(quiero, '/v1/may-send', { person, sender, category: category.id })
  const answer = await bodyOf<MaySendAnswer | ProblemDocument>(response)
  const { id, kind, title } = category
  const ms = Math.round((performance.now() - startedAt) * 10) / 10
  return { category: { id, kind, title }, status: response.status, ms, answer }
}

const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' }

const post = (quiero: string, path: string, body: object): Promise<Response> =>
  fetch(`${quiero}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })

const get = async <T>(quiero: string, path: string): Promise<T> => {
  const response = await fetch(`${quiero}${path}`, { headers })
  if (!response.ok) throw new Error(`${path.split('/', 3).join('/')} answered ${response.status}`)
  return bodyOf<T>(response)
}

const bodyOf = async <T>(response: Response): Promise<T> => response.json()
