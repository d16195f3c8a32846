import type { Sender } from '../../consent/company.ts'
import { allSecrets, idsIn } from '../../consent/provider.ts'
import type { Deps, SendingCredentials, Speaker, StoredCompany } from '../ports.ts'

/** How a sender's messages are sent, and with what. */
export type SendingPlace = { readonly speaker: Speaker; readonly credentials: SendingCredentials }

/** How a sender speaks; null when its provider cannot be spoken to, or an id or a secret for it is missing. */
export const sendingPlaceOf = (
  deps: Deps,
  stored: StoredCompany,
  { provider }: Sender,
): SendingPlace | null => {
  const speaker = provider && deps.speakers[provider.kind]
  if (!speaker) return null
  const ids = idsIn(provider)
  const secrets: Record<string, string> = {}
  for (const [name, { env }] of Object.entries(allSecrets(provider))) {
    const secret = deps.secretOf(stored, env)
    if (secret !== null) secrets[name] = secret
  }
  const { needs } = speaker
  const isComplete =
    needs.ids.every((name) => ids[name]) && needs.secrets.every((name) => secrets[name])
  return isComplete ? { speaker, credentials: { ids, secrets } } : null
}
