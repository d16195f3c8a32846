import type { Context } from 'hono'
import type { Problem } from '../../actions/problem.ts'
import type { Deps } from '../../ports.ts'
import { PROBLEM_TABLE, refuse } from '../problems.ts'
import { languageFor } from '../languages.ts'
import { sendPage } from './page.ts'
import { troublePage } from './trouble-page.ts'

/** Whether a browser is asking, which shows what comes to a person. */
export const wantsPage = (c: Context): boolean =>
  c.req.header('accept')?.includes('text/html') === true

/** Says that there is nothing here, or too much at once: to a person in a page, to a program in a problem document. */
export const refuseVisit = (c: Context, deps: Deps, problem: Problem) => {
  if (!wantsPage(c)) return refuse(c, problem)
  const [status] = PROBLEM_TABLE[problem.problem]
  if (status === 429) return sendPage(c, deps, troublePage(languageFor(c.req), 'busy'), status)
  return sendPage(c, deps, troublePage(languageFor(c.req), 'missing'), status < 500 ? 404 : status)
}
