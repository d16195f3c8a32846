import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newPhone, reasons } from './acts.ts'
import { keepsPromises, refusesChanges } from './provider-promises.ts'
import { digits, speakerFor, type Content, type Proof } from './speaker.ts'

const partOf = (content: Content): object => {
  if ('text' in content) return { type: 'text', text: { text: content.text } }
  if ('emoji' in content) return { type: 'reaction', reaction: { emoji: content.emoji } }
  if ('caption' in content) {
    const images = [{ mediaUrl: 'https://media.example/1' }]
    return { type: 'image', image: { images, text: content.caption } }
  }
  const postback = { text: content.title, payload: content.payload }
  return { type: 'text', text: { text: content.title, actions: [{ type: 'postback', postback }] } }
}

const signed = (body: string | Uint8Array, { secret, at }: Proof, url: string) => {
  const time = String(Math.floor(at / 1000))
  const digest = createHash('sha256').update(body).digest()
  const mac = createHmac('sha256', secret).update(`${time}\n${url}\n`).update(digest)
  return {
    'messagebird-signature': mac.digest('base64'),
    'messagebird-request-timestamp': time,
  }
}

const bird = speakerFor({
  provider: (company, signingKey) => ({
    kind: 'bird',
    channelId: company === 'demo' ? 'channel-demo' : 'channel-other',
    signingKey,
  }),
  secrets: { demo: 'bird-own-key', other: 'bird-other-key' },
  account: 'channel-demo',
  heardBy: 'signed',
  bodyOf: ({ id, at, from, to, bsuid, content }) => ({
    service: 'channels',
    event: 'whatsapp.inbound',
    payload: {
      id,
      channelId: to,
      sender: { contact: { id: 'c', identifierKey: 'phonenumber', identifierValue: from } },
      receiver: { connector: { id: 'k', identifierValue: '' } },
      body: partOf(content),
      meta: { extraInformation: { whatsappbsuid: bsuid } },
      status: 'delivered',
      direction: 'incoming',
      createdAt: new Date(at).toISOString(),
    },
  }),
  headersOf: (body, proof) => signed(body, proof, proof.url),
})

keepsPromises('Bird', bird)
refusesChanges('Bird', bird)

const TOLD_URL = 'https://hooks.example/from/bird'

/** The same, where Bird was told an address that is not this server's own. */
const behindProxy = speakerFor({
  ...bird.dialect,
  provider: (company, signingKey) => ({
    kind: 'bird',
    channelId: `channel-${company}`,
    webhookUrl: TOLD_URL,
    signingKey,
  }),
  headersOf: (body, given) => signed(body, given, TOLD_URL),
})

const { service, post, tells, bodyOf } = bird
const proof = (at: number): Proof => ({ secret: bird.dialect.secrets.demo, at, url: '' })
const OWN_URL = 'https://quiero.example/webhooks/bird/demo/main'

describe('Bird', () => {
  test('signs the address: another one is refused', async () => {
    const body = bodyOf(digits(newPhone()), 'STOP')
    const headers = signed(body, proof(service().now()), `${OWN_URL}?`)
    expect((await post(body, { headers })).status).toBe(401)
  })

  test.each([
    ['of five minutes ago is fresh', -300_000, '#want', 200],
    ['older than that is no yes', -301_000, '#want', 401],
    ['older than that is still a no', -3_600_000, 'STOP', 200],
    ['of five minutes ahead is fresh', 300_000, '#want', 200],
    ['further ahead is no yes', 302_000, '#want', 401],
  ])('a signature %s', async (_, age, said, status) => {
    const phone = newPhone()
    const body = bodyOf(digits(phone), said)
    const answer = await post(body, { signedAt: service().now() + age })
    expect(answer.status).toBe(status)
    const yes = status === 200 ? 'consented' : 'never_asked'
    expect((await reasons(service(), phone))[0]).toBe(said === 'STOP' ? 'blocked' : yes)
  })

  test.each(['', 'now', '1e9', '-1', ' 1795000000', '1795000000.0', '9'.repeat(30)])(
    'a time that is %j is refused, though it is signed',
    async (time) => {
      const body = bodyOf(digits(newPhone()), 'STOP')
      const digest = createHash('sha256').update(body).digest()
      const mac = createHmac('sha256', bird.dialect.secrets.demo)
        .update(`${time}\n${OWN_URL}\n`)
        .update(digest)
      const headers = {
        'messagebird-signature': mac.digest('base64'),
        'messagebird-request-timestamp': time,
      }
      expect((await post(body, { headers })).status).toBe(401)
    },
  )

  test('signs the address that it was told, where the document names one', async () => {
    const body = bodyOf(digits(newPhone()), 'STOP')
    expect((await behindProxy.post(body)).status).toBe(200)
    const headers = signed(body, proof(behindProxy.service().now()), OWN_URL)
    expect((await behindProxy.post(body, { headers })).status).toBe(401)
  })

  test.each(['sent', 'delivered', 'read', 'delivery_failed', 'accepted', '__proto__'])(
    'reports that a message was %s, which is no message',
    async (status) => {
      const phone = newPhone()
      await tells(digits(phone), 'STOP')
      const before = await service().rows()
      const contacts = [{ identifierKey: 'phonenumber', identifierValue: phone }]
      const payload = { id: 'o', channelId: 'channel-demo', receiver: { contacts }, status }
      const event = { service: 'channels', event: 'whatsapp.outbound', payload }
      expect((await post(JSON.stringify(event))).status).toBe(200)
      expect(await service().rows()).toEqual(before)
      expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    },
  )

  test('tells a choice from a list by what the business put into it', async () => {
    const phone = newPhone()
    const event = JSON.parse(bodyOf(digits(phone), '#want')) as { payload: object }
    const actions = [
      null,
      { type: 'link' },
      { type: 'postback', postback: { text: 'Ok', payload: 'OPT_OUT' } },
    ]
    const body = { type: 'list', list: { text: 'Ok', actions } }
    expect(
      (await post(JSON.stringify({ ...event, payload: { ...event.payload, body } }))).status,
    ).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })
})
