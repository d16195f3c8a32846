import { SCOPES, type ApiKey, type Deps, type Scope } from '../ports.ts'
import { keyHashOf, newKeyText, prefixOf } from './api-key-text.ts'
import { problem, type Problem } from './problem.ts'

/** The demo's well-known key: it opens the demo's company alone, and only on this machine. */
const DEMO_KEY = 'qk_demo'
const DEMO_COMPANY = 'demo'

const HOUR = 60 * 60 * 1000

/** What a key is made for. */
export type WantedKey = {
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Left out: it goes on until it is withdrawn. */
  readonly endsAt?: number | null | undefined
}

/** A key with its text, which is shown once and kept nowhere. */
export type MadeKey = { readonly text: string; readonly key: ApiKey }

/** Makes a key for a company's backends. Gives its text: it is shown once and kept nowhere. */
export const createApiKey = async (
  deps: Deps,
  company: string,
  name: string,
  scopes: readonly Scope[],
  endsAt: number | null = null,
): Promise<string | Problem> => {
  if (!(await deps.memory.company(company))) return problem('company-not-found')
  if (endsAt !== null && endsAt <= deps.now()) return problem('time-not-valid')
  const { text, key } = madeKey(deps, company, { name, scopes, endsAt })
  await deps.memory.addApiKey(key)
  return text
}

/** A new key, not yet kept. A key has 192 random bits, so a plain hash is enough to keep it by. */
export const madeKey = (
  deps: Deps,
  company: string,
  { name, scopes, endsAt }: WantedKey,
): MadeKey => {
  const text = newKeyText(deps)
  const key = {
    hash: deps.sealer.digest(text),
    company,
    name,
    scopes,
    createdAt: deps.now(),
    prefix: prefixOf(text),
    endsAt: endsAt ?? null,
    lastUsedAt: null,
  }
  return { text, key }
}

/** Whose a key is and what it may do. */
export const checkApiKey = async (
  deps: Deps,
  text: string | null,
  scope: Scope,
): Promise<ApiKey | Problem> => {
  if (text === null) return problem('api-key-missing')
  if (text === DEMO_KEY) return deps.isDemo ? allowed(DEMO, scope) : problem('api-key-not-valid')
  const hash = keyHashOf(deps.sealer, text)
  if (hash === null) return problem('api-key-mistyped')
  const key = await deps.memory.apiKey(hash)
  if (!key) return problem('api-key-not-valid')
  const now = deps.now()
  if (key.endsAt !== null && key.endsAt <= now) return problem('api-key-ended')
  noteUse(deps, key, now)
  return allowed(key, scope)
}

const allowed = (key: ApiKey, scope: Scope): ApiKey | Problem =>
  key.scopes.includes(scope) ? key : problem('scope-missing')

/** Nobody waits for it, and nothing is lost with it but an hour in a list. */
const noteUse = (deps: Deps, { hash, lastUsedAt }: ApiKey, now: number): void => {
  if (lastUsedAt !== null && now - lastUsedAt < HOUR) return
  deps.memory
    .noteKeyUse(hash, now)
    .catch((error: unknown) => deps.report('noting that a key is used', error))
}

// A key that the whole world knows makes no keys: what it made would outlive the demo.
const DEMO: ApiKey = {
  hash: '',
  company: DEMO_COMPANY,
  name: 'demo',
  scopes: SCOPES.filter((scope) => scope !== 'keys'),
  createdAt: 0,
  prefix: null,
  endsAt: null,
  lastUsedAt: null,
}
