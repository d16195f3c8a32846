import { verifySignature } from '@vonage/jwt'
import { describe, expect, test } from 'vitest'
import { history, newPhone, reasons } from './acts.ts'
import { keepsPromises, refusesChanges } from './provider-promises.ts'
import { digits, speakerFor, type Content } from './speaker.ts'
import { openFor, readVector, send, vectorNames } from './vector.ts'
import { vonageToken, type Changed } from './vonage-token.ts'

const partOf = (content: Content): object => {
  if ('text' in content) return { message_type: 'text', text: content.text }
  if ('emoji' in content) {
    return { message_type: 'reaction', reaction: { action: 'react', emoji: content.emoji } }
  }
  return 'caption' in content
    ? { message_type: 'image', image: { url: 'https://x.example/1', caption: content.caption } }
    : { message_type: 'button', button: { text: content.title, payload: content.payload } }
}

const vonage = speakerFor({
  provider: (_, signatureSecret) => ({
    kind: 'vonage',
    accountKey: 'abcd1234',
    applicationId: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
    signatureSecret,
  }),
  secrets: {
    demo: 'the-signature-secret-of-the-demo-0001',
    other: 'the-signature-secret-of-another-0002',
  },
  account: '5511912345678',
  heardBy: 'signed',
  unprovedStatus: 503,
  bodyOf: ({ id, at, from, to, bsuid, content }) => ({
    channel: 'whatsapp',
    message_uuid: id,
    to,
    from,
    timestamp: new Date(at).toISOString(),
    profile: { name: 'Jane Smith' },
    context_status: 'none',
    ...(bsuid !== undefined && { whatsapp: { sender: { user_id: bsuid } } }),
    ...partOf(content),
  }),
  headersOf: vonageToken,
})

keepsPromises('Vonage', vonage)
refusesChanges('Vonage', vonage)

const { service, post, tells, bodyOf, dialect } = vonage
const secret = dialect.secrets.demo

const authorizationOf = (body: string, changed: Changed, key = secret): string =>
  vonageToken(body, { secret: key, at: service().now() }, changed).authorization

const posted = async (body: string, authorization: string): Promise<number> => {
  const { status } = await post(body, { headers: { authorization } })
  return status
}

const stop = (): string => bodyOf(digits(newPhone()), 'STOP')

