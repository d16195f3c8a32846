import * as fc from 'fast-check'
import { newPhone } from './acts.ts'

/** A request to may-send as it goes over the wire; what is left out is usual. */
export type Asked = {
  readonly line?: string
  readonly headers?: readonly string[]
  readonly body?: string
}

export const HOST = 'Host: quiero.example'

/** Plain nine times out of ten, so that seldom more than one thing is odd. */
const mostly = <T>(plain: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: plain }, odd)

const LINES = mostly(
  fc.constant('POST /v1/may-send HTTP/1.1'),
  fc.constantFrom(
    'POST /v1/may-send/ HTTP/1.1',
    'POST /v1/may-send?x=1 HTTP/1.1',
    'PUT /v1/may-send HTTP/1.1',
    'POST http://quiero.example/v1/may-send HTTP/1.1',
    'POST /v1/may-send HTTP/1.0',
  ),
)

const HOSTS = mostly(
  fc.constant(HOST),
  fc.constantFrom('Host: 127.0.0.1:8787', 'Host: a b', 'Host: x:99999', 'Host: Ä', 'X-Host: none'),
)

const OTHERS = fc.subarray([
  'Content-Type: text/plain',
  'Expect: 100-continue',
  'Origin: https://shop.example',
  'Idempotency-Key: one',
  'Content-Encoding: gzip',
  'X-Request-Id: mine',
])

const MANY = mostly(
  fc.constant<string[]>([]),
  fc
    .integer({ min: 80, max: 110 })
    .map((most) => Array.from({ length: most }, (_, n) => `X-${n}: ${n}`)),
)

/** The keys that a service has. */
type Keys = { readonly known: string; readonly others: readonly string[] }

const bearing = ({ known, others }: Keys): fc.Arbitrary<readonly string[]> => {
  const keys = mostly(
    fc.constant(known),
    fc.constantFrom(
      ...others,
      'qk_demo',
      'nothing',
      `${known.slice(0, -1)}x`,
      `qk_${'a'.repeat(32)}`,
    ),
  )
  return mostly<readonly string[]>(
    keys.map((key) => [`Authorization: Bearer ${key}`]),
    fc.oneof(
      keys.map((key) => [`authorization: bearer ${key}  `]),
      keys.map((key) => [`Authorization: Basic ${key}`]),
      keys.map((key) => [`Authorization: Bearer ${key}`, `AUTHORIZATION: Bearer ${key}`]),
      fc.constant([]),
    ),
  )
}

const bodies = (known: string): fc.Arbitrary<string> => {
  const phone = mostly(
    fc.constantFrom(known, newPhone()),
    fc.constantFrom('5255 1234 5678', '+1', '', '+521234567890123456'),
  )
  const person = mostly<unknown>(
    phone.map((value) => ({ phone: value })),
    fc.oneof(
      fc.constantFrom({ external: 'x' }, { email: 'A@b.example' }, { bsuid: 'MX.1' }, {}, null, 7),
      phone.map((value) => ({ phone: value, email: 'a@b.example' })),
    ),
  )
  const asked = fc.record({
    person,
    sender: mostly<unknown>(fc.constant('main'), fc.constantFrom('other', 7, 'x'.repeat(5_000))),
    category: mostly(fc.constantFrom('offers', 'orders'), fc.constantFrom('none', '__proto__')),
    template: mostly<unknown>(
      fc.constantFrom(undefined, 'spring'),
      fc.constantFrom('', 7, 'x'.repeat(600)),
    ),
    odd: mostly<unknown>(fc.constant(undefined), fc.constant(1)),
  })
  return mostly(
    asked.map((value) => JSON.stringify(value)),
    fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom('\uFEFF{}', '{"person":', '{"__proto__":{},"person":{"phone":"+5255"}}'),
    ),
  )
}

/** Questions of which most are plain and each part is odd now and then. */
export const oddQuestions = (keys: Keys, known: string): fc.Arbitrary<Asked> =>
  fc
    .tuple(LINES, HOSTS, bearing(keys), OTHERS, MANY, bodies(known))
    .map(([line, host, bearer, others, many, body]) => ({
      line,
      headers: [host, ...bearer, ...others, ...many],
      body,
    }))
