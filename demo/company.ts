import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { canonicalJson } from '../consent/canonical.ts'
import type { Company, Sender } from '../consent/company.ts'
import { CompanyDocument } from '../contract/company.ts'
import { isProblem } from '../server/actions/problem.ts'
import { createCompany } from '../server/actions/put-company.ts'
import { DEMO_APP_SECRET } from '../server/open-deps.ts'
import type { Deps } from '../server/ports.ts'

/** A key of this run alone, since Vonage takes no shared secret. */
const vonageKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()

/** The demo company's secrets, well known and of use to nobody: the server takes them on loopback alone. */
export const DEMO_SECRETS = {
  QUIERO_SECRET_META: DEMO_APP_SECRET,
  QUIERO_SECRET_META_VERIFY: 'demo-verify-token',
  QUIERO_SECRET_META_TOKEN: 'demo-access-token',
  // As `user:password` it serves those who show one; it is long enough for every signature.
  QUIERO_SECRET_VOICE: 'demo:voice-secret-of-the-pretended-providers',
  QUIERO_SECRET_VONAGE_KEY: vonageKey(),
} as const

/** Reads demo/company.json as it holds for a shop that is reached under these origins, and for a sender that may answer. */
export const demoCompany = (shopOrigins: readonly string[]): Company => {
  const file = readFileSync(new URL('company.json', import.meta.url), 'utf8')
  const company: Company = v.parse(CompanyDocument, JSON.parse(file))
  return {
    ...company,
    senders: company.senders.map(withToken),
    forms: company.forms.map((form) => ({ ...form, origins: shopOrigins })),
  }
}

const withToken = (sender: Sender): Sender =>
  sender.provider?.kind === 'whatsapp-cloud'
    ? { ...sender, provider: { ...sender.provider, accessToken: { env: TOKEN } } }
    : sender

const TOKEN = 'QUIERO_SECRET_META_TOKEN' satisfies keyof typeof DEMO_SECRETS

/** Meta's ids of a company's numbers. */
export const phoneNumberIdsOf = ({ senders }: Company): readonly string[] =>
  senders.flatMap(({ provider }) =>
    provider?.kind === 'whatsapp-cloud' ? [provider.phoneNumberId] : [],
  )

/** Stores the demo's company unless the document that is stored says the same. */
export const loadCompany = async (deps: Deps, company: Company): Promise<void> => {
  const stored = await deps.memory.company(company.id)
  if (stored && canonicalJson(stored.document) === canonicalJson(company)) return
  const put = await createCompany(deps, company, company, Object.keys(DEMO_SECRETS))
  if (isProblem(put)) throw new Error(`demo/company.json was refused: ${JSON.stringify(put)}`)
}
