import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Outgoing } from '../../consent/outgoing.ts'
import type { ProviderKind } from '../../consent/provider.ts'
import { speakersAt } from '../../server/outbound/speakers.ts'
import type { SendingCredentials, Speaker } from '../../server/ports.ts'
import { type Asked, fakeProvider } from './fake-provider.ts'
import { NOBODY, REQUESTS, TEXT, WITHOUT_NUMBER } from './provider-requests.ts'

const HOUR = 3_600_000
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

const CREDENTIALS = {
  'whatsapp-cloud': { ids: { phoneNumberId: '1065' }, secrets: { accessToken: 'token' } },
  '360dialog': { ids: { phoneNumberId: '1065' }, secrets: { apiKey: 'key' } },
  twilio: { ids: { accountSid: 'AC1' }, secrets: { authToken: 'token' } },
  sinch: {
    ids: { projectId: 'p1', appId: 'a1', keyId: 'k1', region: 'br' },
    secrets: { keySecret: 'secret' },
  },
  infobip: { ids: { baseUrl: 'xyz.api.infobip.com' }, secrets: { apiKey: 'key' } },
  vonage: {
    ids: { accountKey: 'abc', applicationId: 'app1' },
    secrets: { privateKey: privateKey.replaceAll('\n', '\\n') },
  },
} as const satisfies { readonly [kind in ProviderKind]?: SendingCredentials }

type Kind = keyof typeof CREDENTIALS
const KINDS = Object.keys(CREDENTIALS) as Kind[]

/** Answers as each provider's documentation does, by what it was asked. */
const provider = fakeProvider(({ path }, count) => {
  if (path === '/oauth2/token') return { access_token: `sinch-${count}`, expires_in: 3600 }
  if (path.startsWith('/v1/projects')) return { message_id: 'id-1' }
  if (path.startsWith('/2010')) return { sid: 'id-1', status: 'queued' }
  if (path.endsWith('/message/text')) return { messageId: 'id-1', status: { groupId: 1 } }
  if (path.endsWith('/message/template')) {
    return { messages: [{ messageId: 'id-1', status: { groupId: 1 } }] }
  }
  return path === '/v1/messages' ? { message_uuid: 'id-1' } : { messages: [{ id: 'id-1' }] }
})

let now = 1_795_000_000_000

/** A speaker of a provider, new each time. */
const speakerOf = (kind: Kind): Speaker => {
  const bases = Object.fromEntries(KINDS.map((each) => [each, provider.url]))
  const reach = { timeoutMs: 10_000, now: () => now, newId: () => 'jti-1' }
  const speaker = speakersAt(bases, reach)[kind]
  if (!speaker) throw new Error(`${kind} is not spoken to`)
  return speaker
}

const send = (kind: Kind, message: Outgoing) => speakerOf(kind).send(message, CREDENTIALS[kind])

/** What the provider was asked last: its path, what proves us, and the body. */
const lastAsked = (): { path: string; auth: unknown; body: unknown } => {
  const asked: Asked | undefined = provider.asked.at(-1)
  if (!asked) throw new Error('nothing was asked')
  const { authorization, 'd360-api-key': key, 'content-type': type } = asked.headers
  const isForm = type === 'application/x-www-form-urlencoded'
  const body: unknown = isForm
    ? Object.fromEntries(new URLSearchParams(asked.body))
    : JSON.parse(asked.body)
  return { path: asked.path, auth: authorization ?? key, body }
}

beforeEach(() => provider.forget())

describe('what each provider is asked', () => {
  test.each(REQUESTS)('%s, for %s', async (kind, _, message, path, auth, body) => {
    expect(await send(kind, message)).toEqual({ outcome: 'sent', id: 'id-1' })
    expect(lastAsked()).toEqual({ path, auth, body })
  })

  test.each(KINDS)('%s is not asked for somebody who has no address', async (kind) => {
    expect(await send(kind, NOBODY)).toEqual({ outcome: 'refused', reason: 'no_address' })
    expect(provider.asked).toEqual([])
  })

  test.each(['twilio', 'infobip'] as const)('%s is not asked by user id', async (kind) => {
    expect(await send(kind, WITHOUT_NUMBER)).toEqual({ outcome: 'refused', reason: 'no_address' })
  })
})

