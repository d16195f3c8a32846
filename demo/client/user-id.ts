import { sameLine } from '../../consent/line.ts'

const COUNTRIES: readonly (readonly [code: string, country: string])[] = [
  ['52', 'MX'],
  ['55', 'BR'],
  ['54', 'AR'],
  ['57', 'CO'],
  ['56', 'CL'],
  ['51', 'PE'],
  ['34', 'ES'],
  ['1', 'US'],
]

/** The business-scoped id that the pretended WhatsApp gives to the owner of a number: always the same one. */
export const userIdOf = (digits: string): string => {
  const line = sameLine(digits)
  const country = COUNTRIES.find(([code]) => line.startsWith(code))?.[1] ?? 'GB'
  return `${country}.${fnv1a(line).toString().padStart(20, '1')}`
}

const fnv1a = (text: string): bigint => {
  let hash = 0xcbf29ce484222325n
  for (const character of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n)
  }
  return hash
}
