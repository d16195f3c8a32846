import { createHmac } from 'node:crypto'
import { SECRETS } from '../support/service.ts'

/** The demo sender's number at Meta. */
export const PHONE_NUMBER_ID = '106540352242922'

/** The account at Meta that the demo's sender is in. */
export const WABA = '102290129340398'

/** The address of the demo sender's webhooks. */
export const WEBHOOK = '/webhooks/whatsapp-cloud/demo/main'

/** One thing in Meta's format: an element of `messages`, or of `user_preferences`. */
export type Wire = Readonly<Record<string, unknown>>

let made = 0

/** A message id as Meta makes them; each is another. */
export const newWamid = (): string => `wamid.HBgM${String((made += 1)).padStart(12, '0')}AA==`

/** A message with its times in seconds, as Meta writes them: text. Fields that are undefined are left out. */
export const wireMessage = (at: number, content: Wire): Wire => ({
  id: newWamid(),
  timestamp: String(Math.floor(at / 1000)),
  ...content,
})

/** A text message's own part. */
export const text = (body: string): Wire => ({ type: 'text', text: { body } })

/** One change of a body: a sender's messages. */
export const messages = (list: readonly Wire[], more: Wire = {}): Wire => ({
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '5511912345678', phone_number_id: PHONE_NUMBER_ID },
    messages: list,
    ...more,
  },
})

/** One change of a body: what somebody set in WhatsApp about marketing. */
export const preference = (setting: Wire): Wire => ({
  field: 'user_preferences',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '5511912345678', phone_number_id: PHONE_NUMBER_ID },
    user_preferences: [{ category: 'marketing_messages', detail: 'User requested', ...setting }],
  },
})

/** One change of a body: what became of messages that the business sent. */
export const statuses = (list: readonly Wire[]): Wire => messages([], { statuses: list })

/** One change of a body: a note of WhatsApp's about a person, at the demo's sender. */
export const system = (at: number, note: Wire, more: Wire = {}): Wire =>
  messages([wireMessage(at, { ...more, type: 'system', system: note })])

/** A whole body as Meta writes it on the wire: ASCII, the rest escaped in lower case, slashes too. */
export const wire = (changes: readonly Wire[], entry: Wire = {}): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: WABA, ...entry, changes }],
  })
    .replaceAll('/', '\\/')
    // Without the flag u, so that a character beyond the first plane is two escapes, as with Meta.
    .replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Meta's header of a body. */
export const signature = (
  body: string | Uint8Array,
  secret: string = SECRETS.QUIERO_SECRET_META,
) => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
})