const tokens = () => provider.asked.filter(({ path }) => path === '/oauth2/token')

describe('Sinch’s token', () => {
  test('is asked for once an hour, under the key', async () => {
    const speaker = speakerOf('sinch')
    await speaker.send(TEXT, CREDENTIALS.sinch)
    await speaker.send(TEXT, CREDENTIALS.sinch)
    expect(tokens()).toHaveLength(1)
    expect(tokens()[0]).toMatchObject({
      body: 'grant_type=client_credentials',
      headers: { authorization: `Basic ${Buffer.from('k1:secret').toString('base64')}` },
    })
    now += HOUR
    await speaker.send(TEXT, CREDENTIALS.sinch)
    expect(tokens()).toHaveLength(2)
  })

  test('that is not taken any more is asked for anew at the next attempt', async () => {
    const speaker = speakerOf('sinch')
    provider.behave('well', { status: 401 })
    const again = { outcome: 'later', reason: 'http_401', afterMs: null }
    expect(await speaker.send(TEXT, CREDENTIALS.sinch)).toEqual(again)
    expect(await speaker.send(TEXT, CREDENTIALS.sinch)).toMatchObject({ outcome: 'sent' })
    expect(provider.asked).toHaveLength(4)
  })

  test.each([
    [{ status: 401 }, { outcome: 'refused', reason: 'auth_http_401' }],
    [{ status: 500 }, { outcome: 'later', reason: 'auth_http_500', afterMs: null }],
    ['by-hanging-up', { outcome: 'later', reason: 'UND_ERR_SOCKET', afterMs: null }],
  ] as const)('that is answered with %j: nothing was sent yet', async (manner, outcome) => {
    provider.behave(manner)
    expect(await send('sinch', TEXT)).toEqual(outcome)
    expect(provider.asked).toHaveLength(1)
  })
})

describe('what else only one provider does', () => {
  test('Vonage is proved by a token under the key, for five minutes', async () => {
    await send('vonage', TEXT)
    const token = String(lastAsked().auth).replace('Bearer ', '')
    const [head = '', claims = '', signature = ''] = token.split('.')
    const signed = Buffer.from(`${head}.${claims}`)
    const key = createPublicKey(publicKey)
    expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true)
    const iat = Math.floor(now / 1000)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      application_id: 'app1',
      iat,
      exp: iat + 300,
      jti: 'jti-1',
    })
  })

  test('Vonage is not asked under a key that is none', async () => {
    const { ids } = CREDENTIALS.vonage
    const bad = { ids, secrets: { privateKey: 'not a key' } }
    const outcome = { outcome: 'refused', reason: 'private_key_not_valid' }
    expect(await speakerOf('vonage').send(TEXT, bad)).toEqual(outcome)
  })

  test('Infobip rejects with 200', async () => {
    provider.behave({ status: 200, json: { messageId: 'id-1', status: { groupId: 5 } } })
    expect(await send('infobip', TEXT)).toEqual({ outcome: 'refused', reason: 'rejected' })
  })

  test.each([
    'http://169.254.169.254',
    'https://localhost:8080',
    'xyz.api.infobip.com.evil.example',
    'evil.example/.api.infobip.com',
    'xyz.api.infobip.com@evil.example',
  ])('Infobip is not looked for at %s', async (baseUrl) => {
    const reach = { timeoutMs: 1_000, now: () => now, newId: () => 'jti-1' }
    const secrets = CREDENTIALS.infobip.secrets
    const outcome = await speakersAt({}, reach).infobip?.send(TEXT, { ids: { baseUrl }, secrets })
    expect(outcome).toEqual({ outcome: 'refused', reason: 'base_url_not_valid' })
  })

  test('Sinch is not looked for in a region that is none', async () => {
    const reach = { timeoutMs: 1_000, now: () => now, newId: () => 'jti-1' }
    const { ids, secrets } = CREDENTIALS.sinch
    const bad = { ids: { ...ids, region: 'evil.example/' }, secrets }
    const outcome = await speakersAt({}, reach).sinch?.send(TEXT, bad)
    expect(outcome).toEqual({ outcome: 'refused', reason: 'region_not_valid' })
  })
})
