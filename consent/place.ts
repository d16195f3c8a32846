/** A place in a JSON document whose shape is not known: the value there, and the JSON path to it. */
export type Place = { readonly where: string; readonly value: unknown }

/** A member of an object in a document. */
export type Setting = Place & { readonly key: string }

/** No document needs more; what lies deeper is read by nobody. */
const DEEPEST = 12

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const step = (key: string): string =>
  /^[A-Za-z_]\w{0,63}$/u.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 64))}]`

/** The place under a key, whether or not something is there. */
export const under = ({ where, value }: Place, key: string): Place => ({
  where: where + step(key),
  value: isObject(value) ? value[key] : undefined,
})

/** The elements of an array; none where there is no array. */
export const itemsOf = ({ where, value }: Place): readonly Place[] =>
  Array.isArray(value)
    ? value.map((item: unknown, index) => ({ where: `${where}[${index}]`, value: item }))
    : []

/** The elements of the arrays under some keys, in the order of the keys. */
export const itemsUnder = (place: Place, ...keys: readonly string[]): readonly Place[] =>
  keys.flatMap((key) => itemsOf(under(place, key)))

/** The text at a place; blank where there is no text. */
export const textAt = ({ value }: Place): string => (typeof value === 'string' ? value.trim() : '')

/** The members of the object at a place; none where there is no object. */
export const membersOf = (place: Place): readonly Setting[] =>
  isObject(place.value)
    ? Object.keys(place.value).map((key) => ({ key, ...under(place, key) }))
    : []

/** Every member of every object at and under a place. */
export const settingsIn = (place: Place, depth = 0): readonly Setting[] => {
  if (depth > DEEPEST) return []
  if (!isObject(place.value)) {
    return itemsOf(place).flatMap((item) => settingsIn(item, depth + 1))
  }
  return membersOf(place).flatMap((setting) => [setting, ...settingsIn(setting, depth + 1)])
}
