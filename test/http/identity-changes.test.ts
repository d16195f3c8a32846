import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, found, hear, history, newPhone, person, reasons, writes, type Who } from './acts.ts'
import { messages, PHONE_NUMBER_ID, system, type Wire } from './meta.ts'

const CONSENTED = ['consented', 'consented']
const CONFLICT = ['identity_conflict', 'identity_conflict']

let made = 0

const newUserId = (): string => `MX.1360000${String((made += 1)).padStart(8, '0')}`

/** The note as a field of its own, as it was and as some still pass it on. */
const idUpdate = (update: Wire): Wire => ({
  field: 'user_id_update',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '5511912345678', phone_number_id: PHONE_NUMBER_ID },
    user_id_update: [update],
  },
})

type Line = { readonly phone: string; readonly id: string }

const newLine = (): Line => ({ phone: newPhone(), id: newUserId() })

const asLine = ({ phone, id }: Line): Wire => ({ ...by(phone), from_user_id: id })

describe.each(ENGINES)('a person whom Meta says has another number or id, on %s,', (engine) => {
  const service = serviceFor({ engine })
  const seconds = (): string => String(Math.floor(service().now() / 1000))

  const noted = async (note: Wire, more: Wire = {}): Promise<Wire> => {
    service().pass(2_000)
    const change = system(service().now(), note, more)
    await hear(service(), change)
    return change
  }

  const changedNumber = (old: Line, next: Line): Promise<Wire> =>
    noted(
      {
        type: 'user_changed_number',
        body: `User Ana changed from ${old.phone.slice(1)} to ${next.phone.slice(1)}`,
        wa_id: next.phone.slice(1),
        user_id: next.id,
        previous_user_id: old.id,
      },
      by(old.phone),
    )

  test('keeps every no and no yes under the new number', async () => {
    const [old, next] = [newLine(), newLine()]
    await writes(service(), asLine(old), '#want')
    await writes(service(), asLine(old), '#stop offers')
    await changedNumber(old, next)
    for (const who of [next.phone, { bsuid: next.id }]) {
      expect(await reasons(service(), who)).toEqual(['never_asked', 'revoked'])
    }
    expect(await reasons(service(), old.phone)).toEqual(['consented', 'revoked'])
    await writes(service(), asLine(next), 'SALIR')
    expect(await reasons(service(), next.phone)).toEqual(['blocked', 'blocked'])
    expect(await reasons(service(), old.phone)).toEqual(['blocked', 'blocked'])
  })

  test('may say yes again under the new number, which is no yes under the old one', async () => {
    const [old, next] = [newLine(), newLine()]
    await writes(service(), asLine(old), 'STOP')
    await changedNumber(old, next)
    await writes(service(), asLine(next), '#want')
    expect(await reasons(service(), next.phone)).toEqual(CONSENTED)
    expect(await reasons(service(), old.phone)).toEqual(['blocked', 'blocked'])
  })

  test('is told twice and once in other company, and it is one change', async () => {
    const [old, next] = [newLine(), newLine()]
    await writes(service(), asLine(old), '#want')
    const change = await changedNumber(old, next)
    await writes(service(), asLine(next), '#want orders')
    const before = await service().rows()
    await hear(service(), change, change)
    await hear(service(), change)
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), next.phone)).toEqual(['consented', 'never_asked'])
  })

  test.each([
    ['previous_user_id', (old: Line) => ({ previous_user_id: old.id })],
    [
      'the sentence',
      (old: Line, id: string) => ({ body: `User X changed from ${old.id} to ${id}` }),
    ],
  ])('by a new id alone keeps the noes: told by %s', async (_, told) => {
    const [old, id] = [newLine(), newUserId()]
    await writes(service(), { from_user_id: old.id }, '#want')
    await writes(service(), { from_user_id: old.id }, '#stop orders')
    await noted({ type: 'user_changed_user_id', user_id: id, ...told(old, id) })
    expect(await reasons(service(), { bsuid: id })).toEqual(['revoked', 'never_asked'])
    expect(await reasons(service(), { bsuid: old.id })).toEqual(['revoked', 'consented'])
  })

  test('is followed by what was stopped, by the field of its own', async () => {
    const [old, id] = [newLine(), newUserId()]
    await writes(service(), asLine(old), '#want')
    await writes(service(), { from_user_id: old.id }, 'STOP')
    service().pass(2_000)
    const update = {
      wa_id: old.phone.slice(1),
      user_id: { previous: old.id, current: id },
      timestamp: seconds(),
    }
    await hear(service(), idUpdate(update))
    const before = await service().rows()
    await hear(service(), idUpdate(update))
    expect(await service().rows()).toEqual(before)
    for (const who of [old.phone, { bsuid: id }, { bsuid: old.id }] satisfies Who[]) {
      expect(await reasons(service(), who)).toEqual(['blocked', 'blocked'])
    }
    await writes(service(), { ...by(old.phone), from_user_id: id }, '#want')
    expect(await reasons(service(), old.phone)).toEqual(CONSENTED)
    expect((await person(service(), old.phone)).id).toBe(
      (await person(service(), { bsuid: id })).id,
    )
  })

  test('is known by the new number where the note tells the old one as well', async () => {
    const [old, next] = [newPhone(), newPhone()]
    await writes(service(), by(old), 'STOP')
    const [wa_id, new_wa_id] = [old.slice(1), next.slice(1)]
    await noted({ type: 'customer_changed_number', wa_id, new_wa_id }, by(old))
    expect(await reasons(service(), next)).toEqual(['blocked', 'blocked'])
    expect((await person(service(), next)).conflict).toBeNull()
  })

  test('is followed by the parents’ ids as well', async () => {
    const [old, next] = [newUserId(), newUserId()]
    const [oldParent, nextParent] = [old, next].map((id) => id.replace('MX.', 'MX.ENT.'))
    await writes(service(), { from_user_id: old, from_parent_user_id: oldParent }, '#want')
    await noted({
      type: 'user_changed_user_id',
      user_id: next,
      previous_user_id: old,
      parent_user_id: nextParent,
      previous_parent_user_id: oldParent,
    })
    await writes(service(), { from_parent_user_id: nextParent }, 'STOP')
    for (const bsuid of [old, next, oldParent ?? '', nextParent ?? '']) {
      expect(await reasons(service(), { bsuid })).toEqual(['blocked', 'blocked'])
    }
    expect((await person(service(), { bsuid: next })).id).toBe(
      (await person(service(), { bsuid: nextParent ?? '' })).id,
    )
  })

  test('is denied everything where nobody says whose the new id is', async () => {
    const id = newUserId()
    const note = await noted({ type: 'user_changed_user_id', user_id: id })
    expect(await reasons(service(), { bsuid: id })).toEqual(CONFLICT)
    await hear(service(), note)
    expect(await history(service(), { bsuid: id })).toHaveLength(1)
  })

  test('who becomes somebody with another number is in doubt, and so is that one', async () => {
    const [old, next, other] = [newLine(), newLine(), newLine()]
    await writes(service(), asLine(old), '#want')
    await writes(service(), asLine(other), '#want')
    await changedNumber(old, { phone: next.phone, id: other.id })
    for (const who of [next.phone, other.phone]) {
      expect(await reasons(service(), who)).toEqual(CONFLICT)
    }
  })

  test.each([
    ['nothing new', { type: 'user_changed_number' }],
    ['a number that is none', { type: 'user_changed_number', wa_id: 'x' }],
    ['an id that is none', { type: 'user_changed_user_id', user_id: '__proto__' }],
    ['objects', { type: 'user_changed_user_id', user_id: {}, previous_user_id: [] }],
  ])('with %s in the note is kept for inspection', async (_, note) => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const before = await service().rows()
    await noted(note, by(phone))
    expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test.each([{}, { user_id: {} }, { user_id: { previous: 'US.1' } }, { user_id: 'US.1' }])(
    'in a field like %j is kept for inspection',
    async (update) => {
      const before = await service().rows()
      await hear(service(), idUpdate({ timestamp: seconds(), ...update }))
      expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    },
  )

  test('spoils nothing of what came beside it', async () => {
    const [old, next, phone] = [newLine(), newLine(), newPhone()]
    await writes(service(), asLine(old), 'STOP')
    service().pass(2_000)
    const { value } = system(service().now(), {
      type: 'user_changed_number',
      wa_id: next.phone.slice(1),
    }) as { readonly value: { readonly messages: readonly Wire[] } }
    const [note = {}] = value.messages
    const list = [null, { ...note, ...by(old.phone) }, { ...note, id: 5 }]
    await hear(service(), messages(list as Wire[]), messages([{ ...note, ...by(phone) }]))
    expect(await reasons(service(), next.phone)).toEqual(['blocked', 'blocked'])
    expect((await found(service(), phone)).status).toBe(200)
  })
})
