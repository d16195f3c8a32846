import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Reply } from './shapes.ts'

/** Where the pretended providers' APIs are, under the demo's own address. */
export const API_PATH = '/demo/api'

/** The providers that are played here, beside Meta. */
export const PLAYED_APIS = ['sinch', 'twilio', '360dialog', 'infobip', 'vonage'] as const

const to = v.pipe(
  v.string(),
  v.regex(/^(?:whatsapp:)?\+?\d{6,20}$|^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/u),
)
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))

const ToCloud = v.object({
  to: v.optional(to),
  recipient: v.optional(to),
  text: v.object({ body: text }),
})
const ToSinch = v.object({
  recipient: v.object({
    identified_by: v.object({
      channel_identities: v.tuple([v.object({ channel: v.literal('WHATSAPP'), identity: to })]),
    }),
  }),
  message: v.object({ text_message: v.object({ text }) }),
})
const ToTwilio = v.object({ To: to, Body: text })
const ToInfobip = v.object({ to, content: v.object({ text }) })
const ToVonage = v.object({ channel: v.literal('whatsapp'), to, text })

/** The APIs of the other providers as far as they send texts: what Quiero says reaches the demo's phone. */
export const providerApis = (deliver: (reply: Reply) => void): Hono => {
  const say = (whom: string | undefined, words: string): void => {
    const digits = /^(?:whatsapp:)?\+?(\d+)$/u.exec(whom ?? '')?.[1] ?? null
    deliver({ to: digits, bsuid: digits === null ? (whom ?? null) : null, text: words })
  }
  return new Hono()
    .basePath(API_PATH)
    .use(async (c, next) => {
      const isKnown = c.req.header('authorization') ?? c.req.header('d360-api-key')
      return isKnown === undefined ? c.json({ error: 'unauthorized' }, 401) : next()
    })
    .post('/sinch/oauth2/token', (c) =>
      c.json({ access_token: 'demo', token_type: 'bearer', expires_in: 3600 }),
    )
    .post('/sinch/v1/projects/:project/messages:send', async (c) => {
      const sent = v.parse(ToSinch, await c.req.json())
      const [{ identity }] = sent.recipient.identified_by.channel_identities
      say(identity, sent.message.text_message.text)
      return c.json({ message_id: randomUUID(), accepted_time: new Date().toISOString() })
    })
    .post('/twilio/2010-04-01/Accounts/:account/Messages.json', async (c) => {
      const sent = v.parse(ToTwilio, await c.req.parseBody())
      say(sent.To, sent.Body)
      return c.json({ sid: `SM${randomUUID().replaceAll('-', '')}`, status: 'queued' }, 201)
    })
    .post('/360dialog/messages', async (c) => {
      const sent = v.parse(ToCloud, await c.req.json())
      say(sent.to ?? sent.recipient, sent.text.body)
      return c.json({ messages: [{ id: `wamid.${randomUUID()}` }] })
    })
    .post('/infobip/whatsapp/1/message/text', async (c) => {
      const sent = v.parse(ToInfobip, await c.req.json())
      say(sent.to, sent.content.text)
      return c.json({ messageId: randomUUID(), status: { groupName: 'PENDING' } })
    })
    .post('/vonage/v1/messages', async (c) => {
      const sent = v.parse(ToVonage, await c.req.json())
      say(sent.to, sent.text)
      return c.json({ message_uuid: randomUUID() }, 202)
    })
    .onError((error, c) =>
      error instanceof v.ValiError
        ? c.json({ error: 'this is not a text message' }, 400)
        : c.json({ error: 'failed' }, 500),
    )
}
