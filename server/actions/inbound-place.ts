import type { Door, Sender } from '../../consent/company.ts'
import { idsIn, provingSecrets, type Provider, type ProviderKind } from '../../consent/provider.ts'
import type { Deps, Inbound, StoredCompany } from '../ports.ts'

/** A sender or a door that messages come to, with its provider. */
export type ProvidedPlace = {
  readonly sender: Sender | null
  readonly door: Door | null
  readonly provider: Provider
}

/** Every sender and door of a company that has a provider. */
export const providedPlaces = ({ document }: StoredCompany): readonly ProvidedPlace[] => [
  ...document.senders.flatMap((sender) =>
    sender.provider ? [{ sender, door: null, provider: sender.provider }] : [],
  ),
  ...(document.doors ?? []).flatMap((door) =>
    door.provider ? [{ sender: null, door, provider: door.provider }] : [],
  ),
]

/** The sender or door of this id that a provider writes to, or null. */
export const placeCalled = (stored: StoredCompany, id: string): ProvidedPlace | null =>
  providedPlaces(stored).find(({ sender, door }) => (sender ?? door)?.id === id) ?? null

/** What proves requests of a provider, by the names in the document; null when one of its secrets is missing. */
export const secretsOf = (
  deps: Deps,
  stored: StoredCompany,
  provider: Provider,
): Readonly<Record<string, string>> | null => {
  const secrets: [string, string][] = []
  for (const [name, { env }] of Object.entries(provingSecrets(provider))) {
    const secret = deps.secretOf(stored, env)
    if (secret === null) return null
    secrets.push([name, secret])
  }
  return Object.fromEntries(secrets)
}

/** The sender in a WhatsApp Business account, by its number where one is told, with the address's credentials. */
export const placeInAccount = (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  waba: string,
  phone: string | undefined,
): ProvidedPlace | null =>
  sharing(deps, stored, inbound).find(
    ({ sender }) => sender?.wabaId === waba && (phone === undefined || sender.phone === phone),
  ) ?? null

/** The place whose id at the provider is in the payload, among those with the address's credentials (design section 5). */
export const placeOf = (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
  account: string,
): ProvidedPlace | null => {
  const found = sharing(deps, stored, inbound).find(
    ({ sender, door, provider }) => accountOf(deps, provider, sender ?? door ?? {}) === account,
  )
  return found ?? null
}

/** The places that have the credentials of the address that a body came to. */
const sharing = (deps: Deps, stored: StoredCompany, inbound: Inbound): readonly ProvidedPlace[] => {
  const addressed = placeCalled(stored, inbound.place)
  if (!addressed) return []
  // By what the secrets are, not by what they are called: two names may hold the secret of one app.
  const credentials = credentialsOf(deps, stored, addressed.provider)
  return providedPlaces(stored).filter(
    ({ provider }) =>
      isToldWith(inbound.provider, provider.kind) &&
      credentialsOf(deps, stored, provider) === credentials,
  )
}

/** A Vonage application has one address for all its channels: what is sent to one place there may be another's. */
const ONE_APPLICATION: readonly ProviderKind[] = ['vonage', 'vonage-sms']

const isToldWith = (told: ProviderKind, kind: ProviderKind): boolean =>
  told === kind || (ONE_APPLICATION.includes(told) && ONE_APPLICATION.includes(kind))

const accountOf = (
  { dialects }: Deps,
  provider: Provider,
  {
    phone,
    address,
  }: { readonly phone?: string | undefined; readonly address?: string | undefined },
): string | null => dialects[provider.kind]?.accountOf(idsIn(provider), { phone, address }) ?? null

const credentialsOf = (deps: Deps, stored: StoredCompany, provider: Provider): string =>
  JSON.stringify(secretsOf(deps, stored, provider))
