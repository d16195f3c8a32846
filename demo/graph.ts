import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Reply } from './shapes.ts'

/** What the pretended Meta needs from the demo around it. */
export type GraphNeeds = {
  readonly phoneNumberIds: readonly string[]
  readonly accessToken: string
  readonly deliver: (reply: Reply) => void
}

const Sent = v.object({
  messaging_product: v.literal('whatsapp'),
  to: v.optional(v.pipe(v.string(), v.regex(/^\+\d{6,20}$/u))),
  recipient: v.optional(v.pipe(v.string(), v.maxLength(200))),
  type: v.literal('text'),
  text: v.object({ body: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)) }),
})

/** Meta's Graph API as far as it sends texts: what Quiero says reaches the demo's phone. */
export const graphRoutes = ({ phoneNumberIds, accessToken, deliver }: GraphNeeds): Hono =>
  new Hono().post('/demo/meta/:phoneNumberId/messages', async (c) => {
    if (c.req.header('authorization') !== `Bearer ${accessToken}`) {
      return c.json({ error: { code: 190, message: 'Invalid OAuth access token' } }, 401)
    }
    const sent = v.safeParse(Sent, await c.req.json().catch(() => null))
    if (!sent.success || !phoneNumberIds.includes(c.req.param('phoneNumberId'))) {
      return c.json({ error: { code: 100, message: 'Invalid parameter' } }, 400)
    }
    const { to, recipient, text } = sent.output
    const number = to?.replace('+', '') ?? null
    deliver({ to: number, bsuid: recipient ?? null, text: text.body })
    return c.json({
      messaging_product: 'whatsapp',
      contacts: [{ input: to ?? recipient, wa_id: number ?? undefined }],
      messages: [{ id: `wamid.${randomBytes(36).toString('base64')}` }],
    })
  })
