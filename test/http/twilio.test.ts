import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { type Answer, PUBLIC_URL, serviceFor } from '../support/service.ts'
import { history, newPhone, reasons } from './acts.ts'
import { SECRET } from './sinch-wire.ts'
import {
  type Form,
  inboundEvent,
  messageFrom,
  signatureOf,
  statusOf,
  TWILIO_COMPANY,
} from './twilio-wire.ts'

const CONSENTED = ['consented', 'consented']
const BLOCKED = ['blocked', 'blocked']
const MAIN = '/webhooks/twilio/demo/main'
const DOOR = '/webhooks/twilio-sms/demo/sms'

describe.each(ENGINES)('Twilio, on %s,', (engine) => {
  const service = serviceFor({ engine, secrets: SECRET })
  beforeAll(async () => {
    await service().load(TWILIO_COMPANY)
  })

  const post = (form: Form, address = MAIN): Promise<Answer> => {
    const fields = Object.entries(form).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    return service().ask(address, {
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': signatureOf(`${PUBLIC_URL}${address}`, fields),
      },
    })
  }

  const tell = async (form: Form, address = MAIN): Promise<void> => {
    service().pass(2_000)
    const answer = await post(form, address)
    expect(answer).toMatchObject({ status: 200, text: '<Response/>' })
    expect(answer.type).toContain('text/xml')
  }

  const writes = (phone: string, form: Form): Promise<void> => tell(messageFrom(phone, form))

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(phone, { Body: '#want' })
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
    return phone
  }

  const isKept = async (form: Form, address = MAIN): Promise<boolean> => {
    const before = await service().rows()
    await tell(form, address)
    const after = await service().rows()
    expect({ ...after, inbox: before['inbox'] }).toEqual(before)
    return after['inbox'] !== before['inbox']
  }

  const image = { NumMedia: '1', MediaUrl0: 'https://m.example/1', MediaContentType0: 'image/jpeg' }

  test.each([
    ['a text', { Body: 'SALIR' }],
    ['a text of no declared kind', { Body: 'SALIR', MessageType: undefined }],
    ['a picture’s caption', { Body: 'stop', MessageType: 'image', ...image }],
    ['a button’s title', { Body: 'STOP', ButtonText: 'STOP', MessageType: 'button' }],
    ['a button’s payload', { Body: 'No', ButtonPayload: 'OPT_OUT', MessageType: 'button' }],
    ['a list', { ListId: 'OPT_OUT', ListTitle: 'No', MessageType: 'interactive' }],
    ['a word that Twilio knows too', { Body: 'STOP', OptOutType: 'STOP' }],
  ])('hears a stop in %s, once', async (_, form) => {
    const phone = await consented()
    await writes(phone, form)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    expect(await history(service(), phone)).toHaveLength(2)
  })

  test.each([
    ['START', 'START'],
    ['HELP', 'HELP'],
    ['EMPEZAR', 'START'],
    ['AUXILIO', 'HELP'],
  ])('grants nothing for "%s", whatever Twilio takes it for', async (Body, OptOutType) => {
    const phone = newPhone()
    await writes(phone, { Body, OptOutType })
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
  })

  test('believes Twilio that a word of the company’s own is a stop', async () => {
    const phone = await consented()
    await writes(phone, { Body: 'ADIOS', OptOutType: 'STOP' })
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('hears which category a button is about, and a want on one', async () => {
    const phone = newPhone()
    const button = { MessageType: 'button', Body: 'Sí' }
    await writes(phone, { ...button, ButtonPayload: 'want:offers' })
    expect((await reasons(service(), phone))[1]).toBe('consented')
    await writes(phone, { ...button, ButtonPayload: 'OPT_OUT_MARKETING' })
    expect((await reasons(service(), phone))[1]).toBe('revoked')
  })

  test.each([
    ['a picture', { MessageType: 'image', ...image }],
    ['a place', { MessageType: 'location', Latitude: '1', Longitude: '2' }],
    ['contacts', { MessageType: 'contacts' }],
  ])('takes %s for a message, which lifts a stop', async (_, form) => {
    const phone = await consented()
    await writes(phone, { Body: 'STOP' })
    await writes(phone, form)
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test('takes a reaction for no message', async () => {
    const phone = await consented()
    await writes(phone, { Body: 'STOP' })
    expect(await isKept(messageFrom(phone, { MessageType: 'reaction', Body: '👍' }))).toBe(false)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('knows a Mexican number with the old 1 for the same line', async () => {
    const phone = await consented()
    await writes(phone.replace('+52', '+521'), { Body: 'STOP' })
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('hears somebody who hides the number', async () => {
    const bsuid = 'MX.13491208655302741918'
    await writes(bsuid, { Body: '#want' })
    await writes(bsuid, { Body: 'stop' })
    expect(await reasons(service(), { bsuid })).toEqual(BLOCKED)
  })

  test('hears each message once', async () => {
    const phone = newPhone()
    const form = messageFrom(phone, { Body: '#want' })
    await tell(form)
    await tell(form)
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test.each([
    { MessageStatus: 'delivered' },
    { MessageStatus: 'read', EventType: 'READ' },
    { MessageStatus: 'queued' },
    { ErrorCode: '63049' },
    { ErrorCode: '63016' },
    { ErrorCode: '63024' },
    { MessageStatus: 'undelivered', ErrorCode: '63032' },
  ])('takes %j for no opt-out', async (form) => {
    const phone = await consented()
    expect(await isKept(statusOf(phone, form))).toBe(false)
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test('takes 63014 for a block, which the next message lifts', async () => {
    const phone = await consented()
    const form = statusOf(phone, { ErrorCode: '63014' })
    await tell(form)
    await tell(form)
    expect(await reasons(service(), phone)).toEqual(['provider_block', 'provider_block'])
    expect(await history(service(), phone)).toHaveLength(2)
    await writes(phone, { Body: 'hola' })
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test('halts whoever it says has opted out of SMS', async () => {
    const phone = await consented()
    await tell(
      statusOf(phone, {
        From: '+12015550199',
        To: phone,
        ErrorCode: '21610',
        ChannelPrefix: undefined,
      }),
      DOOR,
    )
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('halts whoever says by SMS what Twilio takes for a stop', async () => {
    const phone = await consented()
    const sms = { From: phone, To: '+12015550199', Body: 'ADIOS', OptOutType: 'STOP' }
    await tell(messageFrom(phone, { ...sms, MessageType: undefined, WaId: undefined }), DOOR)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test.each([
    ['nothing', {}],
    ['nobody', messageFrom('nobody', { Body: 'STOP' })],
    ['a message without an id', messageFrom('+525512000000', { MessageSid: undefined })],
    ['a message of an empty id', messageFrom('+525512000000', { MessageSid: '' })],
    ['a new kind of message', messageFrom('+525512000000', { MessageType: 'poll' })],
    [
      'a message to another business',
      messageFrom('+525512000000', { To: 'whatsapp:+12015550100' }),
    ],
    ['an SMS', messageFrom('+525512000000', { From: '+525512000000', Body: '#want' })],
    ['a hostile key', { ['__proto__']: 'x', constructor: 'y', Body: 'STOP' }],
    ['a very long number', messageFrom(`+${'5'.repeat(5_000)}`, { Body: 'STOP' })],
  ])('keeps %s for inspection', async (_, form) => {
    expect(await isKept(form)).toBe(true)
  })

  test('keeps what is on WhatsApp out of a door for SMS', async () => {
    expect(await isKept(messageFrom('+525512000000', { Body: 'STOP' }), DOOR)).toBe(true)
    expect(await isKept(statusOf('+525512000000', { ErrorCode: '21610' }), DOOR)).toBe(true)
  })

  test('is heard in JSON too, with several events in one', async () => {
    const [first, second] = [await consented(), await consented()]
    service().pass(2_000)
    const body = JSON.stringify([
      inboundEvent(first),
      null,
      { type: 'other' },
      inboundEvent(second),
    ])
    const hash = createHash('sha256').update(body).digest('hex')
    const address = `${MAIN}?bodySHA256=${hash}`
    const headers = { 'x-twilio-signature': signatureOf(`${PUBLIC_URL}${address}`) }
    const answer = await service().ask(address, { body, headers })
    expect(answer.status).toBe(200)
    for (const phone of [first, second]) expect(await reasons(service(), phone)).toEqual(BLOCKED)
    expect((await service().ask(address, { body: `${body} `, headers })).status).toBe(403)
  })

  test('is heard by GET, where the address says everything', async () => {
    const phone = await consented()
    service().pass(2_000)
    const form = messageFrom(phone, { Body: 'SALIR' })
    const address = `${MAIN}?${new URLSearchParams(form as Record<string, string>).toString()}`
    const ask = (signature: string) =>
      service().ask(address, { method: 'GET', headers: { 'x-twilio-signature': signature } })
    expect((await ask('x'.repeat(28))).status).toBe(403)
    expect((await ask(signatureOf(`${PUBLIC_URL}${address}`))).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })
})
