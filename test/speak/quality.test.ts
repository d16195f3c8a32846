import { describe, expect, test } from 'vitest'
import type { QualityShown } from '../../contract/quality.ts'
import { by, newPhone, post, writes } from '../http/acts.ts'
import { otherCompany } from '../http/companies.ts'
import { wire } from '../http/meta.ts'
import { ENGINES } from '../support/databases.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingOn } from './talking.ts'

const DAY = 24 * 60 * 60 * 1000

describe.each(ENGINES)('the quality of a company, on %s,', (engine) => {
  const provider = fakeProvider()
  const talking = talkingOn(engine, provider)

  const shown = async (days: number, key = talking().service.keys.company) => {
    const answer = await talking().service.ask(`/v1/quality?days=${days}`, { key })
    expect(answer.status).toBe(200)
    return answer.as<QualityShown>()
  }

  test('tells what was answered at each sender, within the time that is asked for', async () => {
    await writes(talking().service, by(newPhone()), '#want')
    await talking().speak()
    talking().service.pass(2 * DAY)
    for (const _ of [1, 2]) await writes(talking().service, by(newPhone()), 'STOP')
    await talking().speak()
    const stops = { sender: 'main', kind: 'confirmOptOut', state: 'sent', reason: null, count: 2 }
    expect((await shown(1)).replies).toEqual([stops])
    expect((await shown(30)).replies).toEqual([{ ...stops, kind: 'confirmOptIn', count: 1 }, stops])
  })

  test('tells what the provider thinks, the newest first, to that company alone', async () => {
    const { service } = talking()
    const time = Math.floor(service.now() / 1000)
    const told = async (event: string, at: number, limit: string): Promise<void> => {
      const value = { display_phone_number: '5511912345678', event, current_limit: limit }
      const change = { field: 'phone_number_quality_update', value }
      expect(await post(service, wire([change], { time: at }))).toMatchObject({ status: 200 })
    }
    await told('FLAGGED', time - 60, 'TIER_10K')
    await told('DOWNGRADE', time, 'TIER_1K')
    await told('DOWNGRADE', time, 'TIER_1K')
    const about = { about: 'sender', sender: 'main', template: null }
    expect((await shown(30)).events).toEqual([
      { ...about, event: 'DOWNGRADE', detail: 'TIER_1K', at: new Date(time * 1000).toISOString() },
      {
        ...about,
        event: 'FLAGGED',
        detail: 'TIER_10K',
        at: new Date((time - 60) * 1000).toISOString(),
      },
    ])
    const other = await shown(30, await service.load(otherCompany()))
    expect([other.events, other.replies]).toEqual([[], []])
    service.pass(3 * DAY)
    expect((await shown(1)).events).toEqual([])
  })
})
