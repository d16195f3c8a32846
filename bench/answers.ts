import * as v from 'valibot'
import { type Answer, isOk } from './http.ts'

const Decision = v.object({
  allow: v.boolean(),
  reason: v.string(),
  evidence: v.nullable(v.string()),
})
const FormView = v.object({ noticeToken: v.string() })
const HandedIn = v.object({ id: v.string(), code: v.string(), watch: v.string() })
const Watched = v.object({ status: v.string() })
const Found = v.object({ id: v.string() })
const History = v.object({
  events: v.array(
    v.object({
      id: v.string(),
      at: v.string(),
      act: v.looseObject({ kind: v.string() }),
      evidence: v.nullable(v.record(v.string(), v.unknown())),
      position: v.nullable(v.number()),
    }),
  ),
})
const Feed = v.object({
  events: v.array(v.object({ id: v.string(), position: v.number() })),
  cursor: v.string(),
  more: v.boolean(),
})

/** An event of the change feed, as far as the proofs look. */
export type FedEvent = v.InferOutput<typeof Feed>['events'][number]

/** An event as the server shows it, as far as the proofs look. */
export type ShownEvent = v.InferOutput<typeof History>['events'][number]

const reading =
  <Schema extends v.GenericSchema>(schema: Schema) =>
  (answer: Answer): v.InferOutput<Schema> => {
    if (!isOk(answer)) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 300)}`)
    return v.parse(schema, JSON.parse(answer.body))
  }

/** Reads each kind of answer. Throws where it is not that answer. */
export const readDecision = reading(Decision)
export const readFormView = reading(FormView)
export const readHandedIn = reading(HandedIn)
export const readWatched = reading(Watched)
export const readFound = reading(Found)
export const readHistory = reading(History)
export const readFeed = reading(Feed)
