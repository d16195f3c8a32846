import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { SECRETS, serviceFor } from '../support/service.ts'
import { by, newPhone, post, reasons, writes } from './acts.ts'
import { OTHER_WEBHOOK, otherCompany } from './companies.ts'
import { messages, signature, text, WEBHOOK, wire, wireMessage } from './meta.ts'

const MEGABYTE = 1024 * 1024

const stop = (at: number, phone = newPhone()): string =>
  wire([messages([wireMessage(at, { ...by(phone), ...text('STOP') })])])

describe('Meta’s handshake', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const knock = (query: string, address = WEBHOOK) => service().ask(`${address}?${query}`)

  test('is answered with its challenge, as text and as nothing else', async () => {
    const challenge = '<script>alert(1)</script>'
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': challenge,
      'hub.verify_token': SECRETS.QUIERO_SECRET_META_VERIFY,
    })
    const answer = await knock(query.toString())
    expect(answer).toMatchObject({ status: 200, text: challenge })
    expect(answer.type).toMatch(/^text\/plain\b/u)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['another token', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=vibecodinG'],
    ['no token', 'hub.mode=subscribe&hub.challenge=1'],
    ['an empty token', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token='],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=vibecoding'],
    ['another mode', 'hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=vibecoding'],
    ['nothing', ''],
  ])('with %s is refused', async (_, query) => {
    expect(await knock(query)).toMatchObject({ status: 403, problem: 'handshake-not-valid' })
  })

  test('with the token of another company’s sender is refused', async () => {
    await service().load(otherCompany())
    const query = 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=vibecoding'
    expect(await knock(query, OTHER_WEBHOOK)).toMatchObject({ status: 403 })
  })
})

const cut = (body: string, length: number) =>
  signature(body)['x-hub-signature-256'].slice(0, length)

const SIGNATURES: readonly (readonly [what: string, (body: string) => Record<string, string>])[] = [
  ['no signature', () => ({})],
  ['an empty signature', () => ({ 'x-hub-signature-256': '' })],
  ['the signature of another secret', (body) => signature(body, 'demo-app-secret')],
  ['another sender’s signature', (body) => signature(body, SECRETS.QUIERO_SECRET_OTHER)],
  ['the verify token’s signature', (body) => signature(body, SECRETS.QUIERO_SECRET_META_VERIFY)],
  ['the signature of another body', (body) => signature(`${body} `)],
  ['half a signature', (body) => ({ 'x-hub-signature-256': cut(body, 39) })],
  ['a longer signature', (body) => ({ 'x-hub-signature-256': `${cut(body, 71)}00` })],
  ['no "sha256="', (body) => ({ 'x-hub-signature-256': cut(body, 71).slice(7) })],
  ['a signature that is no hex', () => ({ 'x-hub-signature-256': `sha256=${'z'.repeat(64)}` })],
  ['only the old signature', (body) => ({ 'x-hub-signature': cut(body, 71) })],
]

const isRefusal = (status: number, problem: string) => ({
  status,
  problem,
  type: 'application/problem+json',
})

describe.each(ENGINES)('a webhook on %s', (engine) => {
  const service = serviceFor({ engine })

  /** How a body is answered, where nothing at all is stored of it. */
  const refusalOf = async (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>> = signature(body),
  ) => {
    const before = await service().rows()
    const { status, problem, type } = await post(service(), body, headers)
    expect(await service().rows()).toEqual(before)
    return { status, problem, type }
  }

  test.each(SIGNATURES)('with %s is refused without a trace', async (_, headersOf) => {
    const body = stop(service().now())
    const refusal = await refusalOf(body, headersOf(body))
    expect(refusal).toEqual(isRefusal(401, 'signature-not-valid'))
  })

  test.each([
    ['broken', '{"object":"whatsapp_business_account","entry":[{'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"STOP"'],
  ])('whose JSON is %s is refused without a trace, though it is signed', async (_, body) => {
    expect(await refusalOf(body)).toEqual(isRefusal(400, 'body-not-json'))
  })

  test('that is no UTF-8 is refused without a trace, though it is signed', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
    expect(await refusalOf(body)).toEqual(isRefusal(400, 'body-not-json'))
  })

  test('over four megabytes is refused without a trace, though it is signed', async () => {
    const body = `${stop(service().now())}${' '.repeat(4 * MEGABYTE)}`
    expect(await refusalOf(body)).toEqual(isRefusal(413, 'body-too-large'))
  })

  test('of the three megabytes that Meta may fill is heard', async () => {
    const phone = newPhone()
    const body = stop(service().now(), phone)
    const padded = body + ' '.repeat(3 * MEGABYTE - body.length)
    expect(await post(service(), padded)).toMatchObject({ status: 200 })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test.each([
    '/webhooks/whatsapp-cloud/nobody/main',
    '/webhooks/whatsapp-cloud/demo/nobody',
    '/webhooks/whatsapp-cloud/demo/toString',
    '/webhooks/whatsapp-cloud/__proto__/main',
    '/webhooks/other-cloud/demo/main',
    '/webhooks/whatsapp-cloud/demo',
  ])('to %s finds nobody', async (address) => {
    const body = stop(service().now())
    const answer = await service().ask(address, { body, headers: signature(body) })
    expect(answer).toMatchObject({ status: 404, problem: 'not-found' })
  })

  test('that is refused leaves the service as alive as it was', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    expect(await service().ask('/healthz')).toMatchObject({ status: 200, text: 'ok' })
  })
})

describe.each(ENGINES)('a webhook of another company on %s', (engine) => {
  const service = serviceFor({ engine })

  test('reaches nobody here, even with our number’s id in it', async () => {
    await service().load(otherCompany())
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const body = stop(service().now() + 5_000, phone)
    const headers = signature(body, SECRETS.QUIERO_SECRET_OTHER)
    const before = await service().rows()
    const answer = await service().ask(OTHER_WEBHOOK, { body, headers })
    expect(answer.status).toBe(200)
    expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })
})
