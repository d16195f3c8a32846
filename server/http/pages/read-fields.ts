import type { HonoRequest } from 'hono'
import * as v from 'valibot'
import { problem, type Problem } from '../../actions/problem.ts'

/**
 * The fields of a plain HTML form as a schema describes them. A name that may come more than once, such as
 * that of boxes, is read as ids with spaces between.
 */
export const readFields = async <Schema extends v.GenericSchema>(
  request: HonoRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema> | Problem> => {
  const fields = new URLSearchParams(await request.text())
  const names = [...new Set(fields.keys())]
  const body = Object.fromEntries(names.map((name) => [name, fields.getAll(name).join(' ')]))
  const read = v.safeParse(schema, body)
  return read.success ? read.output : problem('body-not-valid')
}
