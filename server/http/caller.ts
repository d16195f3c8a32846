import type { HonoRequest } from 'hono'
import { checkApiKey } from '../actions/api-keys.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import type { ApiKey, Deps, Scope, StoredCompany } from '../ports.ts'
import { noteCompany } from './answered.ts'

/** The company whose key a request bears, if the key may do this. */
export const callerOf = async (
  deps: Deps,
  request: HonoRequest,
  scope: Scope,
): Promise<StoredCompany | Problem> => {
  const found = await keyOf(deps, request, scope)
  return isProblem(found) ? found : companyOf(deps, found)
}

/** The company whose key this is. */
export const companyOf = async (
  deps: Deps,
  { company }: ApiKey,
): Promise<StoredCompany | Problem> =>
  (await deps.memory.company(company)) ?? problem('api-key-not-valid')

/** The key that a request bears, if it may do this. */
export const keyOf = async (
  deps: Deps,
  request: HonoRequest,
  scope: Scope,
): Promise<ApiKey | Problem> => {
  const found = await checkApiKey(deps, keyTextIn(request), scope)
  if (!isProblem(found)) noteCompany(request, found.company)
  return found
}

/** The text of the key that a request bears, whatever it is worth. */
export const keyTextIn = (request: HonoRequest): string | null =>
  bearerIn(request.header('authorization'))

/** The same of what its header says. */
export const bearerIn = (authorization: string | undefined): string | null =>
  /^Bearer (\S{1,200})$/iu.exec(authorization ?? '')?.[1] ?? null

/** Whether a request means to speak as a client backend. */
export const bearsKey = (request: HonoRequest): boolean =>
  request.header('authorization') !== undefined
