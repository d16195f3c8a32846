import { canonicalJson } from '../../consent/canonical.ts'
import type { Company } from '../../consent/company.ts'
import { noticesOf } from '../../consent/notice.ts'
import { allSecrets, type Provider } from '../../consent/provider.ts'
import { refusalsOf } from '../../consent/refusals.ts'
import type { Deps, Records } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** The version that a document was stored as. */
export type PutCompany = { readonly version: number }

/**
 * Stores a company's document, if its notices would be honest (design R9), and with it every notice that its
 * forms show. `raw` is the document as it came, with what our own form of it leaves out.
 */
export const putCompany = async (
  deps: Deps,
  company: Company,
  raw: unknown,
): Promise<PutCompany | Problem> => {
  const refusals = refusalsOf(raw)
  if (refusals.length > 0) return problem('document-refused', { refusals })
  const stored = await deps.memory.company(company.id)
  if (!stored) return problem('company-not-found')
  const notAllowed = notAllowedIn(company, stored.secrets)
  if (notAllowed.length > 0) return problem('secret-not-allowed', { where: notAllowed })
  const version = await storeCompany(deps, company)
  return version === null ? problem('form-taken') : { version }
}

/** Creates a company with its first document, or replaces it, and what its document may name as secrets. */
export const createCompany = async (
  deps: Deps,
  company: Company,
  raw: unknown,
  secrets: readonly string[],
): Promise<PutCompany | Problem> => {
  const refusals = refusalsOf(raw)
  if (refusals.length > 0) return problem('document-refused', { refusals })
  const notAllowed = notAllowedIn(company, secrets)
  if (notAllowed.length > 0) return problem('secret-not-allowed', { where: notAllowed })
  const version = await storeCompany(deps, company, secrets)
  return version === null ? problem('form-taken') : { version }
}

/** Stores the notices of a document that stands, in the words of this version of Quiero. */
export const keepNotices = (deps: Deps, company: Company): Promise<void> =>
  deps.memory.of(company.id).write((records) => keepNoticesOf(deps, records, company))

const keepNoticesOf = async (deps: Deps, records: Records, company: Company): Promise<void> => {
  for (const notice of noticesOf(company)) {
    await records.keepNotice(deps.sealer.digest(canonicalJson(notice)), notice)
  }
}

// In one transaction: a document in force without its notices would show what nobody could agree to.
const storeCompany = (
  deps: Deps,
  company: Company,
  secrets?: readonly string[],
): Promise<number | null> =>
  deps.memory.of(company.id).write(async (records) => {
    const version = await records.putCompany(company, deps.now())
    if (version === null) return null
    if (secrets) await records.allowSecrets(secrets)
    await keepNoticesOf(deps, records, company)
    await records.keepWebhooks((company.webhooks ?? []).map(({ id }) => id))
    return version
  })

/** The places where a document names a secret that it may not; the name itself is not repeated. */
const notAllowedIn = (company: Company, allowed: readonly string[]): readonly string[] =>
  secretsNamedIn(company).flatMap(([where, env]) => (allowed.includes(env) ? [] : [where]))

/** Every place of a document that names a secret, with the name. */
export const secretsNamedIn = ({
  senders,
  doors = [],
  webhooks = [],
}: Company): readonly (readonly [where: string, env: string])[] => [
  ...[...placesOf('senders', senders), ...placesOf('doors', doors)].flatMap(([where, provider]) =>
    Object.entries(allSecrets(provider)).map(
      ([name, { env }]) => [`${where}.provider.${name}.env`, env] as const,
    ),
  ),
  ...senders.flatMap(({ passOn }, index) =>
    passOn ? [[`$.senders[${index}].passOn.secret.env`, passOn.secret.env] as const] : [],
  ),
  ...webhooks.flatMap(({ secret, previousSecret }, index) => [
    [`$.webhooks[${index}].secret.env`, secret.env] as const,
    ...(previousSecret
      ? [[`$.webhooks[${index}].previousSecret.env`, previousSecret.env] as const]
      : []),
  ]),
]

const placesOf = (
  name: string,
  places: readonly { readonly provider?: Provider | undefined }[],
): readonly (readonly [where: string, provider: Provider])[] =>
  places.flatMap(({ provider }, index) =>
    provider ? [[`$.${name}[${index}]`, provider] as const] : [],
  )
