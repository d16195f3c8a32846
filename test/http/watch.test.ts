import { describe, expect, test } from 'vitest'
import type { OptInState } from '../../contract/opt-in.ts'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor, SHOP } from '../support/service.ts'
import { by, handedIn, newPhone, writes } from './acts.ts'

const DAY = 24 * 60 * 60 * 1000

type Watched = { readonly id: string; readonly watch: string }

const look = (service: Service, { id, watch }: Watched) =>
  service.ask(`/v1/opt-ins/${id}`, { origin: SHOP, headers: { 'quiero-watch': watch } })

const stream = (service: Service, { id, watch }: Watched) =>
  service.app.request(`/v1/opt-ins/${id}/events`, {
    headers: { origin: SHOP, 'quiero-watch': watch },
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

  test('is shown to nobody without its own token', async () => {
    const [mine, theirs] = [await handedIn(service(), {}), await handedIn(service(), {})]
    const [company = '', signature = ''] = mine.watch.split('.')
    const tokens = [theirs.watch, '', 'demo.', signature, `other.${signature}`, `${company}.x`]
    for (const watch of tokens) {
      const refused = { status: 403, problem: 'watch-token-not-valid' }
      expect(await look(service(), { ...mine, watch })).toMatchObject(refused)
      expect((await stream(service(), { ...mine, watch })).status).toBe(403)
    }
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
})
