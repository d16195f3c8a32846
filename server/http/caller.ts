import type { HonoRequest } from 'hono'
import { checkApiKey } from '../actions/api-keys.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import type { Deps, Scope, StoredCompany } from '../ports.ts'

/** The company whose key a request bears, if the key may do this. */
export const callerOf = async (
  deps: Deps,
  request: HonoRequest,
  scope: Scope,
): Promise<StoredCompany | Problem> => {
  const key = /^Bearer (\S{1,200})$/iu.exec(request.header('authorization') ?? '')?.[1]
  const found = await checkApiKey(deps, key ?? null, scope)
  if (isProblem(found)) return found
  return (await deps.memory.company(found.company)) ?? problem('api-key-not-valid')
}

/** Whether a request means to speak as a client backend. */
export const bearsKey = (request: HonoRequest): boolean =>
  request.header('authorization') !== undefined
