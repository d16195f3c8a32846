import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test } from 'vitest'
import {
  isPublicAddress,
  isPublicHost,
  publicLookup,
} from '../../server/outbound/public-address.ts'
import { webhookPoster } from '../../server/outbound/webhook.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ....').toString('base64')}`

const BEFORE = `whsec_${Buffer.from('the secret that was there before').toString('base64')}`

const post = { url: '', secret: SECRET, id: 'evt_1', at: 1_795_000_000_123, body: '{"a":"ñ"}' }

let close = async (): Promise<void> => {}
afterEach(() => close())

/** A receiver on this machine; gives its address. */
const receiver = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
}

const here = webhookPoster({ mayBePrivate: true })
const world = webhookPoster({ mayBePrivate: false })

describe('a webhook', () => {
  test.each([
    ['alone', null, [SECRET]],
    ['and with the secret before it', BEFORE, [SECRET, BEFORE]],
  ])(
    'is good to Standard Webhooks’ own library by its secret %s, byte by byte',
    async (_, previousSecret, secrets) => {
      let headers: Record<string, string> = {}
      let body = ''
      const url = await receiver((request, response) => {
        headers = request.headers as Record<string, string>
        request.setEncoding('utf8').on('data', (text: string) => (body += text))
        request.on('end', () => response.writeHead(204).end())
      })
      const at = Date.now()
      expect(await here({ ...post, at, url, previousSecret })).toEqual({ outcome: 'taken' })
      expect(body).toBe(post.body)
      expect(headers).toMatchObject({
        'webhook-id': 'evt_1',
        'webhook-timestamp': String(Math.floor(at / 1000)),
      })
      const isGood = (secret: string, said: string): boolean => {
        try {
          return new Webhook(secret).verify(said, headers) !== null
        } catch {
          return false
        }
      }
      expect([SECRET, BEFORE].filter((secret) => isGood(secret, body))).toEqual(secrets)
      expect(isGood(SECRET, body.replace('ñ', 'n'))).toBe(false)
      const late = { ...headers, 'webhook-timestamp': String(Math.floor(at / 1000) - 1) }
      expect(() => new Webhook(SECRET).verify(body, late)).toThrow('No matching signature')
    },
  )

  test.each([
    [200, { outcome: 'taken' }],
    [302, { outcome: 'later', reason: 'http_302' }],
    [404, { outcome: 'later', reason: 'http_404' }],
    [410, { outcome: 'refused', reason: 'http_410' }],
    [429, { outcome: 'later', reason: 'http_429' }],
    [500, { outcome: 'later', reason: 'http_500' }],
  ])('that is answered %s comes to %o', async (status, outcome) => {
    let calls = 0
    const url = await receiver((_, response) => {
      calls += 1
      response.writeHead(status, { location: '/elsewhere' }).end('x'.repeat(100_000))
    })
    expect(await here({ ...post, url })).toEqual(outcome)
    expect(calls).toBe(1)
  })

  test('whose connection breaks is for later', async () => {
    const url = await receiver((request) => request.socket.destroy())
    expect(await here({ ...post, url })).toEqual({ outcome: 'later', reason: 'ECONNRESET' })
    await close()
    expect(await here({ ...post, url })).toEqual({ outcome: 'later', reason: 'ECONNREFUSED' })
  })

  test.each([
    'http://127.0.0.1:1/',
    'https://127.0.0.1:1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://db.internal/',
    'http://example.com/',
    'file:///etc/passwd',
  ])('does not go to %s', async (url) => {
    expect(await world({ ...post, url })).toEqual({
      outcome: 'later',
      reason: 'address-not-public',
    })
  })

  test('whose secret is none is not sent', async () => {
    const url = 'https://example.com/'
    expect(await world({ ...post, url, secret: 'no' })).toMatchObject({
      reason: 'secret-not-valid',
    })
    expect(await world({ ...post, url: 'nowhere' })).toMatchObject({ reason: 'url-not-valid' })
  })
})

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['100.64.0.1', false],
  ['192.168.1.1', false],
  ['::', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['no address', false],
])('%s is an address of the public Internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

test('a name is judged by what it is looked up to', async () => {
  expect(isPublicHost('example.com')).toBe(true)
  const code = await new Promise((resolve) => {
    publicLookup('localhost', { all: true }, (error) => resolve(error?.code))
  })
  expect(code).toBe('EPRIVATE')
})
