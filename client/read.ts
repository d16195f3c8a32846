/** Whether a value is an object with members. */
export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member that is a text. */
export const textIn = (
  object: { readonly [name: string]: unknown },
  name: string,
): string | undefined => {
  const value = object[name]
  return typeof value === 'string' ? value : undefined
}
