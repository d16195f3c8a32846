/** The page that asks, without its query. */
export const pageShown = (): string => (location.origin + location.pathname).slice(0, 500)

/** Sixteen random bytes: the same submission is recognised when it is sent again. */
export const newAttempt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
