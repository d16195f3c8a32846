import type { Delivered } from '../../consent/delivered.ts'
import { judgeAge } from './age.ts'
import { fieldsOf, isForm } from './form.ts'
import { parseJsonText } from './json.ts'
import { accountByAddress, headersOf, mailOf } from './mail.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest, Verdict } from './provider.ts'

/**
 * E-mail through a route of Mailgun's (providers section 11). The signature is over a time and a token and leaves
 * the content out, so only TLS speaks for that; a token is heard once.
 */
export const mailgun: InboundProvider = {
  kind: 'mailgun',
  heardBy: 'secret-path',
  verify: (request, credentials, now) => verdictOn(request, credentials, now),
  isReadable: ({ type }) => isForm(type),
  read: async (content) => [readMail(await fieldsOf(content))],
  accountOf: accountByAddress,
  // Whatever else is answered, Mailgun sends the mail again.
  refusal: 406,
  answer: null,
}

/** Mailgun tries for 7 hours 55 minutes, and may not sign anew: that long a signature is fresh. */
const LONGEST_TRY = 8 * 60 * 60 * 1000

const verdictOn = async (
  { header, body }: ProviderRequest,
  { secrets }: Credentials,
  now: number,
): Promise<Verdict> => {
  const { signingKey = '' } = secrets
  const fields = await fieldsOf({ body, type: header('content-type') ?? '' })
  const timestamp = fields.get('timestamp') ?? ''
  const signature = hmac('sha256', signingKey, timestamp, fields.get('token') ?? '').toString('hex')
  const isSigned =
    signingKey !== '' &&
    /^\d{1,12}$/u.test(timestamp) &&
    isSameText(fields.get('signature') ?? '', signature)
  if (!isSigned) return 'refused'
  return judgeAge(Number(timestamp) * 1000, now, LONGEST_TRY)
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
