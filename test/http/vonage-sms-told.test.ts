import { describe, expect, test } from 'vitest'
import { vonageSms } from '../../server/inbound/vonage-sms.ts'
import { FORM, formOf, smsAt, without, type Fields } from './vonage-fields.ts'

const told = (fields: Fields) => vonageSms.read({ body: Buffer.from(formOf(fields)), type: FORM })

describe('what an SMS of Vonage’s tells', () => {
  const sms = smsAt(0, { messageId: 'id-1' })

  test('is who, what and when', () => {
    expect(told(sms)).toEqual([
      {
        kind: 'sms',
        account: 'sms|+12015550199',
        id: 'id-1',
        phone: '+12015550123',
        text: 'hola & adiós = 1_2',
        sentAt: Date.UTC(2026, 10, 18, 11, 6, 35),
      },
    ])
  })

  test('is the same in JSON', () => {
    const body = Buffer.from(JSON.stringify(sms))
    expect(vonageSms.read({ body, type: 'application/json' })).toEqual(told(sms))
  })

  test.each([
    { type: 'binary' },
    { msisdn: 'Vonage' },
    { to: '' },
    { text: undefined },
    { messageId: undefined },
  ])('is not understood with %j', (changed) => {
    const fields = Object.entries({ ...sms, ...changed }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    )
    expect(told(Object.fromEntries(fields))).toEqual([{ kind: 'unknown' }])
  })

  test.each([
    ['delivered', '0', 'delivered', null],
    ['failed', '9', 'failed', '9'],
    ['expired', '1', 'failed', '1'],
    ['buffered', '0', 'sent', null],
  ])('is that a message was %s with %s', (status, code, ours, error) => {
    const report = { ...without('text', sms), status }
    expect(told({ ...report, 'err-code': code })).toMatchObject([
      { kind: 'receipt', account: 'sms|+12015550199', phone: '+12015550123', status: ours, error },
    ])
  })

  test('is not understood in JSON that only looks like one of the Messages API', () => {
    const body = Buffer.from('{"message_uuid":"x","__proto__":{"channel":"sms"}}')
    expect(vonageSms.read({ body, type: 'application/json' })).toEqual([{ kind: 'unknown' }])
  })
})
