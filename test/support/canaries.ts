/** What a service tells beside its answers to those who may know: none of it may hold anybody's number. */
type Telling = 'log' | 'metrics' | 'problem' | 'webhook'

/** A number as it is sent: JSON or a form, by the names that ours and the providers' fields have. */
const SENT =
  /"?(?:phone|number|from|waid|wa_id|msisdn|mobile|identity|sender|recipient_id|userId)"?\s*[:=]\s*"?(?:whatsapp:)?\+?(\d{10,15})(?!\d)/giu

/** So many digits at its end tell a number from every other, and from what happens to be digits in an id. */
const TELLING_DIGITS = 10

const endOf = (number: string): string => number.slice(-TELLING_DIGITS)

/** Watches over the numbers that people have in the tests of one file. */
export const watchNumbers = () => {
  const numbers = new Set<string>()
  const own = new Set<string>()
  // What is said again and again is looked at once.
  const tellings = new Map<string, Telling>()
  return {
    /** Notes the numbers in what is sent to a service. */
    sent: (text: string): void => {
      for (const [, number = ''] of withoutPercents(text).matchAll(SENT)) numbers.add(endOf(number))
    },
    /** Notes numbers of a company's own, which are no secret. */
    ours: (phones: readonly (string | undefined)[]): void => {
      for (const phone of phones) if (phone !== undefined) own.add(endOf(phone))
    },
    told: (telling: Telling, text: string): void => void tellings.set(text, telling),
    /** How much there is to look through, and for. */
    watched: () => ({ numbers: numbers.size, tellings: tellings.size }),
    /** Every telling that holds somebody's number, in whatever form; each is told once. */
    leaks: (): readonly string[] => {
      const all = [...tellings]
      tellings.clear()
      return all.flatMap(([text, telling]) => {
        const held = numbersIn(text).filter((number) => numbers.has(number) && !own.has(number))
        return held.length === 0 ? [] : [`${telling}: ${text}`]
      })
    },
  }
}

/** The watch of this test file: vitest loads a module anew for each. */
export const numbersHere = watchNumbers()

/** The ends of all numbers that a text holds: as they are, grouped, percent-encoded, in base64 or in hexadecimal. */
export const numbersIn = (text: string): readonly string[] => {
  const plain = withoutPercents(text)
  const hidden = (plain.match(/[\w+/=-]{12,}/gu) ?? []).flatMap(decodings)
  return [text, plain, ...hidden].flatMap(endsIn)
}

const withoutPercents = (text: string): string =>
  text.replace(/%([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** What a run of characters could stand for. What was encoded can begin at any of them. */
const decodings = (run: string): readonly string[] => [
  ...[0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('latin1')),
  ...(run.match(/[\da-f]{20,}/giu) ?? []).flatMap((hex) =>
    [0, 1].map((at) => Buffer.from(hex.slice(at), 'hex').toString('latin1')),
  ),
]

const GROUPING = /(?<=\d)[\s().\-–_·]{1,3}(?=\d)/gu

const endsIn = (text: string): readonly string[] =>
  [text, text.replace(GROUPING, '')].flatMap((one) =>
    (one.match(/\d{10,}/gu) ?? []).flatMap((digits) =>
      Array.from({ length: digits.length - TELLING_DIGITS + 1 }, (_, at) =>
        digits.slice(at, at + TELLING_DIGITS),
      ),
    ),
  )
