import { isLinkToken } from '../../consent/link.ts'
import type { Deps, KeptLink, StoredCompany } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** A personal link with the company that it is of. */
export type FoundLink = { readonly stored: StoredCompany; readonly link: KeptLink }

/** The link of a token. It is looked for by its hash, so that how long that takes tells nothing of the token. */
export const findLink = async (deps: Deps, token: string): Promise<FoundLink | Problem> => {
  if (!isLinkToken(token)) return problem('link-not-found')
  const hash = deps.sealer.digest(token)
  const stored = await deps.memory.companyOfLink(hash)
  const link = stored && (await deps.memory.of(stored.document.id).link(hash))
  return stored && link ? { stored, link } : problem('link-not-found')
}
