import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { history, newPhone, person, reasons } from './acts.ts'
import type { Wire } from './meta.ts'
import { BLOCKED, CONSENTED, sinchFor, sinchText } from './sinch-acts.ts'
import { callback, onWhatsapp, sinchMessage } from './sinch-wire.ts'

describe.each(ENGINES)('a message through Sinch, on %s,', (engine) => {
  const { service, post, writes, consented, isKept } = sinchFor(engine)

  test.each([
    ['a text', sinchText('SALIR')],
    [
      'a picture’s caption',
      { media_card_message: { caption: 'stop', url: 'https://m.example/1' } },
    ],
    ['a button', { choice_response_message: { message_id: '1', postback_data: 'OPT_OUT' } }],
    [
      'a button’s own word',
      { choice_response_message: { message_id: '1', postback_data: 'STOP' } },
    ],
  ])('hears a stop in %s', async (_, content) => {
    const phone = await consented()
    await writes(phone, content)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    await writes(phone, sinchText('hola'))
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test('hears which category a button is about, and a want on one', async () => {
    const phone = newPhone()
    const press = (postback_data: string) =>
      writes(phone, { choice_response_message: { message_id: '1', postback_data } })
    await press('want:offers')
    expect((await reasons(service(), phone))[1]).toBe('consented')
    await press('OPT_OUT_MARKETING')
    expect((await reasons(service(), phone))[1]).toBe('revoked')
  })

  test.each([
    ['a picture', { media_message: { url: 'https://m.example/1' } }],
    ['a place', { location_message: { title: 'x', coordinates: { latitude: 1, longitude: 2 } } }],
    ['an order', { product_response_message: { products: [] } }],
    ['a filled-in flow', { channel_specific_message: { message_type: 'nfm_reply', message: {} } }],
  ])('takes %s for a message, which lifts a stop', async (_, content) => {
    const phone = await consented()
    await writes(phone, sinchText('STOP'))
    await writes(phone, content)
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test.each([
    ['a reaction', { contact_message_event: { reaction_event: { emoji: '👍' } } }],
    ['typing', { contact_event: { composing_event: {} } }],
  ])('takes %s for no message', async (_, event) => {
    const phone = await consented()
    await writes(phone, sinchText('STOP'))
    expect(await isKept({ event: { id: '1', ...onWhatsapp(phone.slice(1)), ...event } })).toBe(
      false,
    )
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('knows a Mexican number with the old 1 for the same line', async () => {
    const phone = await consented()
    await writes(phone.replace('+52', '+521'), sinchText('STOP'))
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('hears somebody who hides the number', async () => {
    const bsuid = 'MX.13491208655302741918'
    await writes(bsuid, sinchText('#want'))
    expect(await reasons(service(), { bsuid })).toEqual(CONSENTED)
    await writes(bsuid, sinchText('stop'))
    expect(await reasons(service(), { bsuid })).toEqual(BLOCKED)
  })

  test('counts by when it happened, however late it comes', async () => {
    const phone = await consented()
    const earlier = {
      ...callback(service().now() + 1_000, sinchMessage(phone, sinchText('#want'))),
      accepted_time: new Date(service().now() + 60_000).toISOString(),
    }
    service().pass(5_000)
    await writes(phone, sinchText('STOP'))
    service().pass(60_000)
    expect((await post(earlier)).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('hears each message once, however often it comes', async () => {
    const phone = newPhone()
    const told = callback(service().now(), sinchMessage(phone, sinchText('#want')))
    for (const _ of [1, 2, 3]) {
      service().pass(1_000)
      expect((await post(told)).status).toBe(200)
    }
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test.each([
    ['nothing', {}],
    ['a new thing', { poll_notification: {} }],
    ['a message that is none', { message: 'STOP' }],
    ['a message of nobody', sinchMessage('nobody', sinchText('STOP'))],
    ['a message with an empty id', sinchMessage('+525512000000', sinchText('STOP'), { id: '' })],
    [
      'a message without an id',
      sinchMessage('+525512000000', sinchText('STOP'), { id: undefined }),
    ],
    ['a new kind of message', sinchMessage('+525512000000', { poll_message: {} })],
    [
      'a message that Sinch could not read',
      sinchMessage('+525512000000', { fallback_message: {} }),
    ],
    [
      'a message the company injected',
      sinchMessage('+525512000000', sinchText('#want'), { injected: true }),
    ],
    ['another app’s', { app_id: 'other', ...sinchMessage('+525512000000', sinchText('STOP')) }],
    ['a hostile key', JSON.parse('{"__proto__":{"message":{}},"constructor":{}}') as Wire],
  ])('keeps %s for inspection', async (_, told) => {
    expect(await isKept(told)).toBe(true)
  })

  test.each([
    sinchMessage('+525512000000', sinchText('STOP'), {
      channel_identity: { channel: 'MESSENGER', identity: '525512000000' },
    }),
    sinchMessage('+525512000000', sinchText('STOP'), { direction: 'TO_CONTACT' }),
  ])('passes by what is no message on WhatsApp to the business', async (told) => {
    expect(await isKept(told)).toBe(false)
  })

  test.each([
    ['#want', 401],
    ['hola', 401],
    ['STOP', 200],
  ])('with an old signature hears noes alone: "%s"', async (said, status) => {
    const phone = await consented()
    service().pass(10_000)
    const told = callback(service().now(), sinchMessage(phone, sinchText(said)))
    const { inbox } = await service().rows()
    const answer = await post(told, service().now() - 3_600_000)
    expect(answer.status).toBe(status)
    expect(await reasons(service(), phone)).toEqual(status === 200 ? BLOCKED : CONSENTED)
    expect((await service().rows())['inbox']).toBe(inbox)
  })

  test('is not shaken by a megabyte of nothing, nor by numbers in odd forms', async () => {
    const phone = newPhone()
    await writes(phone, sinchText(`\u200B`.repeat(300_000)))
    await writes(`\u200E+52 (55) ${phone.slice(5, 9)}-${phone.slice(9)}`, sinchText('STOP'))
    expect((await person(service(), phone)).senders[0]?.blocked).toBe(true)
  })
})
