/** A JSON object of a provider's; its own fields only. */
type JsonObject = { readonly [name: string]: unknown }

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text in a field, or null. */
export const textIn = (value: unknown, name: string): string | null => {
  const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : null
  return typeof found === 'string' ? found : null
}

/** The list that a page is for. Throws where there is none: such a page does not say that nothing came. */
export const listIn = (page: unknown, name: string): readonly unknown[] => {
  const found = isObject(page) && Object.hasOwn(page, name) ? page[name] : undefined
  if (Array.isArray(found)) return found
  throw new Error(`a page of a message log has no list called ${name}`)
}

const TIMEOUT = 20_000

/** Asks a provider for JSON. Throws for whatever else comes back, and after twenty seconds; names no address. */
export const askJson = async (
  url: string,
  authorization: string,
  form: Readonly<Record<string, string>> | null = null,
): Promise<unknown> => {
  const response = await fetch(url, {
    method: form === null ? 'GET' : 'POST',
    headers: { Authorization: authorization, Accept: 'application/json' },
    body: form === null ? null : new URLSearchParams(form),
    // A redirect would take the credentials elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  if (!response.ok) throw new Error(`a message log was answered with ${response.status}`)
  return response.json()
}

/** HTTP Basic (RFC 7617). */
export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
