import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor } from '../support/service.ts'
import { by, hear, history, newPhone, person, reasons, writes } from './acts.ts'
import { preference, type Wire } from './meta.ts'

const sets = async (service: Service, setting: Wire): Promise<Wire> => {
  service.pass(2_000)
  const told = preference({ timestamp: Math.floor(service.now() / 1000), ...setting })
  await hear(service, told)
  return told
}

describe.each(ENGINES)('what a person sets in WhatsApp itself, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const consented = async (): Promise<{ phone: string; wa_id: string }> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    return { phone, wa_id: phone.replace('+52', '521') }
  }

  test('stops marketing alone, until it is set back there', async () => {
    const { phone, wa_id } = await consented()
    await sets(service(), { wa_id, value: 'stop' })
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
    await sets(service(), { wa_id, value: 'resume' })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test.each(['hola', '#start', '#want offers'])('is not lifted by "%s"', async (said) => {
    const { phone, wa_id } = await consented()
    await sets(service(), { wa_id, value: 'stop' })
    await writes(service(), by(phone), said)
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
  })

  test('is no message: it lifts no block and opens no window', async () => {
    const { phone, wa_id } = await consented()
    await writes(service(), by(phone), 'SALIR')
    service().pass(25 * 60 * 60 * 1000)
    await sets(service(), { wa_id, value: 'resume' })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect((await person(service(), phone)).senders[0]?.windowOpenUntil).toBeNull()
  })

  test('counts by when it was set, and once', async () => {
    const { phone, wa_id } = await consented()
    const stop = await sets(service(), { wa_id, value: 'stop' })
    const resume = await sets(service(), { wa_id, value: 'resume' })
    const before = await service().rows()
    await hear(service(), resume, stop)
    await hear(service(), stop)
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('may be told of an id alone, with its time as text', async () => {
    const bsuid = 'MX.1350000000000777'
    await writes(service(), { from_user_id: bsuid }, '#want')
    const timestamp = String(Math.floor(service().now() / 1000) + 1)
    await sets(service(), { user_id: bsuid, value: 'stop', timestamp })
    expect(await reasons(service(), { bsuid })).toEqual(['consented', 'platform_stop'])
  })

  test('by a clock that is far ahead binds nobody to that time', async () => {
    const [phone, first, second] = [newPhone(), 'MX.1350000000000778', 'MX.1350000000000779']
    const timestamp = 9_007_199_254_740
    await sets(service(), { wa_id: phone.slice(1), user_id: first, value: 'stop', timestamp })
    await writes(service(), { ...by(phone), from_user_id: second }, 'hola')
    expect((await person(service(), phone)).id).toBe(
      (await person(service(), { bsuid: second })).id,
    )
    expect(await history(service(), { bsuid: first })).toHaveLength(1)
  })

  test.each([
    { value: 'pause' },
    { value: 'stop', category: 'all_messages' },
    { value: 'stop', wa_id: undefined },
    { value: 'stop', timestamp: 'soon' },
  ])('is kept for inspection where it is not understood: %j', async (setting) => {
    const { phone, wa_id } = await consented()
    const before = await service().rows()
    await sets(service(), { wa_id, ...setting })
    expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })
})
