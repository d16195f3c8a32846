import { createHash } from 'node:crypto'
import type { Seen } from '../../consent/delivered.ts'
import { formFields, isUrlEncoded } from './form.ts'
import { field, isObject, parseJson } from './json.ts'
import { whoIn } from './message.ts'
import { hmac, isSameText } from './proof.ts'
import type { Content, Credentials, ProviderRequest } from './provider.ts'

/**
 * Whether Twilio signed a request (providers section 4). It bears no time: a delivery is known by its
 * `MessageSid`. A sub-account signs with a token of its own.
 */
export const isSignedByTwilio = (request: ProviderRequest, { secrets }: Credentials): boolean => {
  const { authToken = '' } = secrets
  const signature = request.header('x-twilio-signature') ?? ''
  const signed = signedOf(request)
  return (
    authToken !== '' &&
    signed !== null &&
    addressesOf(request.url).some((url) =>
      isSameText(signature, hmac('sha1', authToken, url, signed).toString('base64')),
    )
  )
}

/** What is signed behind the address: a form's fields, or nothing where the address bears a hash of the body. */
const signedOf = ({ method, url, header, body }: ProviderRequest): string | null => {
  if (method === 'GET') return ''
  const hash = new URLSearchParams(queryOf(url)).get('bodySHA256')
  if (hash !== null) {
    return isSameText(hash, createHash('sha256').update(body).digest('hex')) ? '' : null
  }
  return isUrlEncoded(header('content-type') ?? '') ? joined(formFields(body)) : null
}

/** Names and values without anything between them, by name; of a name that is there twice each value once. */
const joined = (fields: URLSearchParams): string => {
  const values = new Map<string, Set<string>>()
  for (const [name, value] of fields) {
    values.set(name, (values.get(name) ?? new Set<string>()).add(value))
  }
  return [...values.keys()]
    .toSorted()
    .flatMap((name) => [...(values.get(name) ?? [])].toSorted().map((value) => name + value))
    .join('')
}

/** Twilio signs an address with or without its port, and a query as it came or as it would write it itself. */
const addressesOf = (url: string): readonly string[] => {
  const [, scheme = '', host = '', given, rest = ''] = ADDRESS.exec(url) ?? []
  const port = given ?? (scheme.toLowerCase() === 'https://' ? ':443' : ':80')
  const rests = new Set([rest, rewritten(rest)])
  return [...rests].flatMap((one) => [`${scheme}${host}${one}`, `${scheme}${host}${port}${one}`])
}

const ADDRESS = /^(https?:\/\/)((?:[^/?#@]*@)?(?:\[[^\]]*\]|[^/?#:]*))(:\d+)?(.*)$/isu

const queryOf = (url: string): string => /\?(.*)$/su.exec(url)?.[1] ?? ''

const rewritten = (url: string): string => {
  const query = [...new URLSearchParams(queryOf(url))].map((pair) =>
    pair.map(encodeURIComponent).join('='),
  )
  return query.length === 0 ? url : url.replace(/\?.*$/su, `?${query.join('&')}`)
}

/** What one event tells, by the names that Twilio's forms have; null where it tells no such thing. */
export type TwilioFields = (name: string) => string | null

/** Whether a body is what Twilio sends: a form, or JSON where the webhook is set so. */
export const isTwilioReadable = ({ body, type }: Content): boolean =>
  isUrlEncoded(type) || parseJson(body) !== undefined

/** The events of a body: one in a form, one or several in JSON, where names begin small. */
export const eventsIn = ({ body, type }: Content): readonly TwilioFields[] => {
  if (isUrlEncoded(type)) {
    const fields = formFields(body)
    return [(name) => fields.get(name)]
  }
  const parsed = parseJson(body)
  return (Array.isArray(parsed) ? parsed : [parsed]).map((event: unknown) => fieldsOfEvent(event))
}

const INBOUND_EVENT = 'com.twilio.messaging.inbound-message.received'

const fieldsOfEvent = (event: unknown): TwilioFields => {
  const data = field(event, 'type') === INBOUND_EVENT ? field(event, 'data') : undefined
  return (name) => {
    const value = isObject(data) ? field(data, name.charAt(0).toLowerCase() + name.slice(1)) : null
    return typeof value === 'string' ? value : null
  }
}

/** Whether an event tells of a message that the business sent. */
export const isStatus = (fields: TwilioFields): boolean =>
  !['received', 'receiving', null].includes(fields('MessageStatus'))

/** Whether Twilio took the words for an opt-out of its own, such as one of the company's own words there. */
export const isStop = (fields: TwilioFields): boolean => fields('OptOutType') === 'STOP'

/** A WhatsApp user in Twilio's spelling; null for anything else, such as the sender of an SMS. */
export const twilioUser = (raw: string | null): Seen | null => {
  if (raw === null || !raw.startsWith('whatsapp:')) return null
  const { phone, bsuid, replyTo } = whoIn(raw.slice('whatsapp:'.length))
  return replyTo === null ? null : { phone, bsuid }
}

/** When a message was sent, which no webhook tells: only Twilio's log does, in RFC 2822. */
export const sentAtIn = (fields: TwilioFields): number | null => {
  const text = fields('DateSent') ?? ''
  const at = RFC_2822.test(text) ? Date.parse(text) : Number.NaN
  return Number.isSafeInteger(at) && at > 0 ? at : null
}

const RFC_2822 = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/u
