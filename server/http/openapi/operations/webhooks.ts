import type { SchemaName } from '../schemas.ts'
import { EXAMPLE_ACT } from './events.ts'
import { CHECKPOINT, EVENT_ID, PERSON_ID, PHONE } from './shared.ts'

/** What is posted to a company's own server. */
export type Posting = {
  readonly summary: string
  readonly says: readonly string[]
  readonly schema: SchemaName
  readonly example: unknown
}

const AT = '2026-11-22T18:31:08.112Z'

/** What the server posts to a company, by what it is called in the document. */
export const POSTINGS: { readonly [name: string]: Posting } = {
  event: {
    summary: 'Something happened',
    says: [
      'Posted to each of your `webhooks` that asks for the type. It tells what somebody did; what may be sent is still `may-send`’s to say. No number is in it.',
      'An event may come twice under the same `webhook-id`, and of one person always in order. What is not answered with a 2xx within 15 seconds is tried again for three days, then kept as a dead letter. A 410 ends it until a test is taken.',
    ],
    schema: 'WebhookEvent',
    example: {
      type: 'consent.opt_out',
      timestamp: AT,
      data: {
        event: EVENT_ID,
        person: PERSON_ID,
        at: '2026-11-22T18:31:07.000Z',
        position: 41,
        act: EXAMPLE_ACT,
      },
    },
  },
  checkpoint: {
    summary: 'The log was signed',
    says: [
      'Posted to each of your `webhooks` that asks for `log.checkpoint`: how many events your log has, and the signed note that says so. Keep it: whoever runs the server cannot write the log anew without its disagreeing with what you kept. One that was not taken is followed by the next.',
    ],
    schema: 'LogCheckpoint',
    example: { type: 'log.checkpoint', timestamp: AT, data: { size: 42, checkpoint: CHECKPOINT } },
  },
  test: {
    summary: 'You asked for a test',
    says: ['Posted at once by `POST /v1/webhooks/{id}/test`.'],
    schema: 'WebhookTest',
    example: { type: 'webhook.test', timestamp: AT, data: { company: 'demo', webhook: 'crm' } },
  },
  message: {
    summary: 'A message for your bot',
    says: [
      'Posted to `passOn` of a sender: a message that is neither an opt-out nor a subscription, each person’s in their order. It is judged again at each attempt: of somebody who has opted out meanwhile nothing goes on. Anything but a 2xx is tried again for a day; a 410 ends it.',
    ],
    schema: 'MessageReceived',
    example: {
      type: 'message.received',
      timestamp: AT,
      data: {
        id: EVENT_ID,
        sender: 'main',
        person: PERSON_ID,
        from: { phone: PHONE, bsuid: null, replyTo: '5215512345678' },
        text: '¿A qué hora abren?',
        payload: null,
        attachments: [],
        meaning: 'other',
        status: {
          blocked: false,
          windowOpenUntil: '2026-11-23T18:31:07.000Z',
          categories: { offers: 'granted', orders: 'never_asked' },
        },
      },
    },
  },
}
