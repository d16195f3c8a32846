import type { Sender } from '../../consent/company.ts'
import type { Deps, SendingCredentials, Speaker, StoredCompany } from '../ports.ts'
import { accessTo } from './provider-access.ts'

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
  const credentials = accessTo(deps, stored, provider, speaker.needs)
  return credentials && { speaker, credentials }
}
