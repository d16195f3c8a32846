import { judgeAge } from './age.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, ProviderRequest, Verdict } from './provider.ts'

/**
 * What Sinch's signature says of a request: HMAC-SHA256 over body, nonce and time (providers section 2a). A nonce
 * may come again, for it is not known whether Sinch signs a retry anew.
 */
export const verdictOnSinch = (
  { header, body }: ProviderRequest,
  { secrets }: Credentials,
  now: number,
): Verdict => {
  const { webhookSecret = '' } = secrets
  const part = (name: string): string => header(`x-sinch-webhook-signature${name}`) ?? ''
  const nonce = part('-nonce')
  const timestamp = part('-timestamp')
  const isWhole =
    nonce !== '' && /^\d{1,12}$/u.test(timestamp) && /^HmacSHA256$/iu.test(part('-algorithm'))
  const expected = hmac('sha256', webhookSecret, body, `.${nonce}.${timestamp}`).toString('base64')
  if (webhookSecret === '' || !isWhole || !isSameText(part(''), expected)) return 'refused'
  return judgeAge(Number(timestamp) * 1000, now)
}