describe('Vonage’s token', () => {
  test.each<[string, Changed]>([
    ['of another account', { claims: { api_key: 'somebody' } }],
    ['of another application', { claims: { application_id: 'another' } }],
    ['of no application', { claims: { application_id: undefined } }],
    ['of another body', { claims: { payload_hash: '0'.repeat(64) } }],
    ['of no body', { claims: { payload_hash: undefined } }],
    ['of a body that is no text', { claims: { payload_hash: ['x'] } }],
    ['of no time', { claims: { iat: undefined } }],
    ['of a time that is a text', { claims: { iat: '1795000000' } }],
    ['that wants no algorithm', { head: { alg: 'none' } }],
    ['that writes the algorithm its own way', { head: { alg: 'hs256' } }],
    ['that wants another HMAC', { head: { alg: 'HS512' }, algorithm: 'sha512' }],
    ['that wants RSA', { head: { alg: 'RS256' } }],
    ['that is signed otherwise than it says', { algorithm: 'sha512' }],
    ['that asks for what is not known', { head: { crit: ['b64'], b64: false } }],
  ])('%s is refused', async (_, changed) => {
    const before = await service().rows()
    const body = stop()
    expect(await posted(body, authorizationOf(body, changed))).toBe(401)
    expect(await service().rows()).toEqual(before)
  })

  test.each([
    ['without its signature', (whole: string) => whole.replace(/[^.]*$/u, '')],
    ['with two parts', (whole: string) => whole.replace(/\.[^.]*$/u, '')],
    ['with four parts', (whole: string) => `${whole}.x`],
    ['with a padded signature', (whole: string) => `${whole}=`],
    ['of another scheme', (whole: string) => whole.replace('Bearer', 'Basic')],
    ['that is none', () => 'Bearer x.y.z'],
    ['that is empty', () => ''],
  ])('%s is refused', async (_, changed) => {
    const body = stop()
    expect(await posted(body, changed(authorizationOf(body, {})))).toBe(401)
  })

  test('is refused when any character of it is another', async () => {
    const body = stop()
    const whole = authorizationOf(body, {})
    for (let at = 'Bearer '.length; at < whole.length; at += 7) {
      const other = whole[at] === 'A' ? 'B' : 'A'
      const changed = `${whole.slice(0, at)}${other}${whole.slice(at + 1)}`
      // One by one, so that a change that is taken shows where it is.
      // eslint-disable-next-line no-await-in-loop
      expect([at, await posted(body, changed)]).toEqual([at, 401])
    }
  })

  test.each([
    [-300_000, '#want', 200, null],
    [-301_000, '#want', 401, 'signature-too-old'],
    [302_000, '#want', 401, 'signature-too-old'],
  ])('that is %d ms off brings a %s: %d', async (age, said, status, problem) => {
    const body = bodyOf(digits(newPhone()), said)
    const answer = await post(body, { signedAt: service().now() + age })
    expect(answer).toMatchObject({ status, problem })
  })

  test('of yesterday brings a no all the same', async () => {
    const phone = newPhone()
    const body = bodyOf(digits(phone), 'STOP')
    expect((await post(body, { signedAt: service().now() - 86_400_000 })).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('may come twice: its message is heard once', async () => {
    const phone = newPhone()
    const body = bodyOf(digits(phone), '#want')
    const authorization = authorizationOf(body, {})
    expect(await posted(body, authorization)).toBe(200)
    expect(await posted(body, authorization)).toBe(200)
    expect(await posted(body, authorizationOf(body, { claims: { jti: 'another' } }))).toBe(200)
    expect(await history(service(), phone)).toHaveLength(1)
  })
})

const judged = (authorization: string, key: string): boolean => {
  try {
    return verifySignature(authorization.replace('Bearer ', ''), key)
  } catch {
    return false
  }
}

describe('beside Vonage’s own library', () => {
  const recorded = vectorNames()
    .filter((id) => id.startsWith('vonage-'))
    .map(readVector)

  test.each(recorded)('$id is taken by both, or by it alone', async (vector) => {
    const open = await openFor(vector)
    const { status } = await send(open, vector)
    expect(judged(vector.headers['authorization'] ?? '', vector.secret)).toBe(true)
    expect(status).toBe(vector.expect.httpStatus)
    await open.close()
  })

  test.each<[string, Changed]>([
    ['another body', { claims: { payload_hash: '0'.repeat(64) } }],
    ['another account', { claims: { api_key: 'somebody' } }],
    ['an old token', { claims: { iat: 1_700_000_000 } }],
  ])('%s is taken by it, and a yes in it refused here', async (_, changed) => {
    const body = bodyOf(digits(newPhone()), '#want')
    const authorization = authorizationOf(body, changed)
    expect(judged(authorization, secret)).toBe(true)
    expect(await posted(body, authorization)).toBe(401)
  })

  test.each<[string, Changed, string]>([
    ['another secret', {}, dialect.secrets.other],
    ['no algorithm', { head: { alg: 'none' } }, secret],
  ])('%s is refused by both', async (_, changed, key) => {
    const body = stop()
    const authorization = authorizationOf(body, changed, key)
    expect(judged(authorization, secret)).toBe(false)
    expect(await posted(body, authorization)).toBe(401)
  })
})

describe('Vonage', () => {
  test.each<[object, string]>([
    [{ message_type: 'reply', reply: { id: 'OPT_OUT', title: 'Seguir' } }, 'blocked'],
    [{ message_type: 'reply', reply: { id: 'x', title: 'SALIR', description: '' } }, 'blocked'],
    [{ message_type: 'file', file: { url: 'https://x.example', caption: 'Baja' } }, 'blocked'],
    [{ message_type: 'location', location: { lat: 1, long: 1 } }, 'consented'],
  ])('tells %j', async (part, reason) => {
    const phone = newPhone()
    await tells(digits(phone), '#want')
    service().pass(2_000)
    const body = JSON.stringify({ ...(JSON.parse(bodyOf(digits(phone), 'x')) as object), ...part })
    expect((await post(body)).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual([reason, reason])
  })

  test.each<object>([
    { message_type: 'unsupported' },
    { message_type: 'something-new', text: 'hola' },
    { message_type: 'text', text: 5 },
    { message_type: '__proto__' },
    { channel: 'messenger' },
    { channel: 'sms' },
    { status: 'delivered' },
    { status: 'rejected', error: { title: 1470, type: 'https://x.example' } },
    { status: 'something-new' },
  ])('lifts no stop by %j', async (part) => {
    const phone = newPhone()
    await tells(digits(phone), 'STOP')
    service().pass(2_000)
    const body = JSON.stringify({
      ...(JSON.parse(bodyOf(digits(phone), 'hola')) as object),
      ...part,
    })
    expect((await post(body)).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })
})
