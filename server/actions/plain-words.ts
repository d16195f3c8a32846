/** Why something was kept and not taken. */
export const NOT_PLAIN = 'a word that is too long or holds what is no letter'

// Meta's template names have at most 512 characters. A database may refuse a NUL, and with it all that came beside it.
const MOST = 512

/** Whether words of a provider's can be kept as they are. */
export const isPlain = (...words: readonly (string | null)[]): boolean =>
  words.every((word) => word === null || (word.length <= MOST && !/\p{Cc}/u.test(word)))
