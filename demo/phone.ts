import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import * as v from 'valibot'
import type { Company } from '../consent/company.ts'
import type { Arrivals } from './arrivals.ts'
import type { PhoneMessage } from './voices/phone-message.ts'
import type { PlayedProvider } from './played-provider.ts'
import type { PhoneSend, PhoneSent } from './shapes.ts'
import { isVoiceName, VOICE_NAMES, type VoiceName } from './voices/names.ts'

/** What the pretended phone needs from the demo around it. */
export type PhoneNeeds = {
  readonly company: Company
  /** Where the server listens, and what the world calls it. */
  readonly server: string
  readonly publicUrl: string
  /** Whose format the phone's messages come in. */
  readonly provider: PlayedProvider
  /** What comes to the phone. */
  readonly arrivals: Arrivals
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

const Wish = v.strictObject({
  name: v.custom<VoiceName>((name) => typeof name === 'string' && isVoiceName(name)),
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
  const { arrivals } = needs
  return new Hono()
    .get('/phone/:to', (c) => {
      const to = c.req.param('to').replace(/\D/gu, '')
      const text = (c.req.query('text') ?? '').slice(0, 4096)
      arrivals.deliver({ kind: 'draft', draft: { to, text } })
      // On a desktop the link opened a tab of its own, which has nothing to show. A frame without an origin, which
      // is of no site, sends the page around it: that one stays.
      const isTab =
        c.req.header('sec-fetch-dest') === 'document' &&
        c.req.header('sec-fetch-site') !== 'cross-site'
      if (isTab) return c.html(CLOSING)
      // No content: the browser stays where it is, as it does when a link opens an app.
      return c.body(null, 204, { 'Cache-Control': 'no-store' })
    })
    .get('/demo/phone/arrivals', (c) => {
      // Else the connection would wait for another request and keep the demo from stopping.
      c.header('Connection', 'close')
      return streamSSE(c, (stream) => {
        const { promise, resolve } = Promise.withResolvers<void>()
        const close = arrivals.open((arrival) => {
          void stream.writeSSE({ event: 'arrival', data: JSON.stringify(arrival) })
        })
        stream.onAbort(resolve)
        needs.stopping.addEventListener('abort', () => resolve(), { once: true })
        return promise.finally(close)
      })
    })
    .get('/demo/phone/provider', (c) => c.json({ name: needs.provider.name() }))
    .put('/demo/phone/provider', bodyLimit({ maxSize: 1024 }), async (c) => {
      if (!needs.stageOrigins.includes(c.req.header('origin') ?? '')) {
        return c.json({ detail: 'Only the demo’s own page chooses the provider.' }, 403)
      }
      const wish = v.safeParse(Wish, await c.req.json().catch(() => null))
      if (!wish.success) return c.json({ detail: 'No such provider is played here.' }, 422)
      await needs.provider.playAs(wish.output.name)
      return c.json({ name: needs.provider.name() })
    })
    .post('/demo/phone/send', bodyLimit({ maxSize: 65_536 }), async (c) => {
      if (!needs.stageOrigins.includes(c.req.header('origin') ?? '')) {
        return c.json({ detail: 'Only the demo’s own page sends from this phone.' }, 403)
      }
      const send = v.safeParse(Send, await c.req.json().catch(() => null))
      if (!send.success) return c.json({ detail: 'This is not a message.' }, 422)
      const sent = await sendAsProvider(needs, send.output)
      if (sent === null) return c.json({ detail: 'Nobody has this number here.' }, 404)
      return c.json(sent)
    })
}

/** Sends as the provider that is played; null where nobody has the number, or where it would not tell of this person. */
const sendAsProvider = async (needs: PhoneNeeds, send: PhoneSend): Promise<PhoneSent | null> => {
  const { provider } = needs
  const sender = needs.company.senders.find(({ phone }) => digitsOf(phone) === send.to)
  const isTold = send.from !== undefined || VOICE_NAMES[provider.name()].tellsHidden
  if (!sender || !isTold) return null
  const message = messageOf(send)
  const voice = provider.voice()
  const [secret, path] = [provider.secret(), `/webhooks/${provider.name()}/demo/${sender.id}`]
  const url = `${needs.server}${path}${voice.isSecretInPath ? `/${encodeURIComponent(secret)}` : ''}`
  const to = { wabaId: sender.wabaId ?? '0', digits: digitsOf(sender.phone) }
  // It signs the address that it was told, which is the one that the world knows.
  const told = `${needs.publicUrl}${path}`
  const { headers, body } = voice.speak(message, to, { secret, url: told, at: message.sentAt })
  const startedAt = performance.now()
  const answer = await fetch(url, { method: 'POST', headers, body })
  await answer.arrayBuffer()
  return { status: answer.status, ms: Math.round(performance.now() - startedAt), id: message.id }
}

const digitsOf = (phone: string): string => phone.replace(/\D/gu, '')

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
