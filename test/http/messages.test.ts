import { describe, expect, test } from 'vitest'
import type { MessageHeard } from '../../contract/message.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, serviceFor } from '../support/service.ts'
import {
  type Filled,
  handedIn,
  handInMessage,
  history,
  maySend,
  newPhone,
  reasons,
  tells,
} from './acts.ts'

const MEANINGS: readonly (readonly [text: string, heard: Partial<MessageHeard>])[] = [
  ['Salir', { meaning: 'opt_out', blocked: true }],
  ['  ＳＡＬＩＲ!! ', { meaning: 'opt_out', blocked: true }],
  ['ya no me escriban por favor', { meaning: 'opt_out_suspected', blocked: false }],
  ['please stop messaging me', { meaning: 'opt_out_suspected', blocked: false }],
  ['#want', { meaning: 'subscribe', granted: ['orders', 'offers'] }],
  ['#want offers', { meaning: 'subscribe', granted: ['offers'] }],
  ['#WANT Ofertas', { meaning: 'subscribe', granted: ['offers'] }],
  ['#want zapatos', { meaning: 'subscribe', granted: [] }],
  ['#want K7Q2MXA', { meaning: 'subscribe', granted: [] }],
  ['#stop offers', { meaning: 'unsubscribe_category', revoked: ['offers'], blocked: false }],
  ['#stop zapatos', { meaning: 'opt_out', blocked: true }],
  ['#volver', { meaning: 'resume' }],
  ['START', { meaning: 'resume' }],
  ['ayuda', { meaning: 'help' }],
  ['quiero salir a comer', { meaning: 'other', blocked: false }],
  ['', { meaning: 'other' }],
]

const NOTHING = { granted: [], revoked: [], blocked: false }

describe.each(ENGINES)('a message that the company hands in, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test.each(MEANINGS)(
    'saying "%s" means and does the same as from a provider',
    async (text, heard) => {
      const phone = newPhone()
      const answer = await tells(service(), phone, text)
      expect(answer).toEqual({ ...NOTHING, ...heard, event: expect.stringMatching(/^evt_/u) })
      const [event] = await history(service(), phone)
      expect(event).toMatchObject({ id: answer.event, act: { heardBy: 'handed-in' } })
    },
  )

  test('grants by message, and the decision names it', async () => {
    const phone = newPhone()
    const { event } = await tells(service(), phone, '#want offers')
    expect(await maySend(service(), phone)).toMatchObject({
      allow: true,
      reason: 'consented',
      evidence: event,
      proof: 'message',
      validForSeconds: 0,
    })
  })

  test('confirms a form by its code', async () => {
    const phone = newPhone()
    const { code } = await handedIn(service(), { phone, categories: ['orders'] })
    expect(await tells(service(), phone, `#want ${code}`)).toMatchObject({ granted: ['orders'] })
    expect(await reasons(service(), phone)).toEqual(['consented', 'never_asked'])
  })

  test('again is answered as the first time, and changes nothing', async () => {
    const phone = newPhone()
    const at = new Date(service().now()).toISOString()
    const message = { from: { phone }, text: '#want offers', at, id: `again ${phone}` }
    const first = await handInMessage(service(), message)
    const before = await service().rows()
    service().pass(60_000)
    for (const body of [message, { ...message, text: '#want' }, { ...message, at: undefined }]) {
      expect((await handInMessage(service(), body)).text).toBe(first.text)
    }
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
  })

  test.each([
    ['a no', (phone: string) => ({ from: { phone }, text: 'Salir' })],
    ['of somebody else', () => ({ from: { phone: newPhone() }, text: '#want offers' })],
  ])('under a known id is refused when it is %s, for it would be lost', async (_, other) => {
    const phone = newPhone()
    const id = `taken ${phone}`
    await handInMessage(service(), { from: { phone }, text: '#want offers', id })
    const answer = await handInMessage(service(), { ...other(phone), id })
    expect(answer.status).toBe(409)
    expect(answer.as<{ code: string }>().code).toBe('attempt-already-used')
  })

  test('may be a button’s payload, and of somebody without a phone', async () => {
    const bsuid = 'MX.1350000000000042'
    const say = (more: Filled) => handInMessage(service(), { from: { bsuid }, ...more })
    const yes = await say({ payload: 'want:offers', text: 'Sí', id: 'payload 1' })
    expect(yes.as<MessageHeard>()).toMatchObject({ meaning: 'subscribe', granted: ['offers'] })
    service().pass(2_000)
    const no = await say({ payload: 'OPT_OUT', id: 'payload 2' })
    expect(no.as<MessageHeard>()).toMatchObject({ meaning: 'opt_out', blocked: true })
    expect(await reasons(service(), { bsuid })).toEqual(['blocked', 'blocked'])
  })

  test('links a phone and an id that are handed in together', async () => {
    const [phone, bsuid] = [newPhone(), 'MX.1350000000000043']
    await handInMessage(service(), { from: { phone, bsuid }, text: '#want', id: `both ${phone}` })
    expect(await reasons(service(), { bsuid })).toEqual(['consented', 'consented'])
  })

  test('is taken at its time, and without one at the time it comes', async () => {
    const phone = newPhone()
    const say = (text: string, more: Filled) =>
      handInMessage(service(), { from: { phone }, text, id: `${text} ${phone}`, ...more })
    await say('#want', {})
    const earlier = new Date(service().now() - 60_000).toISOString()
    const late = await say('SALIR', { at: earlier })
    expect(late.as<MessageHeard>()).toMatchObject({ meaning: 'opt_out', blocked: false })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('stops where it only sounds like a stop, if the sender is strict', async () => {
    const document = demoDocument()
    const senders = document.senders.map((sender) => ({ ...sender, strictRevocation: true }))
    await service().load({ ...document, senders })
    const heard = await tells(service(), newPhone(), 'ya no me escriban por favor')
    expect(heard).toMatchObject({ meaning: 'opt_out_suspected', blocked: true })
  })

  test.each<[string, Filled, number, string]>([
    ['an unknown sender', { sender: 'nobody' }, 422, 'sender-not-found'],
    ['nobody as its author', { from: {} }, 400, 'body-not-valid'],
    ['an id that is none of Meta’s', { from: { bsuid: 'Ana' } }, 400, 'body-not-valid'],
    ['no id', { id: undefined }, 400, 'body-not-valid'],
    ['a time that is none', { at: 'yesterday' }, 400, 'body-not-valid'],
    ['a field that nobody knows', { grant: ['offers'] }, 400, 'body-not-valid'],
  ])('with %s is refused', async (_, more, status, problem) => {
    const before = await service().rows()
    const message = { from: { phone: newPhone() }, text: '#want', id: 'refused', ...more }
    expect(await handInMessage(service(), message)).toMatchObject({ status, problem })
    expect(await service().rows()).toEqual(before)
  })
})
