import * as v from 'valibot'
import type { Meaning } from '../consent/read-message.ts'
import { Id, Instant, TypedPhone } from './words.ts'

const value = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** POST /v1/messages: an inbound message that the company's own system received. */
export const HandInMessage = v.pipe(
  v.strictObject({
    sender: Id,
    from: v.pipe(
      v.strictObject({
        phone: v.optional(TypedPhone),
        bsuid: v.optional(v.pipe(value, v.regex(/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u))),
      }),
      v.check((from) => from.phone !== undefined || from.bsuid !== undefined),
    ),
    text: v.optional(v.pipe(v.string(), v.maxLength(65_536))),
    /** The payload of a button that was pressed. */
    payload: v.optional(v.pipe(v.string(), v.maxLength(1024))),
    /** When the person sent it. */
    at: v.optional(Instant),
    /** The message's own id: the same id is the same message, for ever. */
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  }),
)
export type HandInMessage = v.InferOutput<typeof HandInMessage>

/** What the message meant and what it changed. */
export type MessageHeard = {
  readonly meaning: Meaning
  readonly granted: readonly string[]
  readonly revoked: readonly string[]
  /** Whether the person is blocked at this sender now. */
  readonly blocked: boolean
  readonly event: string
}
