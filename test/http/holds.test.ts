import { describe, expect, test } from 'vitest'
import type { HoldsShown, QualityShown } from '../../contract/quality.ts'
import { holdRunawaySources } from '../../server/actions/hold-sources.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, handedIn, hear, newPhone, reasons, writes } from './acts.ts'
import { messages, preference, text, wireMessage } from './meta.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const some = (count: number): readonly string[] => Array.from({ length: count }, newPhone)

describe.each(ENGINES)('a source whose opt-outs run away, on %s,', (engine) => {
  const service = serviceFor({ engine })

  /** People say something to the demo's number, all in one delivery. */
  const say = async (phones: readonly string[], said: string): Promise<void> => {
    service().pass(2_000)
    const at = service().now()
    await hear(
      service(),
      messages(phones.map((phone) => wireMessage(at, { ...by(phone), ...text(said) }))),
    )
  }

  const holds = async () => {
    const answer = await service().ask('/v1/holds', { key: service().keys.company })
    return answer.as<HoldsShown>().holds
  }

  const lift = (id: string) =>
    service().ask(`/v1/holds/${id}/lift`, { method: 'POST', key: service().keys.company })

  const judge = () => holdRunawaySources(service().deps, 'demo')

  const sources = async () => {
    const answer = await service().ask('/v1/quality?days=30', { key: service().keys.company })
    return answer.as<QualityShown>().sources
  }

  const optOutsOf = async (wanted: string | null) =>
    (await sources()).find(({ source }) => source === wanted)?.optOuts ?? 0

  test('holds marketing to its people back, and to nobody else, until it is lifted', async () => {
    const people = some(90)
    await say(people, '#want')
    const byForm = newPhone()
    const { code } = await handedIn(service(), {})
    await writes(service(), by(byForm), `#want ${code}`)
    service().pass(2 * DAY)
    await say(people.slice(0, 19), 'SALIR')
    expect(await judge()).toEqual([])
    await say(people.slice(19, 20), 'SALIR')
    expect(await judge()).toMatchObject([{ source: 'keyword/frm_demo', optIns: 90, optOuts: 20 }])
    expect(await judge()).toEqual([])

    const [held = ''] = people.slice(-1)
    expect(await reasons(service(), held)).toEqual(['consented', 'held_source'])
    expect(await reasons(service(), people[0] ?? '')).toEqual(['blocked', 'blocked'])
    expect(await reasons(service(), byForm)).toEqual(['consented', 'consented'])

    const [hold] = await holds()
    expect(hold).toMatchObject({ source: 'keyword/frm_demo', liftedAt: null, optOuts: 20 })
    expect(await lift('hld_none')).toMatchObject({ status: 404, problem: 'hold-not-found' })
    expect(await lift(hold?.id ?? '')).toMatchObject({ status: 204 })
    expect(await lift(hold?.id ?? '')).toMatchObject({ status: 404 })
    expect(await reasons(service(), held)).toEqual(['consented', 'consented'])
    expect(await judge()).toEqual([])
    expect((await holds())[0]?.liftedAt).toBe(new Date(service().now()).toISOString())
  })

  test('is not one whose opt-outs are few among many, or long after the yes', async () => {
    const people = some(120)
    await say(people, '#want')
    await say(people.slice(0, 20), 'SALIR')
    expect(await judge()).toEqual([])
    service().pass(8 * DAY)
    await say(people.slice(20, 60), 'SALIR')
    expect(await judge()).toEqual([])
  })

  test('is judged by persons, each of them once, whatever they repeat', async () => {
    const people = some(5)
    for (let time = 0; time < 6; time += 1) {
      await say(people, '#want')
      await say(people, 'SALIR')
    }
    expect(await judge()).toEqual([])
  })

  test('is counted at each sender, with how soon the noes came', async () => {
    const before = (await sources()).find(({ source }) => source === 'keyword/frm_demo')
    const [soon = '', later = '', stopped = ''] = some(3)
    await say([soon, later, stopped], '#want')
    await say([soon], 'STOP')
    service().pass(3 * HOUR)
    await say([later], '#stop offers')
    const at = Math.floor(service().now() / 1000)
    await hear(service(), preference({ wa_id: stopped.slice(1), value: 'stop', timestamp: at }))
    const after = (await sources()).find(({ source }) => source === 'keyword/frm_demo')
    const grown = (name: 'optIns' | 'optOuts' | 'platformStops') =>
      (after?.[name] ?? 0) - (before?.[name] ?? 0)
    expect([grown('optIns'), grown('optOuts'), grown('platformStops')]).toEqual([3, 2, 1])
    const within = (span: 'hour' | 'day') =>
      (after?.optOutsWithin[span] ?? 0) - (before?.optOutsWithin[span] ?? 0)
    expect([within('hour'), within('day')]).toEqual([1, 2])
  })

  test('is not blamed for a no that was said before its yes, and came after it', async () => {
    const before = [await optOutsOf('keyword/frm_demo'), await optOutsOf(null)]
    const phone = newPhone()
    const saidAt = service().now()
    service().pass(10_000)
    await say([phone], '#want')
    await hear(service(), messages([wireMessage(saidAt, { ...by(phone), ...text('STOP') })]))
    expect([await optOutsOf('keyword/frm_demo'), await optOutsOf(null)]).toEqual([
      before[0],
      (before[1] ?? 0) + 1,
    ])
  })

  test('is not blamed for somebody of whom no yes is known', async () => {
    await say([newPhone()], 'STOP')
    const unknown = (await sources()).find(({ source }) => source === null)
    expect(unknown).toMatchObject({ sender: 'main', optIns: 0 })
  })

  test.each(['0', '-1', '400', 'all', '1.5'])('is not asked for %s days', async (days) => {
    const answer = await service().ask(`/v1/quality?days=${days}`, { key: service().keys.company })
    expect(answer).toMatchObject({ status: 400, problem: 'body-not-valid' })
  })
})
