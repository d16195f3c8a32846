/**
 * A value as canonical JSON (RFC 8785): one text for one value, whatever the order its keys came in, so
 * that a hash of it names the value. A member that is undefined is left out, as if it were absent;
 * anything else that JSON cannot say exactly is a bug in the caller and throws.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  // A lone surrogate is written as an escape. RFC 8785 would refuse it, and with it a STOP that its
  // provider has cut in the middle of an emoji.
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) return canonicalObject(value)
  throw new TypeError(`${typeof value} has no canonical JSON`)
}

const canonicalObject = (value: object): string => {
  let text = ''
  // The default order is that of UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key)
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

// Beyond 2^53 two whole numbers share one spelling, and a reader may take either (RFC 7493 section 2.2).
const canonicalNumber = (number: number): string => {
  const isExact =
    Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
  if (!isExact) throw new TypeError('a number that JSON cannot say exactly')
  return JSON.stringify(number)
}

const isPlainObject = (value: unknown): value is object =>
  Object.prototype.toString.call(value) === '[object Object]'
