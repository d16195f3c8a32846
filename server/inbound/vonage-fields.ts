import { formFields } from './form.ts'
import { isObject, parseJson } from './json.ts'
import type { Content } from './provider.ts'

/** The named texts of a request of Vonage's older SMS API. */
export type VonageFields = ReadonlyMap<string, string>

/**
 * The fields of a form, of a query, or of a JSON object, whichever the account is set to. Null where a name
 * comes twice, since one could be signed and the other read, and where a value is no text.
 */
export const vonageFields = ({ body, type }: Content): VonageFields | null => {
  const pairs = /^application\/json\b/iu.test(type) ? jsonPairs(body) : [...formFields(body)]
  const fields = new Map(pairs)
  return pairs && fields.size > 0 && fields.size === pairs.length ? fields : null
}

type Pairs = readonly (readonly [string, string])[]

const jsonPairs = (body: Uint8Array): Pairs | null => {
  const told = parseJson(body)
  if (!isObject(told)) return null
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(told)) {
    if (typeof value !== 'string' && typeof value !== 'number') return null
    pairs.push([name, `${value}`])
  }
  return pairs
}
