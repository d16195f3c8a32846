import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const isSameText = (one: string, other: string): boolean =>
  timingSafeEqual(hmac('sha256', 'compare', one), hmac('sha256', 'compare', other))

/** The HMAC of some parts, one after another, under a secret. */
export const hmac = (
  algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512',
  secret: string,
  ...parts: readonly (string | Uint8Array)[]
): Buffer => {
  const mac = createHmac(algorithm, secret)
  for (const part of parts) mac.update(part)
  return mac.digest()
}

/** Whether a request bears these credentials, `user:password`, as HTTP Basic does (RFC 7617). */
export const hasBasicAuth = (header: string | null, credentials: string): boolean => {
  const given = /^Basic ([A-Za-z0-9+/]+={0,2})$/iu.exec(header ?? '')?.[1]
  return given !== undefined && isSameText(given, Buffer.from(credentials).toString('base64'))
}
