import { createHash, createHmac } from 'node:crypto'
import type { Proof } from './speaker.ts'

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What differs from the token that Vonage sends. */
export type Changed = {
  readonly head?: object
  readonly claims?: object
  readonly algorithm?: 'sha256' | 'sha512'
}

/** Vonage's header of a body: a JWT that names the body, the account and the application. */
export const vonageToken = (
  body: string | Uint8Array,
  { secret, at }: Omit<Proof, 'url'>,
  { head = {}, claims = {}, algorithm = 'sha256' }: Changed = {},
) => {
  const signed = [
    part({ alg: 'HS256', typ: 'JWT', ...head }),
    part({
      iat: Math.floor(at / 1000),
      jti: 'f8906b62-befe-d820-3b90-13dfeb644af4',
      iss: 'Vonage',
      payload_hash: createHash('sha256').update(body).digest('hex'),
      api_key: 'abcd1234',
      application_id: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
      ...claims,
    }),
  ].join('.')
  const signature = createHmac(algorithm, secret).update(signed).digest('base64url')
  return { authorization: `Bearer ${signed}.${signature}` }
}
