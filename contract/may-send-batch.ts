import * as v from 'valibot'
import { MaySendAnswer } from './may-send.ts'

/** What a person can be known by in a CSV: each line fills exactly one of these columns. */
export const BATCH_PERSON_COLUMNS = ['phone', 'bsuid', 'email', 'external'] as const

/** Every column of a CSV of questions. The first line names those that there are, in any order. */
export const BATCH_COLUMNS = [...BATCH_PERSON_COLUMNS, 'sender', 'category', 'template'] as const
export type BatchColumn = (typeof BATCH_COLUMNS)[number]

/** The columns of a CSV of answers: a decision, or a problem and nothing else. */
export const BATCH_ANSWER_COLUMNS = [
  'allow',
  'reason',
  'evidence',
  'proof',
  'personId',
  'asOf',
  'validForSeconds',
  'problem',
] as const satisfies readonly (keyof MaySendAnswer | 'problem')[]

/**
 * POST /v1/may-send/batch: of each line the same answer as POST /v1/may-send gives, or what is amiss with the line.
 * All are as of one instant; as many lines come back as were sent, in their order.
 */
export type BatchAnswer =
  | MaySendAnswer
  | {
      readonly problem: string
      /** The field that is amiss. */
      readonly at?: string
    }

export const BatchAnswer = v.union([
  MaySendAnswer,
  v.object({
    problem: v.pipe(v.string(), v.description('The code of what is amiss. It counts as a “no”.')),
    at: v.optional(v.pipe(v.string(), v.description('The field that is amiss.'))),
  }),
])
