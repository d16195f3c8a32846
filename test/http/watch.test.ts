import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { OptInState } from '../../contract/opt-in.ts'
import { ENGINES } from '../support/databases.ts'
import { openService, type Service, serviceFor, SHOP } from '../support/service.ts'
import { by, handedIn, newPhone, writes } from './acts.ts'

const DAY = 24 * 60 * 60 * 1000

type Watched = { readonly id: string; readonly watch: string }

const look = (service: Service, { id, watch }: Watched) =>
  service.ask(`/v1/opt-ins/${id}`, { origin: SHOP, headers: { 'quiero-watch': watch } })

const stream = (service: Service, { id, watch }: Watched, headers = {}) =>
  service.app.request(`/v1/opt-ins/${id}/events`, {
    headers: { origin: SHOP, 'quiero-watch': watch, ...headers },
  })

/** The states that a stream tells until it ends. */
async function* statesOf(response: Response): AsyncGenerator<OptInState> {
  const body = response.body?.pipeThrough(new TextDecoderStream())
  let text = ''
  for await (const chunk of body ?? []) {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: (.*)$/mu.exec(event)?.[1]
      if (data !== undefined) yield JSON.parse(data) as OptInState
    }
  }
}

describe.each(ENGINES)('an opt-in that is watched on %s', (engine) => {
  const service = serviceFor({ engine })

  test('is pending, then confirmed, by a number that is masked', async () => {
    const phone = newPhone()
    const taken = await handedIn(service(), { phone })
    const pending = await look(service(), taken)
    expect(pending.as<OptInState>()).toEqual({ status: 'pending' })
    expect(pending.headers.get('cache-control')).toBe('no-store')
    await writes(service(), by(phone), `#want ${taken.code}`)
    const confirmed = await look(service(), taken)
    expect(confirmed.as<OptInState>()).toEqual({
      status: 'confirmed',
      at: new Date(service().now()).toISOString(),
      from: `+52 ··· ··· ${phone.slice(-4)}`,
      categories: ['orders', 'offers'],
    })
    expect(confirmed.text).not.toContain(phone.slice(3))
  })

  test('that nobody confirmed has expired after a day', async () => {
    const taken = await handedIn(service(), {})
    service().pass(DAY)
    expect((await look(service(), taken)).as<OptInState>()).toEqual({ status: 'expired' })
  })

  test('that was confirmed by somebody whose number is hidden says nothing of them', async () => {
    const taken = await handedIn(service(), {})
    await writes(service(), { from_user_id: 'MX.1350000000000001' }, `#want ${taken.code}`)
    const state = (await look(service(), taken)).as<OptInState>()
    expect(state).toMatchObject({ status: 'confirmed', from: null })
  })

  test('is not there for anybody without its own token, however it was forged', async () => {
    const [mine, theirs] = [await handedIn(service(), {}), await handedIn(service(), {})]
    const [company = '', endsAt = '', signature = ''] = mine.watch.split('.')
    const later = (Number.parseInt(endsAt, 36) + DAY).toString(36)
    const forged = [
      theirs.watch,
      '',
      `${company}.`,
      signature,
      `${company}.${signature}`,
      `other.${endsAt}.${signature}`,
      `${company}.${later}.${signature}`,
      `${company}.${endsAt}.x`,
      `${company}..${signature}`,
    ]
    const nobodys = await look(service(), { id: 'opt_0', watch: mine.watch })
    for (const watch of forged) {
      const refused = await look(service(), { ...mine, watch })
      expect(refused).toMatchObject({ status: 404, problem: 'opt-in-not-found' })
      expect(refused.text).toBe(nobodys.text)
      expect((await stream(service(), { ...mine, watch })).status).toBe(404)
    }
    expect((await look(service(), mine)).status).toBe(200)
  })

  test('is not there any more a day after its code has expired, confirmed or not', async () => {
    const [confirmed, expired] = [await handedIn(service(), {}), await handedIn(service(), {})]
    await writes(service(), by(newPhone()), `#want ${confirmed.code}`)
    service().pass(2 * DAY - 2_001)
    expect((await look(service(), confirmed)).as<OptInState>().status).toBe('confirmed')
    expect((await look(service(), expired)).as<OptInState>().status).toBe('expired')
    service().pass(1)
    for (const taken of [confirmed, expired]) {
      expect(await look(service(), taken)).toMatchObject({ status: 404 })
      expect((await stream(service(), taken)).status).toBe(404)
    }
  })

  test('shows what a button asked for, where that is less than was ticked', async () => {
    const phone = newPhone()
    const taken = await handedIn(service(), {})
    const payload = `want:offers:${taken.code}`
    await writes(service(), by(phone), { type: 'button', button: { payload, text: 'Sí' } })
    const state = (await look(service(), taken)).as<OptInState>()
    expect(state).toMatchObject({ status: 'confirmed', categories: ['offers'] })
  })

  test('is told as it changes, in a stream that ends when all is told', async () => {
    const phone = newPhone()
    const taken = await handedIn(service(), { phone })
    const response = await stream(service(), taken)
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/u)
    const told: string[] = []
    for await (const { status } of statesOf(response)) {
      told.push(status)
      if (status === 'pending') await writes(service(), by(phone), `#want ${taken.code}`)
    }
    expect(told).toEqual(['pending', 'confirmed'])
  })

  test('is streamed so that nothing on the way holds it back, and is heard of while it waits', async () => {
    const taken = await handedIn(service(), {})
    const response = await stream(service(), taken, { 'accept-encoding': 'gzip' })
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('content-encoding')).toBeNull()
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async () => (await reader?.read())?.value
    expect(await next()).toBe('event: state\nretry: 2000\ndata: {"status":"pending"}\n\n')
    service().pass(15_000)
    expect(await next()).toBe(': waiting\n\n')
    service().pass(5 * 60 * 1000)
    const rest = [await next(), await next()].filter((chunk) => chunk !== ': waiting\n\n')
    expect(rest).toContain(undefined)
  })

  test('is streamed from what stands, whatever a reader says that it has read', async () => {
    const taken = await handedIn(service(), {})
    await writes(service(), by(newPhone()), `#want ${taken.code}`)
    const response = await stream(service(), taken, { 'last-event-id': 'evt_1\u00ff' })
    const told: string[] = []
    for await (const { status } of statesOf(response)) told.push(status)
    expect(told).toEqual(['confirmed'])
  })
})

test('a stream whose database fails ends, and tells nobody why', async () => {
  const service = await openService({ engine: 'sqlite' })
  const taken = await handedIn(service, {})
  const response = await stream(service, taken)
  await service.close()
  expect(await response.text()).toBe('event: state\nretry: 2000\ndata: {"status":"pending"}\n\n')
  expect(service.faults).toHaveLength(1)
  expect(service.faults[0]).toMatch(/^watching an opt-in/u)
})

test('a stream that nobody reads any more asks the database nothing', async () => {
  const service = await openService({ engine: 'sqlite' })
  const response = await stream(service, await handedIn(service, {}))
  const reader = response.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await service.close()
  await sleep(1_000)
  expect(service.faults).toEqual([])
})
