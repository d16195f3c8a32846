import type { HonoRequest } from 'hono'
import * as v from 'valibot'
import { problem, type Problem } from '../actions/problem.ts'

/** The body as a schema describes it, or a refusal that says which field, and never what stood in it. */
export const readBody = async <Schema extends v.GenericSchema>(
  request: HonoRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema> | Problem> => {
  const json = await jsonOf(request)
  if (json === undefined) return problem('body-not-json')
  const read = v.safeParse(schema, json)
  return read.success ? read.output : problem('body-not-valid', { at: fieldOf(read.issues) })
}

/** The body as JSON, or undefined when it is none. */
export const jsonOf = (request: HonoRequest): Promise<unknown> =>
  request.json<unknown>().catch(() => undefined)

/** The first field that is amiss. A name with a digit in it may be a number that was sent as a name. */
export const fieldOf = (issues: readonly v.BaseIssue<unknown>[]): string | undefined => {
  const path = issues[0]?.path?.map(({ key }) => String(key)) ?? []
  const isOurs = path.every((name) => /^(?:[a-z][A-Za-z]{0,30}|\d{1,3})$/u.test(name))
  return isOurs && path.length > 0 ? path.join('.') : undefined
}
