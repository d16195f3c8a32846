import {
  type Arbitrary,
  assert,
  constantFrom,
  jsonValue,
  oneof,
  property,
  record,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCloud } from '../../server/inbound/whatsapp-cloud.ts'

const KINDS: readonly string[] = [
  'message',
  'preference',
  'receipt',
  'identity_change',
  'template',
  'quality',
  'ignored',
  'unknown',
]

const TYPES = [
  'text',
  'system',
  'edit',
  'order',
  'contacts',
  'interactive',
  '__proto__',
  'toString',
]
const FIELDS = ['messages', 'account_update', 'account_alerts', 'user_id_update', 'constructor']

/** What is expected in a place, or anything else that JSON can hold. */
const or = (...expected: readonly unknown[]): Arbitrary<unknown> =>
  oneof(constantFrom(...expected), jsonValue({ maxDepth: 2 }))

const part: Arbitrary<unknown> = oneof(
  jsonValue({ maxDepth: 3 }),
  record(
    {
      type: or(...TYPES, 'user_changed_number', 'user_changed_user_id', 'nfm_reply'),
      body: or('User x changed from US.1 to US.2', '\u200B'.repeat(1_000)),
      wa_id: or('525512345678', '0', '+', '9'.repeat(1_000)),
      user_id: or('US.1', 'US.ENT.1', '__proto__'),
      previous_user_id: or('US.1', 'us.1'),
      message: jsonValue({ maxDepth: 3 }),
      caption: or('STOP'),
    },
    { requiredKeys: [] },
  ),
)

const element: Arbitrary<unknown> = oneof(
  jsonValue({ maxDepth: 3 }),
  record(
    {
      id: or('wamid.1'),
      timestamp: or('1794999997', 1_794_999_997, -1, 1e300, 'NaN'),
      from: or('525512345678', 'US.1', ''),
      from_user_id: or('US.1'),
      type: or(...TYPES),
      status: or('failed', 'read', 'played', '__proto__'),
      errors: or([{ code: 131050 }], [null], [{ code: {} }]),
      recipient_id: or('525512345678'),
      value: or('stop', 'resume'),
      category: or('marketing_messages'),
      user_id: or('US.1', { previous: 'US.1', current: 'US.2' }),
      text: part,
      system: part,
      edit: part,
      order: part,
      contacts: part.map((one) => [one]),
      interactive: part,
    },
    { requiredKeys: ['id', 'timestamp', 'type'] },
  ),
)

const list = (): Arbitrary<unknown> =>
  oneof(
    jsonValue({ maxDepth: 1 }),
    element.map((one) => [one]),
  )

const value: Arbitrary<unknown> = record(
  {
    metadata: or({ phone_number_id: '1' }, { phone_number_id: 1 }, null),
    contacts: or([{ user_id: 'US.1' }], [{ wa_id: {} }], {}),
    messages: list(),
    statuses: list(),
    user_preferences: list(),
    user_id_update: list(),
    message_template_name: or('welcome'),
    new_quality_score: or('RED'),
    new_category: or('MARKETING', 'marketing', '__proto__', ''),
    event: or('APPROVED'),
    alert_info: or({ alert_type: 'X' }),
    display_phone_number: or('5511912345678'),
  },
  { requiredKeys: [] },
)

const bodies = record({
  entry: oneof(
    jsonValue({ maxDepth: 2 }),
    record(
      { id: or('102290129340398'), time: or(1_794_999_997), changes: value },
      { requiredKeys: [] },
    ).map(({ changes, ...entry }) => [
      { ...entry, changes: FIELDS.map((field) => ({ field, value: changes })) },
      null,
    ]),
  ),
})

describe('whatever stands in a body in Meta’s format', () => {
  test('is read without a fault, into what is known', () => {
    const seen = new Set<string>()
    assert(
      property(bodies, (body) => {
        const told = readCloud(Buffer.from(JSON.stringify(body)))
        for (const { kind } of told) {
          expect(KINDS).toContain(kind)
          seen.add(kind)
        }
      }),
      { numRuns: 3_000 },
    )
    expect([...seen].toSorted()).toEqual(KINDS.toSorted())
  }, 60_000)
})
