import { allSecrets, idsIn, type Provider } from '../../consent/provider.ts'
import type { Deps, SendingCredentials, StoredCompany } from '../ports.ts'

/** What a provider's API is asked with; null where an id or a secret that it needs is missing. */
export const accessTo = (
  deps: Deps,
  stored: StoredCompany,
  provider: Provider,
  needs: { readonly ids: readonly string[]; readonly secrets: readonly string[] },
): SendingCredentials | null => {
  const ids = idsIn(provider)
  const secrets: Record<string, string> = {}
  for (const [name, { env }] of Object.entries(allSecrets(provider))) {
    const secret = deps.secretOf(stored, env)
    if (secret !== null) secrets[name] = secret
  }
  const isWhole =
    needs.ids.every((name) => ids[name]) && needs.secrets.every((name) => secrets[name])
  return isWhole ? { ids, secrets } : null
}
