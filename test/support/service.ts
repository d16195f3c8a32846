import { readFileSync } from 'node:fs'
import metadata from 'libphonenumber-js/max/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { createApiKey } from '../../server/actions/api-keys.ts'
import { isProblem } from '../../server/actions/problem.ts'
import { createCompany } from '../../server/actions/put-company.ts'
import { createApp } from '../../server/app.ts'
import { INBOUND } from '../../server/inbound/providers.ts'
import { jsonLog } from '../../server/log.ts'
import { type Metrics, openMetrics } from '../../server/metrics.ts'
import { webhookPoster } from '../../server/outbound/webhook.ts'
import { type Deps, type Scope, SCOPES } from '../../server/ports.ts'
import { workOf } from '../../server/prove-work.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { answerOf, type Answer, type Ask, requestOf, textOf } from './asking.ts'
import { differences } from './conformity.ts'
import { type EngineName, openDatabase, type TestDatabase } from './databases.ts'
import { numbersHere } from './canaries.ts'
import { rowsOf } from './rows.ts'

export type { Answer, Ask } from './asking.ts'

/** 2026-11-18T11:06:40Z, the `now` of the recorded webhook requests. */
export const NOW = 1_795_000_000_000

/** The page of the demo's shop, as its browser names it. */
export const SHOP = 'https://shop.example'

export const PUBLIC_URL = 'https://quiero.example'

/** The secrets of the companies that the tests load, by the names that their documents give them. */
export const SECRETS = {
  QUIERO_SECRET_META: 'meta-app-secret-0123456789abcdef',
  QUIERO_SECRET_META_AGAIN: 'meta-app-secret-0123456789abcdef',
  QUIERO_SECRET_META_VERIFY: 'vibecoding',
  QUIERO_SECRET_OTHER: 'secret-of-somebody-else',
} as const

/** What opens /metrics. */
export const METRICS_TOKEN = 'a-token-of-the-operator'

/** The whole service on a real database, called without a network, with a clock that tests set. */
export type Service = {
  readonly deps: Deps
  readonly app: ReturnType<typeof createApp>
  /** The database's address, for another process on it. */
  readonly url: string
  /** A key of the demo company for each scope alone, and one for all. */
  readonly keys: { readonly [scope in Scope | 'all']: string }
  /** What the operator was told of faults. */
  readonly faults: readonly string[]
  /** The lines of the log, as they are written where every line is. */
  readonly logged: readonly string[]
  now(): number
  /** Lets time pass, in milliseconds. */
  pass(ms: number): void
  /** Asks, and sees that the answer is one that the OpenAPI document tells of. */
  ask(path: string, request?: Ask): Promise<Answer>
  /** Loads a company that may name the secrets above, and makes a key for it that may do all. */
  load(company: Company): Promise<string>
  /** Another server process on the same database, as far as the database can tell. */
  beside(): Promise<{ readonly deps: Deps; close(): Promise<void> }>
  /** How many rows each table holds. How often somebody came is not among what is kept. */
  rows(): Promise<Readonly<Record<string, number>>>
  close(): Promise<void>
}

/** What a service is opened with. */
export type Opening = {
  readonly engine: EngineName
  readonly now?: number
  readonly isDemo?: boolean
  /** Secrets that any company may name, beside the usual ones. */
  readonly secrets?: Readonly<Record<string, string>>
  /** How providers are spoken to; without it nothing is said. */
  readonly speakers?: Deps['speakers']
}

/** demo/company.json with the shop's origin. */
export const demoDocument = (): Company => {
  const file = new URL('../../demo/company.json', import.meta.url)
  const company = JSON.parse(readFileSync(file, 'utf8')) as Company
  return { ...company, forms: company.forms.map((form) => ({ ...form, origins: [SHOP] })) }
}

