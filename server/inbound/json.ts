/** A JSON object of a stranger: read own fields only, so that `__proto__` is a name like any other. */
export type JsonObject = { readonly [name: string]: unknown }

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of what may be an object. */
export const field = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** A text in a field, by the path to it; null where there is none. */
export const textAt = (value: unknown, ...path: readonly string[]): string | null => {
  let found = value
  for (const name of path) found = field(found, name)
  return typeof found === 'string' ? found : null
}

/** A list in a field; empty where there is none. */
export const listAt = (value: unknown, name: string): readonly unknown[] => {
  const found = field(value, name)
  return Array.isArray(found) ? found : []
}

/** A body as JSON, or undefined when it is none. */
export const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

/** The same of JSON within a field. */
export const parseJsonText = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
