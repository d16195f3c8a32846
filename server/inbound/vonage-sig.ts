import { createHash } from 'node:crypto'
import { judgeAge } from './age.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, Verdict } from './provider.ts'
import type { VonageFields } from './vonage-fields.ts'

/** The ways to sign that an account can be set to, as Vonage's libraries name them, and the usual one. */
const METHODS = ['md5', 'sha1', 'sha256', 'sha512'] as const
const USUAL = 'sha256'

/**
 * Judges the `sig` of Vonage's older SMS API, which bears its own time. The account's way of signing is
 * `signatureMethod` in the document: `md5hash`, which is no HMAC, or the HMAC `md5`, `sha1`, `sha256` or
 * `sha512`. The request must not choose it. Vonage writes `_` for `&` and `=` before it signs, so that these
 * three are one to the signature; and it leaves out what is blank.
 */
export const verdictOnSig = (
  fields: VonageFields,
  { ids, secrets }: Credentials,
  now: number,
): Verdict => {
  const { signatureSecret = '' } = secrets
  const ours = signatureOf(fields, signatureSecret, ids['signatureMethod'] ?? USUAL)
  const isSigned = signatureSecret !== '' && ours !== null && isSameText(sigIn(fields), ours)
  const time = fields.get('timestamp') ?? ''
  const isOurs = fields.get('api-key') === ids['accountKey'] && /^\d{1,12}$/u.test(time)
  return isSigned && isOurs ? judgeAge(Number(time) * 1000, now) : 'refused'
}

const sigIn = (fields: VonageFields): string => fields.get('sig')?.toLowerCase() ?? ''

/** The signature of some fields, in small hexadecimal; null for a way to sign that is not known. */
export const signatureOf = (
  fields: VonageFields,
  secret: string,
  method: string,
): string | null => {
  const signed = [...fields]
    .filter(([name, value]) => name !== 'sig' && !isBlank(value))
    // By UTF-16 units, as Java sorts them: not by a language.
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `&${cleaned(name)}=${cleaned(value)}`)
    .join('')
  if (method === 'md5hash') return createHash('md5').update(`${signed}${secret}`).digest('hex')
  const algorithm = METHODS.find((known) => known === method)
  return algorithm === undefined ? null : hmac(algorithm, secret, signed).toString('hex')
}

/** What Java's `trim` leaves nothing of. */
const isBlank = (value: string): boolean => value.split('').every((unit) => unit <= ' ')

const cleaned = (text: string): string => text.replace(/[&=]/gu, '_')
