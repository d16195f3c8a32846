/** What stands in an answer under some keys, the last of them a text or a number; null where there is none. */
export const textAt = (json: unknown, ...path: readonly (string | number)[]): string | null => {
  let value = json
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
    value = new Map<string, unknown>(Object.entries(value)).get(String(key))
  }
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
