import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor, type Service } from '../support/service.ts'
import { by, found, hear, history, newPhone, reasons, writes } from './acts.ts'
import { newWamid, preference, statuses, type Wire } from './meta.ts'

const failed = (code: unknown, more: Wire): Wire => ({
  id: newWamid(),
  status: 'failed',
  errors: [{ code, title: 'Unable to deliver' }],
  ...more,
})

const tells = async (service: Service, told: Wire): Promise<Wire> => {
  service.pass(2_000)
  const status = { timestamp: String(Math.floor(service.now() / 1000)), ...told }
  await hear(service, statuses([status]))
  return status
}

describe.each(ENGINES)('what became of a message that the business sent, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const consented = async (more: Wire = {}): Promise<string> => {
    const phone = newPhone()
    await writes(service(), { ...by(phone), ...more }, '#want')
    return phone
  }

  test.each([
    131026,
    131047,
    131048,
    131049,
    131051,
    131056,
    130472,
    130497,
    132001,
    368,
    '131026',
  ])('is no opt-out where it failed with %s', async (code) => {
    const phone = await consented()
    await tells(service(), failed(code, { recipient_id: phone.slice(1) }))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test.each(['sent', 'delivered', 'read', 'played', 'deleted', 'warning'])(
    'is nothing to consent where it was %s',
    async (status) => {
      const phone = await consented()
      const { inbox } = await service().rows()
      await tells(service(), { id: newWamid(), status, recipient_id: phone.slice(1) })
      expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
      expect(await history(service(), phone)).toHaveLength(1)
      expect((await service().rows())['inbox']).toBe(inbox)
    },
  )

  test.each([131050, '131050'])('stops marketing alone where Meta says %s', async (code) => {
    const phone = await consented()
    const told = failed(code, { recipient_id: phone.replace('+52', '521') })
    const status = await tells(service(), told)
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
    await hear(service(), statuses([status, status]))
    expect(await history(service(), phone)).toHaveLength(2)
    const timestamp = Math.floor(service().now() / 1000) + 2
    service().pass(2_000)
    await hear(service(), preference({ wa_id: phone.slice(1), value: 'resume', timestamp }))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    await hear(service(), statuses([status]))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('finds that stop beside other errors', async () => {
    const phone = await consented()
    const errors = [{ code: 131000 }, null, { code: 131050 }]
    await tells(service(), failed(1, { recipient_id: phone.slice(1), errors }))
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
  })

  test.each(['recipient_user_id', 'parent_recipient_user_id', 'recipient_parent_user_id'])(
    'names the person by %s',
    async (field) => {
      const isParent = field !== 'recipient_user_id'
      const bsuid = `MX.${isParent ? 'ENT.' : ''}7${newPhone().slice(1)}`
      await writes(service(), { from_user_id: bsuid }, '#want')
      await tells(service(), failed(131050, { [field]: bsuid }))
      expect(await reasons(service(), { bsuid })).toEqual(['consented', 'platform_stop'])
    },
  )

  test('is of nobody where a group or no one is named', async () => {
    const before = await service().rows()
    await tells(service(), failed(131050, {}))
    const phone = newPhone()
    const group = { recipient_id: phone.slice(1), recipient_type: 'group' }
    await tells(service(), failed(131050, group))
    expect((await found(service(), phone)).status).toBe(404)
    expect(await service().rows()).toEqual(before)
  })

  test('that is odd is kept, and spoils none of the others', async () => {
    const phone = await consented()
    const { inbox = 0 } = await service().rows()
    const timestamp = String(Math.floor(service().now() / 1000))
    const odd: readonly unknown[] = [
      null,
      'failed',
      {},
      { id: 5, status: 'failed', timestamp },
      { id: newWamid(), status: 'failed', timestamp: 'soon' },
      { id: newWamid(), status: 'failed', timestamp, errors: 'none', recipient_id: '__proto__' },
    ]
    const good = failed(131050, { recipient_id: phone.slice(1), timestamp })
    await hear(service(), statuses([...(odd as Wire[]), good]))
    expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
    expect((await service().rows())['inbox']).toBe(inbox + 1)
  })
})
