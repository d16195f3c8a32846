import * as v from 'valibot'
import type { Company } from '../../consent/company.ts'
import { refusalsOf } from '../../consent/refusals.ts'
import { CompanyDocument } from '../../contract/company.ts'
import { problem, type Problem } from '../actions/problem.ts'
import { fieldOf } from './read-body.ts'

/**
 * A company's document as it was sent, or why not: the sentences of design R9 first, then the field that is odd.
 * The document stands in an object of ours, since it may itself have a field by the name of `problem`.
 */
export const readCompany = (raw: unknown): { readonly company: Company } | Problem => {
  const read = v.safeParse(CompanyDocument, raw)
  if (read.success) return { company: read.output }
  const refusals = refusalsOf(raw)
  return refusals.length > 0
    ? problem('document-refused', { refusals })
    : problem('document-not-valid', { at: fieldOf(read.issues) })
}
