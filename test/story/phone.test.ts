import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { metaBody, metaSignature } from '../../demo/voices/cloud.ts'
import type { PhoneMessage } from '../../demo/voices/phone-message.ts'
import { userIdOf } from '../../demo/client/user-id.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'

const CAFE = {
  wabaId: '102290129340398',
  phoneNumberId: '106540352242922',
  digits: '5511912345678',
}

const message = (over: Partial<PhoneMessage>): PhoneMessage => ({
  id: 'wamid.x/y',
  from: '5215512345678',
  bsuid: 'MX.1',
  name: 'Lucía',
  sentAt: 1_795_000_000_999,
  content: { kind: 'text', text: 'ＳＡＬＩＲ' },
  ...over,
})

const inside = (body: string) =>
  JSON.parse(body).entry[0].changes[0].value as {
    contacts: Record<string, unknown>[]
    messages: Record<string, unknown>[]
  }

describe('the pretended phone speaks as Meta does', () => {
  test('in ASCII, with slashes escaped', () => {
    const body = metaBody(CAFE, message({}))
    expect(body).toMatch(/^[ -~]+$/u)
    expect(body).toContain('\\uff33\\uff21')
    expect(body).toContain('wamid.x\\/y')
    expect(inside(body).messages[0]).toMatchObject({
      from: '5215512345678',
      from_user_id: 'MX.1',
      timestamp: '1795000000',
      text: { body: 'ＳＡＬＩＲ' },
    })
  })

  test('without a number when the person hides it, and never with the user id in its place', () => {
    const { contacts, messages } = inside(metaBody(CAFE, message({ from: null })))
    expect(contacts[0]).toEqual({ profile: { name: 'Lucía' }, user_id: 'MX.1' })
    expect(messages[0]).not.toHaveProperty('from')
    expect(messages[0]).toMatchObject({ from_user_id: 'MX.1' })
  })

  test('with a caption under a picture, and with the payload of a button', () => {
    const picture = { kind: 'picture', caption: 'Stop' } as const
    const button = { kind: 'button', payload: 'OPT_OUT_MARKETING', title: 'No' } as const
    expect(inside(metaBody(CAFE, message({ content: picture }))).messages[0]).toMatchObject({
      type: 'image',
      image: { caption: 'Stop' },
    })
    expect(inside(metaBody(CAFE, message({ content: button }))).messages[0]).toMatchObject({
      type: 'button',
      button: { payload: 'OPT_OUT_MARKETING', text: 'No' },
    })
  })

  test('signed over the bytes that are sent', () => {
    const hex = createHmac('sha256', 'secret').update('{}').digest('hex')
    expect(metaSignature('{}', 'secret')).toBe(`sha256=${hex}`)
  })

  test('one line has one user id, however it is written', () => {
    expect(userIdOf('5215512345678')).toBe(userIdOf('525512345678'))
    expect(userIdOf('5215512345678')).not.toBe(userIdOf('5215512345679'))
    expect(userIdOf('5215512345678')).toMatch(/^MX\.\d{20}$/u)
  })
})

describe('the phone in a running demo', () => {
  let world: DemoWorld
  beforeAll(async () => {
    world = await startDemoWorld()
  }, 60_000)
  afterAll(() => world.close())

  const send = (origin: string, body: object) =>
    fetch(`${world.url}demo/phone/send`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ to: CAFE.digits, bsuid: 'MX.12345678901234567890', ...body }),
    })

  test('a deep link answers with no content, so that the browser stays where it is', async () => {
    const answer = await fetch(`${world.url}phone/${CAFE.digits}?text=%23want%20X`)
    expect(answer.status).toBe(204)
    expect(await world.historyOf({ phone: '+525512345678' })).toEqual([])
  })

  test('a draft waits for the next phone that opens', async () => {
    await fetch(`${world.url}phone/${CAFE.digits}?text=%23want%20WAITING`)
    const drafts = await fetch(`${world.url}demo/phone/drafts`)
    const chunk = await drafts.body?.getReader().read()
    expect(new TextDecoder().decode(chunk?.value)).toContain('"text":"#want WAITING"')
  })

  test('only the demo’s own page sends from it', async () => {
    const body = { from: '5215512345678', text: '#want' }
    expect((await send('http://shop.example', body)).status).toBe(403)
    expect((await send(`http://localhost:${world.port + 1}`, body)).status).toBe(403)
    expect(await world.historyOf({ phone: '+525512345678' })).toEqual([])
  })

  test('a message without a number opts in and out by its user id', async () => {
    const person = { bsuid: 'MX.12345678901234567890' }
    const own = `http://localhost:${world.port}`
    expect(await (await send(own, { text: '#want' })).json()).toMatchObject({ status: 200 })
    expect(await world.maySend(person, 'offers')).toMatchObject({ allow: true, proof: 'message' })
    expect(await (await send(own, { caption: 'Stop' })).json()).toMatchObject({ status: 200 })
    expect(await world.maySend(person, 'offers')).toMatchObject({
      allow: false,
      reason: 'blocked',
    })
  })

  test('a template’s button takes back marketing alone', async () => {
    const person = { bsuid: 'MX.99999999999999999999' }
    const own = `http://localhost:${world.port}`
    await send(own, { ...person, text: '#want' })
    await send(own, { ...person, text: 'No', payload: 'OPT_OUT_MARKETING' })
    expect(await world.maySend(person, 'offers')).toMatchObject({ reason: 'revoked' })
    expect(await world.maySend(person, 'orders')).toMatchObject({ reason: 'consented' })
  })
})
