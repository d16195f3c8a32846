// 3GPP TS 23.038, section 6.2.1: what an SMS says in seven bits a letter, and what takes two of them.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const DOUBLE = new Set('^{}\\[~]|€')

const MOST_IN_SEVEN_BITS = 160
/** One letter outside the alphabet turns the whole message to sixteen bits a letter. */
const MOST_IN_SIXTEEN_BITS = 70

/** Whether a text is sent as one SMS; the person pays for each. */
export const fitsOneSms = (text: string): boolean => {
  const lengths = Array.from(text, (letter) => {
    if (BASIC.has(letter)) return 1
    return DOUBLE.has(letter) ? 2 : Infinity
  })
  const inSevenBits = lengths.reduce((sum, length) => sum + length, 0)
  return inSevenBits <= MOST_IN_SEVEN_BITS || text.length <= MOST_IN_SIXTEEN_BITS
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
])

/** A text in the letters of the short alphabet where one is near: “Promoções” is "Promocoes", “Café” stays "Café". */
export const inSmsLetters = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) =>
    BASIC.has(letter) || DOUBLE.has(letter)
      ? letter
      : (QUOTES.get(letter) ?? letter.normalize('NFD').replace(/\p{M}/gu, '')),
  ).join('')
