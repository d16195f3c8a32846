import * as v from 'valibot'
import type { Refusal } from '../consent/refusal.ts'
import { FormView } from './form-view.ts'
import type { MembersOf } from './members-of.ts'
import { WorkDone } from './opt-out.ts'

/** A problem document (RFC 9457), with its closed machine word. It never repeats a value that was sent. */
export type ProblemDocument = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  /** Where in the body, for the codes that speak of a field. */
  readonly at?: string | undefined
}

export const ProblemDocument = v.object({
  type: v.pipe(v.string(), v.description('`urn:quiero:problem:` and the code.')),
  title: v.string(),
  status: v.number(),
  code: v.pipe(v.string(), v.description('The machine word. The list is closed.')),
  detail: v.pipe(v.string(), v.description('What to do about it, in a sentence.')),
  at: v.optional(v.pipe(v.string(), v.description('The field that is amiss.'))),
} satisfies MembersOf<ProblemDocument>)

/** A problem document with all that it may tell. */
export const ProblemTold = v.object({
  ...ProblemDocument.entries,
  refusals: v.optional(
    v.pipe(
      v.array(
        v.object({
          number: v.number(),
          rule: v.string(),
          where: v.string(),
          sentence: v.string(),
        } satisfies MembersOf<Refusal>),
      ),
      v.description('`document-refused`: each reason, where it is and what to do.'),
    ),
  ),
  where: v.optional(
    v.pipe(v.array(v.string()), v.description('`secret-not-allowed`: which names.')),
  ),
  'violated-policies': v.optional(
    v.pipe(v.array(v.string()), v.description('`too-many-requests`: which limits.')),
  ),
  rows: v.optional(
    v.pipe(v.number(), v.description('`import-not-from-there`: how many rows have been read.')),
  ),
  work: v.optional(
    v.pipe(
      WorkDone.entries.challenge,
      v.description('`work-needed`: what is to be worked out, sent back with what came of it.'),
    ),
  ),
  form: v.optional(
    v.pipe(FormView, v.description('`notice-out-of-date`: the form as it is to be shown now.')),
  ),
})
