import type { HonoRequest } from 'hono'
import { findForm } from '../actions/find-form.ts'
import { isProblem, problem, type Problem } from '../actions/problem.ts'
import type { Deps } from '../ports.ts'
import { noteCompany } from './answered.ts'

/**
 * Refuses a page that the form's document does not name: exactly, scheme, host and port. Browsers send the
 * origin with every request across sites and with every POST; where there is none, no page is asking.
 */
export const refusedOrigin = async (
  deps: Deps,
  request: HonoRequest,
  form: string,
  publicUrl: string,
): Promise<Problem | null> => {
  const found = await findForm(deps.memory, form)
  if (isProblem(found)) return found
  noteCompany(request, found.company.id)
  const origin = request.header('origin')
  const isAllowed = origin === publicUrl || found.form.origins.some((one) => one === origin)
  return isAllowed ? null : problem('origin-not-allowed')
}
