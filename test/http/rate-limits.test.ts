import metadata from 'libphonenumber-js/max/metadata'
import examples from 'libphonenumber-js/mobile/examples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { proxyTest } from '../../server/http/client-ip.ts'
import { type Rates, USUAL_RATES } from '../../server/limits.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { ENGINES } from '../support/databases.ts'
import { openService, PUBLIC_URL, type Service, SHOP } from '../support/service.ts'
import { newAttempt, newPhone, shown } from './acts.ts'

const HOUR = 3_600

/** So few that a test can use them up. */
const FEW: Rates = {
  key: { points: 3, seconds: HOUR },
  form: { points: 6, seconds: HOUR },
  ip: { points: 4, seconds: HOUR },
  number: { points: 2, seconds: HOUR },
  stops: { points: 2, seconds: HOUR },
}

const openApp = (service: Service, limiter: Service['deps']['limiter']) =>
  createApp({
    ...service.deps,
    limiter,
    phones: { metadata, examples },
    publicUrl: PUBLIC_URL,
    isTrustedProxy: proxyTest(['10.0.0.0/8']),
    widget: {
      files: { first: '', more: '', place: '', scan: '', work: '', widget: '' },
      version: 'abc123',
      integrity: 'sha384-none',
    },
  })

/** The other end of a connection, as Node's server tells it. */
const from = (ip: string) => ({
  incoming: { socket: { remoteAddress: ip }, rawHeaders: [], complete: true },
})

let addresses = 0
const newIp = () => `203.0.113.${(addresses += 1)}`

