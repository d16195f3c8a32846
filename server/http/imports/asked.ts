import type { HonoRequest } from 'hono'
import * as v from 'valibot'
import { AskImport } from '../../../contract/imports.ts'
import type { AskedImport } from '../../actions/import-list.ts'
import { isProblem, problem, type Problem } from '../../actions/problem.ts'
import { fieldOf } from '../read-body.ts'
import { sentList, type SentList } from '../sent-list.ts'
import type { ListReading } from './take-list.ts'

/** A list of old records, and what is to be done with it. */
export type SentImport = SentList & {
  readonly asked: AskedImport
  readonly reading: ListReading
  readonly isDryRun: boolean
}

/** What a request asks to be imported. */
export const sentImport = (request: HonoRequest): SentImport | Problem => {
  const list = sentList(request)
  if (isProblem(list)) return list
  const read = v.safeParse(AskImport, request.query())
  if (!read.success) return problem('body-not-valid', { at: fieldOf(read.issues) })
  const { id, from, country, columns, dryRun, ...defaults } = read.output
  if (columns && !list.isCsv) return problem('body-not-valid', { at: 'columns' })
  const mapping = columns && Object.entries(columns).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    ...list,
    asked: { id, from, country, defaults, form: JSON.stringify([list.isCsv, mapping ?? null]) },
    reading: { isCsv: list.isCsv, columns },
    isDryRun: dryRun !== undefined,
  }
}
