/** What a button of ours says in its payload, whatever its title (design R4). */
export type Payload =
  | { readonly says: 'opt-out' }
  | { readonly says: 'opt-out-of-marketing' }
  | { readonly says: 'opt-out-of'; readonly category: string }
  /** The code is as it stands there; `readLinkCode` tells whether it is one. */
  | { readonly says: 'want'; readonly categories: readonly string[]; readonly code: string | null }

const LONGEST_PAYLOAD = 1_024

const readWant = (rest: string): Payload | null => {
  const [list = '', code, ...more] = rest.split(':').map((part) => part.trim())
  const categories = list.split(',').map((category) => category.trim())
  if (categories.includes('') || code === '' || more.length > 0) return null
  return { says: 'want', categories, code: code ?? null }
}

/** The payload of one of our buttons; null when it is anybody else's. */
export const readPayload = (payload: string): Payload | null => {
  const text = payload.trim()
  if (text.length > LONGEST_PAYLOAD) return null
  const said = text.toUpperCase()
  if (said === 'OPT_OUT') return { says: 'opt-out' }
  if (said === 'OPT_OUT_MARKETING') return { says: 'opt-out-of-marketing' }
  if (said.startsWith('WANT:')) return readWant(text.slice('WANT:'.length))
  const category = said.startsWith('OPT_OUT:') ? text.slice('OPT_OUT:'.length).trim() : ''
  return category === '' ? null : { says: 'opt-out-of', category }
}