describe.each(ENGINES)('whoever comes too often, on %s,', (engine) => {
  let service: Service
  let token: string
  const opened: Awaited<ReturnType<typeof openMemory>>[] = []

  beforeAll(async () => {
    service = await openService({ engine })
    token = (await shown(service)).noticeToken
  }, 60_000)

  afterAll(async () => {
    for (const { memory } of opened) await memory.close()
    await service.close()
  })

  /** A process on the same database that lets so few through. */
  const process = async (rates: Partial<Rates>) => {
    const key = new Uint8Array(32).fill(7)
    const all = { ...USUAL_RATES, ...rates }
    const one = await openMemory({ url: service.url, key, now: () => service.now(), rates: all })
    opened.push(one)
    const app = openApp(service, one.limiter)
    const ask = async (
      path: string,
      { ip = newIp(), body, headers = {} }: Asked = {},
    ): Promise<Response> =>
      app.request(
        path,
        {
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', origin: SHOP, ...headers },
          ...(body === undefined
            ? {}
            : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        },
        from(ip),
      )
    const handIn = (asked: Asked & { readonly phone?: string | undefined } = {}) =>
      ask('/v1/opt-ins', {
        ...asked,
        body: {
          form: 'frm_demo',
          noticeToken: token,
          attempt: newAttempt(),
          phone: asked.phone ?? newPhone(),
          categories: 'offers',
          language: 'es',
        },
      })
    return { ask, handIn, limiter: one.limiter }
  }

  test('from one address is refused, and told since when and how long', async () => {
    const { handIn } = await process({ ip: FEW.ip })
    const ip = newIp()
    const first = await handIn({ ip })
    expect(first.status).toBe(201)
    expect(first.headers.get('ratelimit-policy')).toBe(`"ip";q=4;w=${HOUR}, "form";q=6000;w=60`)
    expect(first.headers.get('ratelimit')).toMatch(/^"ip";r=3;t=3600, "form";r=5999;t=60$/u)
    const statuses = [first.status]
    for (let n = 0; n < 3; n += 1) statuses.push((await handIn({ ip })).status)
    expect(statuses).toEqual([201, 201, 201, 201])
    const refused = await handIn({ ip })
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({
      code: 'too-many-requests',
      'violated-policies': ['ip'],
    })
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(HOUR - 60)
    expect(refused.headers.get('ratelimit')).toMatch(/^"ip";r=0;t=\d+$/u)
    expect((await handIn()).status).toBe(201)
  })

  test('from one network of IPv6 is one', async () => {
    const { handIn } = await process({ ip: { points: 1, seconds: HOUR } })
    expect((await handIn({ ip: '2001:db8:0:7::1' })).status).toBe(201)
    expect((await handIn({ ip: '2001:db8:0:7:ffff::2' })).status).toBe(429)
    expect((await handIn({ ip: '2001:db8:0:8::1' })).status).toBe(201)
  })

  test('behind a proxy of ours is who the proxy says, and nobody else is believed', async () => {
    const { handIn } = await process({ ip: { points: 1, seconds: HOUR } })
    const by = (ip: string, told: string) => handIn({ ip, headers: { 'x-forwarded-for': told } })
    const [one, two] = [newIp(), newIp()]
    expect((await by('10.0.0.1', one)).status).toBe(201)
    expect((await by('::ffff:10.0.0.2', `192.0.2.1, ${one}, 10.0.0.9`)).status).toBe(429)
    expect((await by('10.0.0.1', two)).status).toBe(201)
    const direct = newIp()
    expect((await by(direct, newIp())).status).toBe(201)
    expect((await by(direct, newIp())).status).toBe(429)
  })

  test('with one number is refused, however it is written, and nobody is told how often it came', async () => {
    const { handIn } = await process({ number: FEW.number })
    const phone = newPhone()
    const first = await handIn({ phone })
    expect(first.headers.get('ratelimit')).not.toContain('number')
    const spelled = phone.replace('+52', '+52 1 ')
    expect((await handIn({ phone: spelled })).status).toBe(201)
    const refused = await handIn({ phone })
    expect(refused.status).toBe(429)
    expect(await refused.text()).not.toContain(phone.slice(3))
    expect((await handIn()).status).toBe(201)
  })

  test('at one form is refused, by whichever addresses', async () => {
    const { handIn } = await process({ form: FEW.form })
    const answers = await Promise.all(Array.from({ length: 8 }, () => handIn()))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  })

  test('with one key is refused wherever it asks, but never says no in vain', async () => {
    const { ask } = await process({ key: FEW.key })
    const headers = { authorization: `Bearer ${service.keys.all}` }
    const phone = newPhone()
    const question = { person: { phone }, sender: 'main', category: 'offers' }
    const statuses: number[] = []
    for (const [path, body] of [
      ['/v1/may-send', question],
      ['/v1/company', undefined],
      ['/v1/people/find', { person: { phone } }],
      ['/v1/may-send', question],
      ['/v1/company', undefined],
    ] as const) {
      statuses.push((await ask(path, { headers, body })).status)
    }
    expect(statuses).toEqual([200, 200, 404, 429, 429])
    const no = await ask('/v1/opt-outs', { headers, body: { person: { phone } } })
    expect(no.status).toBe(201)
    expect(no.headers.get('ratelimit')).toBeNull()
    const said = { sender: 'main', from: { phone }, text: 'SALIR', id: phone }
    expect((await ask('/v1/messages', { headers, body: said })).status).toBe(200)
    const other = { authorization: `Bearer ${service.keys['may-send']}` }
    expect((await ask('/v1/may-send', { headers: other, body: question })).status).toBe(200)
  })

  test('stops by typed number as often as it takes, on the page too', async () => {
    const one = { points: 1, seconds: HOUR }
    const { ask, handIn } = await process({ ip: one, form: one, number: one })
    const [ip, phone] = [newIp(), newPhone()]
    await handIn({ ip, phone })
    expect((await handIn({ ip, phone })).status).toBe(429)
    for (let n = 0; n < 5; n += 1) {
      const body = { form: 'frm_demo', person: { phone } }
      expect((await ask('/v1/opt-outs', { ip, body })).status).toBe(200)
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
        origin: PUBLIC_URL,
      }
      const typed = new URLSearchParams({ phone, country: 'MX' }).toString()
      expect((await ask('/f/frm_demo/stop', { ip, headers, body: typed })).status).toBe(200)
    }
  })

  test('at a page is told so in a page', async () => {
    const { ask } = await process({ ip: { points: 1, seconds: HOUR } })
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'accept-language': 'pt-BR',
    }
    const ip = newIp()
    const check = () => ask('/n/demo/main', { ip, headers, body: 'number=5511912345678' })
    expect((await check()).status).toBe(200)
    const refused = await check()
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Muitos envios seguidos')
    const fill = { phone: newPhone(), country: 'MX', categories: 'offers', answer: 'yes' }
    const form = new URLSearchParams({ ...fill, noticeToken: token, attempt: newAttempt() })
    const typed = await ask('/f/frm_demo', {
      ip,
      headers: { ...headers, origin: PUBLIC_URL },
      body: form.toString(),
    })
    expect(typed.status).toBe(429)
    expect(await typed.text()).not.toContain(fill.phone.slice(3))
  })

  test('is counted by all processes on PostgreSQL together, and by no name in clear', async () => {
    const rates = { ip: FEW.ip, number: FEW.number }
    const [one, two] = [await process(rates), await process(rates)]
    const ip = newIp()
    const taken = [one, two, one, two, one].map((each) => () => each.limiter.take('ip', ip))
    const over: unknown[] = []
    for (const take of taken) over.push((await take())?.isOver)
    const isShared = engine === 'postgres'
    expect(over).toEqual([false, false, false, false, isShared])
    if (!isShared) return
    const { Client } = await import('pg')
    const client = new Client({ connectionString: service.url })
    await client.connect()
    const { rows } = await client.query<{ key: string }>('select key from rate_limits')
    // While the table is away, each counts for itself.
    await client.query('alter table rate_limits rename to rate_limits_away')
    const alone = newIp()
    const left: unknown[] = []
    for (let n = 0; n < 5; n += 1) left.push((await one.limiter.take('ip', alone))?.isOver)
    await client.query('alter table rate_limits_away rename to rate_limits')
    await client.end()
    expect(left).toEqual([false, false, false, false, true])
    expect(rows.length).toBeGreaterThan(0)
    for (const { key } of rows) expect(key).toMatch(/^(?:ip|number|stops):[\w-]{43}$/u)
  })

  test('troubles nobody but itself', () => {
    expect(service.faults).toEqual([])
  })

  test('is limited by nothing where the operator says so', async () => {
    const off = await openMemory({
      url: service.url,
      key: new Uint8Array(32).fill(7),
      now: () => service.now(),
      rates: null,
    })
    opened.push(off)
    expect(await off.limiter.take('ip', 'anybody')).toBeNull()
  })
})

type Asked = {
  readonly ip?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
