import {
  constant,
  assert,
  asyncProperty,
  constantFrom,
  jsonValue,
  nat,
  oneof,
  record,
  string,
  tuple,
} from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Quiero } from '../../client/quiero.ts'
import { type HostileServer, says, startHostileServer, YES } from './hostile-server.ts'

const WHOLE = JSON.stringify(YES)
const NAMES = Object.keys(YES)
const QUESTION = { person: { phone: '+525512345678' }, sender: 'main', category: 'offers' }

let server: HostileServer
beforeAll(async () => {
  server = await startHostileServer()
})
afterAll(() => server.close())

const member = oneof(jsonValue(), constantFrom(...Object.values(YES), 'true', 1, null, 'blocked'))
const similar = oneof(
  record(Object.fromEntries(NAMES.map((name) => [name, member])), { requiredKeys: [] }),
  tuple(constantFrom(...NAMES), member).map(([name, value]) => ({ ...YES, [name]: value })),
  jsonValue(),
)
const answer = record({
  body: oneof(
    similar.map((one) => JSON.stringify(one)),
    constant(WHOLE),
    nat(WHOLE.length).map((end) => WHOLE.slice(0, end)),
    string(),
  ),
  status: constantFrom(200, 200, 200, 201, 206, 400, 404, 429),
  type: constantFrom(
    'application/json',
    'application/json',
    'text/html',
    'application/problem+json',
  ),
})

/** Another way to say what a yes is. */
const isWholeYes = (body: string, status: number, type: string): boolean => {
  if (status !== 200 || type !== 'application/json') return false
  const { allow, reason, evidence, personId } = JSON.parse(body) as Record<string, unknown>
  return (
    allow === true &&
    (reason === 'consented' || reason === 'service_window') &&
    typeof evidence === 'string' &&
    typeof personId === 'string'
  )
}

test('maySend says yes to a whole yes alone, whatever a server answers', async () => {
  const quiero = new Quiero({ url: server.url, key: 'qk_test' })
  const said = { yes: 0, no: 0 }
  await assert(
    asyncProperty(answer, async ({ body, status, type }) => {
      server.manners = [says(body, status, type)]
      const { allow } = await quiero.maySend(QUESTION, { giveUpAfterMs: 150 })
      said[allow ? 'yes' : 'no'] += 1
      expect(allow && !isWholeYes(body, status, type)).toBe(false)
    }),
    { numRuns: 300 },
  )
  expect(said.yes).toBeGreaterThan(5)
  expect(said.no).toBeGreaterThan(100)
}, 120_000)
