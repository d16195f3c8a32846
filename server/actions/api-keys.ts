import { SCOPES, type ApiKey, type Deps, type Scope } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** The demo's well-known key: it opens the demo's company alone, and only on this machine. */
const DEMO_KEY = 'qk_demo'
const DEMO_COMPANY = 'demo'

/** Makes a key for a company's backends. The key itself is shown once and kept nowhere. */
export const createApiKey = async (
  deps: Deps,
  company: string,
  name: string,
  scopes: readonly Scope[],
): Promise<string | Problem> => {
  if (!(await deps.memory.company(company))) return problem('company-not-found')
  const key = `qk_${toBase64Url(deps.ids.random(24))}`
  await deps.memory.addApiKey({
    hash: deps.sealer.digest(key),
    company,
    name,
    scopes,
    createdAt: deps.now(),
  })
  return key
}

/** Whose a key is and what it may do. A key has 192 random bits, so a plain hash is enough to keep it by. */
export const checkApiKey = async (
  deps: Deps,
  key: string | null,
  scope: Scope,
): Promise<ApiKey | Problem> => {
  if (key === null) return problem('api-key-missing')
  const found = key === DEMO_KEY ? demoKey(deps) : await storedKey(deps, key)
  if (!found) return problem('api-key-not-valid')
  return found.scopes.includes(scope) ? found : problem('scope-missing')
}

const storedKey = (deps: Deps, key: string): Promise<ApiKey | null> =>
  deps.memory.apiKey(deps.sealer.digest(key))

const demoKey = (deps: Deps): ApiKey | null =>
  deps.isDemo
    ? { hash: '', company: DEMO_COMPANY, name: 'demo', scopes: SCOPES, createdAt: 0 }
    : null

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
