import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { history, newPhone, reasons } from './acts.ts'
import type { Wire } from './meta.ts'
import { BLOCKED, CONSENTED, sinchFor, sinchText } from './sinch-acts.ts'
import { onWhatsapp } from './sinch-wire.ts'

const report = (phone: string, status: string, reason: Wire = {}): Wire => ({
  message_delivery_report: {
    message_id: `01EQ${phone}`,
    status,
    ...onWhatsapp(phone.slice(1)),
    reason,
  },
})

const notified = (identity: string, more: Wire): Wire => ({
  contact_id: '01EK',
  channel: 'WHATSAPP',
  identity,
  request_id: `01EQ-${identity}`,
  ...more,
})

const metaValue = (...user_preferences: readonly Wire[]) => ({
  metadata: { phone_number_id: '106540352242922' },
  user_preferences,
})

describe.each(ENGINES)('what Sinch tells beside messages, on %s,', (engine) => {
  const { service, tell, writes, consented, isKept } = sinchFor(engine)

  test.each([
    ['DELIVERED', {}],
    ['READ', {}],
    ['QUEUED_ON_CHANNEL', {}],
    ['SWITCHING_CHANNEL', {}],
    ['FAILED', { code: 'RECIPIENT_NOT_OPTED_IN' }],
    ['FAILED', { code: 'CHANNEL_FAILURE', channel_code: '131026' }],
    ['FAILED', { code: 'CHANNEL_FAILURE', channel_code: '131049' }],
    ['FAILED', { code: 'CHANNEL_FAILURE', description: '131050' }],
  ])('takes the report %s %j for no opt-out', async (status, reason) => {
    const phone = await consented()
    expect(await isKept(report(phone, status, reason))).toBe(false)
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test.each(['131050', 131_050])(
    'takes Meta’s code %j for a stop of marketing, once',
    async (channel_code) => {
      const phone = await consented()
      const told = report(phone, 'FAILED', { code: 'CHANNEL_FAILURE', channel_code })
      await tell(told)
      await tell(told)
      expect(await reasons(service(), phone)).toEqual(['consented', 'platform_stop'])
      expect(await history(service(), phone)).toHaveLength(2)
    },
  )

  test('hears an opt-out that was made at Sinch; a message alone does not end it', async () => {
    const phone = await consented()
    const told = notified(phone.slice(1), { status: 'OPT_OUT_SUCCEEDED' })
    await tell({ opt_out_notification: told })
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    await writes(phone, sinchText('hola'))
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    await writes(phone, sinchText('#start'))
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
  })

  test.each([
    ['opt_out_notification', { status: 'OPT_OUT_FAILED' }, true],
    ['opt_out_notification', { status: 'OPT_OUT_SUCCEEDED', channel: 'MESSENGER' }, false],
    ['opt_in_notification', { status: 'OPT_IN_SUCCEEDED' }, false],
    ['opt_in_notification', { status: 'OPT_IN_FAILED' }, false],
  ])('takes %s %j for nothing that anybody did', async (key, more, isOdd) => {
    const phone = newPhone()
    expect(await isKept({ [key]: notified(phone.slice(1), more) })).toBe(isOdd)
  })

  const setting = (wa_id: string, value: string): Wire => ({
    wa_id,
    detail: 'set',
    category: 'marketing_messages',
    value,
    timestamp: Math.floor(service().now() / 1000) + 2,
  })
  test.each([
    ['whole', (one: Wire) => ({ entry: [{ changes: [{ value: metaValue(one) }] }] })],
    ['from its entry on', (one: Wire) => ({ changes: [{ value: metaValue(one) }] })],
    ['from its change on', (one: Wire) => ({ field: 'user_preferences', value: metaValue(one) })],
    ['from its value on', (one: Wire) => metaValue(one)],
  ])('hears what Meta wrote of marketing, passed on %s', async (_, frame) => {
    const phone = await consented()
    const set = async (word: string) => {
      const payload = JSON.stringify(frame(setting(phone.slice(1), word)))
      await tell({ unsupported_callback: { channel: 'WHATSAPP', payload } })
      return reasons(service(), phone)
    }
    expect(await set('stop')).toEqual(['consented', 'platform_stop'])
    expect(await set('resume')).toEqual(CONSENTED)
  })

  test.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['a megabyte of brackets', '['.repeat(100_000)],
    ['a hostile key', '{"__proto__":{"user_preferences":[{}]},"entry":[null,7,[]]}'],
    ['a message', '{"entry":[{"changes":[{"value":{"messages":[{"type":"text"}]}}]}]}'],
  ])('keeps what was passed on with %s in it', async (_, payload) => {
    expect(await isKept({ unsupported_callback: { channel: 'WHATSAPP', payload } })).toBe(true)
  })

  const quality = {
    channel: 'WHATSAPP',
    event_type: 'WHATS_APP_QUALITY_RATING_CHANGED',
    additional_data: { quality_rating: 'RED' },
  }

  test.each([
    { channel_event_notification: { channel_event: quality } },
    { channel_event: { ...quality, event_type: 'QUALITY_UPDATE' } },
    { channel_event: { channel: 'WHATSAPP', event_type: 'SOMETHING_ELSE' } },
    { contact_create_notification: { contact: {} } },
    { conversation_start_notification: {} },
    { capability_notification: {} },
    { record_notification: {} },
  ])('takes %j for nothing that a person did', async (told) => {
    expect(await isKept(told)).toBe(false)
  })
})
