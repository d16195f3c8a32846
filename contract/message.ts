import * as v from 'valibot'
import { MEANINGS, type Meaning } from '../consent/read-message.ts'
import type { MembersOf } from './members-of.ts'
import { Id, instant, TypedPhone } from './words.ts'

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
    payload: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(1024),
        v.description('The payload of a button that was pressed.'),
      ),
    ),
    at: v.optional(instant('When the person sent it.')),
    id: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(500),
      v.description('The message’s own id: the same id is the same message, for ever.'),
    ),
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

export const MessageHeard = v.object({
  meaning: v.pipe(
    v.picklist(MEANINGS),
    v.description('What it means to consent. `opt_out_suspected` wants a person’s eye.'),
  ),
  granted: v.pipe(v.array(v.string()), v.description('Categories that it granted.')),
  revoked: v.pipe(v.array(v.string()), v.description('Categories that it revoked.')),
  blocked: v.pipe(
    v.boolean(),
    v.description('Whether nothing may be sent to the person from this sender now.'),
  ),
  event: v.pipe(v.string(), v.description('The event that was stored.')),
} satisfies MembersOf<MessageHeard>)
