import { createHash } from 'node:crypto'
import { judgeAge } from './age.ts'
import { field, parseJson, textAt } from './json.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, ProviderRequest, Verdict } from './provider.ts'

const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/u

/**
 * Judges the token of Vonage's Messages API: a JWT under HS256 that names the body's SHA-256, the account and
 * the application. Vonage's own library looks at the signature alone, and so takes another body, an old token
 * and another account's. A request without a token is Vonage's at times: it is asked for again, signed
 * (providers section 7).
 */
export const verdictOnToken = (
  { header, body }: ProviderRequest,
  { ids, secrets }: Credentials,
  now: number,
): Verdict => {
  const authorization = header('authorization')
  if (authorization === null) return 'unsigned'
  const claims = claimsIn(authorization, secrets['signatureSecret'] ?? '')
  const issuedAt = field(claims, 'iat')
  const isOurs =
    textAt(claims, 'api_key') === ids['accountKey'] &&
    [undefined, textAt(claims, 'application_id')].includes(ids['applicationId'])
  const isOfBody = isSameText(
    textAt(claims, 'payload_hash')?.toLowerCase() ?? '',
    createHash('sha256').update(body).digest('hex'),
  )
  if (!isOurs || !isOfBody || typeof issuedAt !== 'number') return 'refused'
  return judgeAge(issuedAt * 1000, now)
}

/** What a token says, if it was signed with this secret and in this one way; undefined otherwise. */
const claimsIn = (authorization: string, secret: string): unknown => {
  const [, head = '', claims = '', signature = ''] = BEARER.exec(authorization) ?? []
  const header = parseJson(Buffer.from(head, 'base64url'))
  // The token must not choose how it is checked, nor ask for what we do not know (RFC 8725, 3.1; RFC 7515, 4.1.11).
  const isKnown = textAt(header, 'alg') === 'HS256' && field(header, 'crit') === undefined
  const ours = hmac('sha256', secret, `${head}.${claims}`).toString('base64url')
  return secret !== '' && isKnown && isSameText(signature, ours)
    ? parseJson(Buffer.from(claims, 'base64url'))
    : undefined
}
