import type { Delivered } from '../../consent/delivered.ts'
import { fieldsOf, isForm } from './form.ts'
import { parseJsonText } from './json.ts'
import { accountByAddress, headersOf, mailOf } from './mail.ts'
import { hmac, isSameText } from './proof.ts'
import type { InboundProvider, Verdict } from './provider.ts'

/**
 * E-mail through a route of Mailgun's (providers section 11). The signature is over a time and a token and leaves
 * the content out, so only TLS speaks for that; a token is heard once.
 */
export const mailgun: InboundProvider = {
  kind: 'mailgun',
  heardBy: 'secret-path',
  verify: async ({ body, header }, { secrets }, now) =>
    verdictOf(
      await fieldsOf({ body, type: header('content-type') ?? '' }),
      secrets['signingKey'] ?? '',
      now,
    ),
  isReadable: ({ type }) => isForm(type),
  read: async (content) => [readMail(await fieldsOf(content))],
  accountOf: accountByAddress,
  // Whatever else is answered, Mailgun sends the mail again.
  refusal: 406,
  answer: null,
}

/** Mailgun tries for 7 hours 55 minutes, and may not sign anew: that long a signature is fresh. */
const LONGEST_TRY = 8 * 60 * 60 * 1000

const verdictOf = (fields: URLSearchParams, key: string, now: number): Verdict => {
  const timestamp = fields.get('timestamp') ?? ''
  const signature = hmac('sha256', key, timestamp, fields.get('token') ?? '').toString('hex')
  const isOurs =
    key !== '' &&
    /^\d{1,12}$/u.test(timestamp) &&
    isSameText(fields.get('signature') ?? '', signature)
  if (!isOurs) return 'refused'
  return Math.abs(now - Number(timestamp) * 1000) <= LONGEST_TRY ? 'fresh' : 'stale'
}

const readMail = (fields: URLSearchParams): Delivered =>
  mailOf({
    id: fields.get('token'),
    from: fields.get('from') ?? fields.get('sender'),
    to: fields.get('recipient'),
    subject: fields.get('subject'),
    texts: [fields.get('stripped-text'), fields.get('body-plain')],
    header: headersOf(pairsIn(fields.get('message-headers') ?? '[]')),
  })

const pairsIn = (text: string): readonly (readonly [string, string])[] => {
  const pairs = parseJsonText(text)
  if (!Array.isArray(pairs)) return []
  return pairs.flatMap((pair: unknown) => {
    const [name, value]: readonly unknown[] = Array.isArray(pair) ? pair : []
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : []
  })
}
