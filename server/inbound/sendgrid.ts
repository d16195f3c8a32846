import { createHash, createPublicKey, verify as isSignedBy } from 'node:crypto'
import type { Delivered } from '../../consent/delivered.ts'
import { judgeAge } from './age.ts'
import { fieldsOf, isForm } from './form.ts'
import { parseJsonText, textAt, listAt } from './json.ts'
import { accountByAddress, headersIn, LONGEST_HEADER, mailOf } from './mail.ts'
import type { Credentials, InboundProvider, ProviderRequest, Verdict } from './provider.ts'

/** E-mail through SendGrid's Inbound Parse with a signature in its security policy (providers section 11). */
export const sendgrid: InboundProvider = {
  kind: 'sendgrid',
  heardBy: 'signed',
  verify: (request, credentials, now) => verdictOn(request, credentials, now),
  isReadable: ({ type }) => isForm(type),
  read: async (content) => [readMail(await fieldsOf(content))],
  accountOf: accountByAddress,
  refusal: 401,
  answer: null,
}

/** ECDSA over P-256 with SHA-256, in DER, of the time and the raw body. */
const verdictOn = (
  { header, body }: ProviderRequest,
  { secrets }: Credentials,
  now: number,
): Verdict => {
  const { publicKey = '' } = secrets
  const timestamp = header('x-twilio-email-event-webhook-timestamp') ?? ''
  const signature = header('x-twilio-email-event-webhook-signature') ?? ''
  if (publicKey === '' || !/^\d{1,12}$/u.test(timestamp)) return 'refused'
  if (!isSigned(publicKey, Buffer.concat([Buffer.from(timestamp), body]), signature))
    return 'refused'
  return judgeAge(Number(timestamp) * 1000, now)
}

const isSigned = (key: string, signed: Uint8Array, signature: string): boolean => {
  try {
    const publicKey = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    })
    return isSignedBy('sha256', signed, publicKey, Buffer.from(signature, 'base64'))
  } catch {
    // A key of the document that is none.
    return false
  }
}

const readMail = (fields: URLSearchParams): Delivered => {
  const header = headersIn(fields.get('headers') ?? '')
  const envelope = parseJsonText(fields.get('envelope') ?? '')
  const [sentTo] = listAt(envelope, 'to')
  return mailOf({
    // Not every program gives an e-mail an id (RFC 5322 section 3.6.4 only asks for it), and a no without one counts too.
    id: header('message-id') || digestOf(fields),
    from: fields.get('from'),
    to: typeof sentTo === 'string' ? sentTo : fields.get('to'),
    subject: fields.get('subject'),
    texts: [fields.get('text')],
    header,
    passed: passedIn(fields, textAt(envelope, 'from')),
  })
}

/** The same for the same e-mail, though each try of SendGrid's puts the fields between other boundaries. */
const digestOf = (fields: URLSearchParams): string =>
  `sha256|${createHash('sha256').update(fields.toString()).digest('hex')}`

/** SendGrid's own findings: `dkim` is `{@example.com : pass}`, `SPF` of the envelope's writer. */
const passedIn = (
  fields: URLSearchParams,
  envelopeFrom: string | null,
): readonly (string | null | undefined)[] => {
  const dkim = (fields.get('dkim')?.slice(0, LONGEST_HEADER) ?? '').matchAll(
    /@([^\s:{},]+)\s*:\s*pass\b/giu,
  )
  const isSpf = /^pass\b/iu.test(fields.get('SPF')?.trim() ?? '')
  return [...[...dkim].map(([, domain]) => domain), isSpf ? envelopeFrom : null]
}
