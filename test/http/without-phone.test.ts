import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, hear, history, maySend, newPhone, person, reasons, writes } from './acts.ts'
import { messages, preference, text, wireMessage } from './meta.ts'

let made = 0

/** A business-scoped id that no other test has. */
const newUserId = (country = 'MX'): string =>
  `${country}.13500000${String((made += 1)).padStart(8, '0')}`

describe.each(ENGINES)('a person whose phone is hidden, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test.each([
    ['beside the message', (id: string) => ({ from_user_id: id })],
    ['in place of the number', (id: string) => ({ from: id })],
  ])('opts in and out by the id %s', async (_, from) => {
    const bsuid = newUserId()
    await writes(service(), from(bsuid), '#want')
    expect(await reasons(service(), { bsuid })).toEqual(['consented', 'consented'])
    await writes(service(), from(bsuid), 'SALIR')
    expect(await reasons(service(), { bsuid })).toEqual(['blocked', 'blocked'])
    await writes(service(), from(bsuid), 'hola')
    expect(await reasons(service(), { bsuid })).toEqual(['consented', 'consented'])
  })

  test('is known by the contact’s id where the message has none', async () => {
    const bsuid = newUserId()
    const message = wireMessage(service().now(), text('#want'))
    const contacts = [{ profile: { name: 'Ana', username: '@ana' }, user_id: bsuid }]
    await hear(service(), messages([message], { contacts }))
    expect(await reasons(service(), { bsuid })).toEqual(['consented', 'consented'])
  })

  test('is one with the phone when both are seen: the no and the yes of each count for both', async () => {
    const [phone, bsuid] = [newPhone(), newUserId()]
    await writes(service(), by(phone), '#want orders')
    await writes(service(), { from_user_id: bsuid }, '#want offers')
    expect(await reasons(service(), phone)).toEqual(['consented', 'never_asked'])
    expect(await reasons(service(), { bsuid })).toEqual(['never_asked', 'consented'])
    await writes(service(), { ...by(phone), from_user_id: bsuid }, 'hola')
    for (const who of [phone, { bsuid }]) {
      expect(await reasons(service(), who)).toEqual(['consented', 'consented'])
    }
    await writes(service(), { from_user_id: bsuid }, 'SALIR')
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect(await history(service(), phone)).toHaveLength(4)
    expect((await person(service(), { bsuid })).knownBy.map(({ kind }) => kind).toSorted()).toEqual(
      ['bsuid', 'phone'],
    )
  })

  test('that stopped before the phone was known stays stopped at the phone', async () => {
    const [phone, bsuid] = [newPhone(), newUserId()]
    await writes(service(), { from_user_id: bsuid }, 'SALIR')
    await writes(service(), { ...by(phone), from_user_id: bsuid }, 'ya no me escriban por favor')
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('inherits with a phone that had another id every no and no yes', async () => {
    const [phone, old, next] = [newPhone(), newUserId(), newUserId()]
    await writes(service(), { ...by(phone), from_user_id: old }, '#want')
    await writes(service(), { ...by(phone), from_user_id: old }, '#stop offers')
    await writes(service(), { ...by(phone), from_user_id: next }, 'hola')
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'revoked'])
    expect(await reasons(service(), { bsuid: next })).toEqual(['never_asked', 'revoked'])
    expect(await reasons(service(), { bsuid: old })).toEqual(['consented', 'revoked'])

    await writes(service(), { ...by(phone), from_user_id: next }, '#want orders')
    expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
    await writes(service(), { from_user_id: old }, '#stop orders')
    expect(await reasons(service(), phone)).toEqual(['revoked', 'revoked'])
  })

  test('with a phone that changed hands is not taken back by a message that comes late', async () => {
    const [phone, old, next] = [newPhone(), newUserId(), newUserId()]
    const asOld = { ...by(phone), from_user_id: old }
    await writes(service(), asOld, '#want')
    const late = wireMessage(service().now() + 1_000, { ...asOld, ...text('hola') })
    service().pass(60_000)
    await writes(service(), { ...by(phone), from_user_id: next }, 'hola')
    await hear(service(), messages([late]))
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
    expect((await person(service(), phone)).id).toBe((await person(service(), { bsuid: next })).id)
  })

  test('who comes with a second phone is in doubt, and so is whoever had it: a deny for both', async () => {
    const [mine, theirs, bsuid] = [newPhone(), newPhone(), newUserId()]
    await writes(service(), { ...by(mine), from_user_id: bsuid }, '#want')
    await writes(service(), by(theirs), '#want')
    await writes(service(), { ...by(theirs), from_user_id: bsuid }, 'hola')
    for (const who of [mine, theirs, { bsuid }]) {
      expect(await reasons(service(), who)).toEqual(['identity_conflict', 'identity_conflict'])
    }
  })

  test('is in doubt too when what WhatsApp tells of marketing shows a second phone', async () => {
    const [mine, theirs, bsuid] = [newPhone(), newPhone(), newUserId()]
    await writes(service(), { ...by(mine), from_user_id: bsuid }, '#want')
    service().pass(2_000)
    const timestamp = Math.floor(service().now() / 1000)
    const setting = { wa_id: theirs.slice(1), user_id: bsuid, value: 'stop', timestamp }
    await hear(service(), preference(setting))
    expect(await reasons(service(), mine)).toEqual(['identity_conflict', 'identity_conflict'])
  })

  test('of North America comes back by a keyword alone, as a number of +1 does', async () => {
    const bsuid = newUserId('US')
    await writes(service(), { from_user_id: bsuid }, '#want')
    await writes(service(), { from_user_id: bsuid }, 'STOP')
    await writes(service(), { from_user_id: bsuid }, 'hello')
    expect(await reasons(service(), { bsuid })).toEqual(['blocked', 'blocked'])
    await writes(service(), { from_user_id: bsuid }, 'START')
    expect(await reasons(service(), { bsuid })).toEqual(['consented', 'consented'])
  })
})

describe.each(ENGINES)('the contacts of a body with several people, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test('are told apart by their numbers: nobody gets another’s id', async () => {
    const [ana, ben, bsuid] = [newPhone(), newPhone(), newUserId()]
    const say = (phone: string) => wireMessage(service().now(), { ...by(phone), ...text('#want') })
    const contacts = [{ wa_id: ben.slice(1), user_id: bsuid }]
    await hear(service(), messages([say(ana), say(ben)], { contacts }))
    expect((await maySend(service(), { bsuid })).personId).toBe((await person(service(), ben)).id)
    expect((await person(service(), ana)).knownBy).toHaveLength(1)
  })
})
