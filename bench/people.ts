/** Someone with a Brazilian mobile and WhatsApp's user id for them. */
export type Someone = { readonly digits: string; readonly phone: string; readonly bsuid: string }

/** The nth person of a run. */
const someone = (n: number): Someone => ofDigits(`55119${String(70_000_000 + n)}`)

/** The person of a number. */
export const ofDigits = (digits: string): Someone => ({
  digits,
  phone: `+${digits}`,
  bsuid: `BR.${BigInt(digits) * 7919n}`,
})

/** The first so many persons of a run. */
export const people = (count: number): readonly Someone[] =>
  Array.from({ length: count }, (_, n) => someone(n))

/** A message id as Meta makes them: the person's own number, in base64 (style, trap 15). */
export const wamid = (digits: string, n: number): string => {
  const head = Buffer.from([0x1c, 0x18, digits.length, ...Buffer.from(digits)])
  const tail = Buffer.from([0x15, 2, 0, 0x11, 0x18, 0x12, ...Buffer.from(`3EB0${n}`), 0])
  return `wamid.${Buffer.concat([head, tail]).toString('base64')}`
}