/** Opens the service with the demo's company. */
export const openService = async ({
  engine,
  now = NOW,
  isDemo = false,
  secrets = {},
  speakers = {},
}: Opening): Promise<Service> => {
  const database = await openDatabase(engine)
  const faults: string[] = []
  const logged: string[] = []
  const write = (line: string): void => {
    logged.push(line)
    numbersHere.told('log', line.replace(/"(?:time|pid|request|ms)":[^,]*,/gu, ''))
  }
  const log = jsonLog('debug', { write })
  const report: Deps['report'] = (where, error, request) => {
    faults.push(`${where}: ${String(error)}`)
    log.fault(where, error, request)
  }
  const clock = { at: now }
  const known = { ...SECRETS, ...secrets }
  const metrics = openMetrics(() => clock.at)
  const told = { report, metrics }
  const deps = await depsOn(database, () => clock.at, isDemo, known, told, speakers)
  const app = createApp({
    ...deps,
    onAnswered: (request) => {
      log.answered(request)
      metrics.answered(request)
    },
    metrics: {
      token: METRICS_TOKEN,
      text: async () => metrics.text(await deps.memory.queueLengths()),
    },
    widget: {
      files: {
        first: '/* first */',
        more: '/* more */',
        place: '/* place */',
        scan: '/* scan */',
        work: '/* work */',
        widget: '/* all */',
      },
      version: 'abc123',
      integrity: 'sha384-none',
    },
  })
  const load = async (company: Company): Promise<string> => {
    numbersHere.ours([...company.senders, ...(company.doors ?? [])].map(({ phone }) => phone))
    const put = await createCompany(deps, company, company, Object.keys(known))
    if (isProblem(put)) throw new Error(`refused: ${JSON.stringify(put)}`)
    return keyFor(deps, company.id, SCOPES)
  }
  const all = await load(demoDocument())
  return {
    deps,
    app,
    url: database.url,
    faults,
    logged,
    keys: { ...(await keysOf(deps)), all },
    now: () => clock.at,
    pass: (ms) => {
      clock.at += ms
    },
    ask: async (path, request = {}) => {
      numbersHere.sent(`${path} ${textOf(request.body)}`)
      const asked = requestOf(request)
      const answer = await answerOf(await app.request(path, asked))
      const { method } = asked
      expect(differences({ ...answer, method, path })).toEqual([])
      return answer
    },
    load,
    beside: async () => {
      const other = await depsOn(database, () => clock.at, isDemo, known, told, speakers)
      return { deps: other, close: () => other.memory.close() }
    },
    rows: () => rowsOf(engine, database.url),
    close: async () => {
      const counted = await metrics.text(null)
      // How much was counted is nobody's number; what was counted is a name.
      numbersHere.told('metrics', counted.replace(/ \S+$/gmu, ''))
      const leaks = numbersHere.leaks()
      await deps.memory.close()
      await database.drop()
      expect(leaks, 'tells of somebody').toEqual([])
    },
  }
}

/** Opens a service for the tests around it and closes it after them, when nothing may have failed unseen. */
export const serviceFor = (opening: Opening): (() => Service) => {
  let service: Service | undefined
  beforeAll(async () => {
    service = await openService(opening)
  }, 60_000)
  afterAll(async () => {
    await service?.close()
    expect(service?.faults).toEqual([])
  })
  return () => {
    if (!service) throw new Error('the service is not open yet')
    return service
  }
}

const depsOn = async (
  database: TestDatabase,
  now: () => number,
  isDemo: boolean,
  known: Readonly<Record<string, string>>,
  { report, metrics }: { readonly report: Deps['report']; readonly metrics: Metrics },
  speakers: Deps['speakers'],
): Promise<Deps> => {
  const secrets: ReadonlyMap<string, string> = new Map(Object.entries(known))
  const key = new Uint8Array(32).fill(7)
  const opened = await openMemory({
    url: database.url,
    key,
    now,
    heed: { onEvents: metrics.stored, onShared: metrics.shared },
  })
  return {
    ...opened,
    work: workOf(opened.sealer, now),
    now,
    isDemo,
    phones: { metadata, examples },
    dialects: INBOUND,
    logs: {},
    postWebhook: webhookPoster({ mayBePrivate: true }),
    speakers,
    publicUrl: PUBLIC_URL,
    chatLink: (phone, draft) => `https://wa.me/${phone.slice(1)}?text=${encodeURIComponent(draft)}`,
    secretOf: (company, name) =>
      company.secrets.includes(name) ? (secrets.get(name) ?? null) : null,
    report,
    onDecision: metrics.decided,
  }
}

const keyFor = async (deps: Deps, company: string, scopes: readonly Scope[]): Promise<string> => {
  const key = await createApiKey(deps, company, scopes.join(' '), scopes)
  if (isProblem(key)) throw new Error(key.problem)
  return key
}

const keysOf = async (deps: Deps): Promise<{ readonly [scope in Scope]: string }> => {
  const keys = await Promise.all(
    SCOPES.map(async (scope) => [scope, await keyFor(deps, 'demo', [scope])] as const),
  )
  return Object.fromEntries(keys) as { [scope in Scope]: string }
}
