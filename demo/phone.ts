import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import * as v from 'valibot'
import type { Company, Sender } from '../consent/company.ts'
import { makeDrafts } from './drafts.ts'
import { metaBody, metaSignature } from './voices/cloud.ts'
import type { PhoneMessage } from './voices/phone-message.ts'
import type { PhoneSend, PhoneSent } from './shapes.ts'

/** What the pretended phone needs from the demo around it. */
export type PhoneNeeds = {
  readonly company: Company
  /** Where Meta would post to. */
  readonly webhook: string
  readonly appSecret: string
  /** Pages that may send from the phone: the stage alone. */
  readonly stageOrigins: readonly string[]
  /** Ends the streams when the demo stops. */
  readonly stopping: AbortSignal
}

const digits = v.pipe(v.string(), v.regex(/^\d{6,20}$/u))
const words = v.pipe(v.string(), v.maxLength(4096))

const Send = v.strictObject({
  from: v.optional(digits),
  bsuid: v.pipe(v.string(), v.regex(/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/u)),
  to: digits,
  text: v.optional(words),
  caption: v.optional(words),
  payload: v.optional(v.pipe(v.string(), v.maxLength(256))),
})

const CLOSING = html`<!doctype html>
  <html lang="en">
    <meta charset="utf-8" />
    <title>WhatsApp</title>
    <p>The message is on the demo’s phone. You can close this tab.</p>
    <script>
      close()
    </script>
  </html>`

/** The phone that plays WhatsApp: deep links land in it, and what it sends goes to the real webhook. */
export const phoneRoutes = (needs: PhoneNeeds): Hono => {
  const drafts = makeDrafts(() => Date.now())
  return new Hono()
    .get('/phone/:to', (c) => {
      drafts.deliver({
        to: c.req.param('to').replace(/\D/gu, ''),
        text: (c.req.query('text') ?? '').slice(0, 4096),
      })
      // On a desktop the link opened a tab of its own, which has nothing to show. A frame without an origin, which
      // is of no site, sends the page around it: that one stays.
      const isTab =
        c.req.header('sec-fetch-dest') === 'document' &&
        c.req.header('sec-fetch-site') !== 'cross-site'
      if (isTab) return c.html(CLOSING)
      // No content: the browser stays where it is, as it does when a link opens an app.
      return c.body(null, 204, { 'Cache-Control': 'no-store' })
    })
    .get('/demo/phone/drafts', (c) => {
      // Else the connection would wait for another request and keep the demo from stopping.
      c.header('Connection', 'close')
      return streamSSE(c, (stream) => {
        const { promise, resolve } = Promise.withResolvers<void>()
        const close = drafts.open((draft) => {
          void stream.writeSSE({ event: 'draft', data: JSON.stringify(draft) })
        })
        stream.onAbort(resolve)
        needs.stopping.addEventListener('abort', () => resolve(), { once: true })
        return promise.finally(close)
      })
    })
    .post('/demo/phone/send', bodyLimit({ maxSize: 65_536 }), async (c) => {
      if (!needs.stageOrigins.includes(c.req.header('origin') ?? '')) {
        return c.json({ detail: 'Only the demo’s own page sends from this phone.' }, 403)
      }
      const send = v.safeParse(Send, await c.req.json().catch(() => null))
      if (!send.success) return c.json({ detail: 'This is not a message.' }, 422)
      const sent = await sendAsMeta(needs, send.output)
      if (sent === null) return c.json({ detail: 'Nobody has this number here.' }, 404)
      return c.json(sent)
    })
}

const sendAsMeta = async (needs: PhoneNeeds, send: PhoneSend): Promise<PhoneSent | null> => {
  const sender = needs.company.senders.find(({ phone }) => phone.replace(/\D/gu, '') === send.to)
  if (sender?.provider?.kind !== 'whatsapp-cloud') return null
  const message = messageOf(send)
  const body = metaBody(receiverOf(sender, sender.provider.phoneNumberId), message)
  const startedAt = performance.now()
  const answer = await fetch(needs.webhook, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Hub-Signature-256': metaSignature(body, needs.appSecret),
      'User-Agent': 'facebookexternalua',
    },
    body,
  })
  await answer.arrayBuffer()
  return { status: answer.status, ms: Math.round(performance.now() - startedAt), id: message.id }
}

const messageOf = (send: PhoneSend): PhoneMessage => ({
  id: `wamid.${randomBytes(36).toString('base64')}`,
  from: send.from ?? null,
  bsuid: send.bsuid,
  name: 'Ana',
  sentAt: Date.now(),
  content: contentOf(send),
})

const contentOf = ({ text, caption, payload }: PhoneSend): PhoneMessage['content'] => {
  if (caption !== undefined) return { kind: 'picture', caption }
  if (payload !== undefined) return { kind: 'button', payload, title: text ?? payload }
  return { kind: 'text', text: text ?? '' }
}

const receiverOf = (sender: Sender, phoneNumberId: string) => ({
  wabaId: sender.wabaId ?? '0',
  phoneNumberId,
  digits: sender.phone.replace(/\D/gu, ''),
})
