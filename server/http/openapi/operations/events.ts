import { AskEvents } from '../../../../contract/events.ts'
import type { Operations } from '../operation.ts'
import { CURSOR, EVENT_ID, NOTICE, PERSON_ID } from './shared.ts'

export const EXAMPLE_ACT = {
  kind: 'opt_out',
  source: 'api',
  categories: null,
  senders: ['main'],
} as const

const EVENT = {
  id: EVENT_ID,
  person: PERSON_ID,
  at: '2026-11-22T18:31:07.000Z',
  receivedAt: '2026-11-22T18:31:08.112Z',
  act: EXAMPLE_ACT,
  position: 41,
  leaf: NOTICE,
}

const WEBHOOK_PATH = {
  id: { says: 'The webhook’s id in your document.', example: 'crm' },
}

/** How a company knows what happened: by reading the log, or by being told. */
export const EVENTS: Operations = {
  'GET /v1/events': {
    id: 'readEvents',
    tag: 'Events',
    summary: 'Read the log',
    says: [
      'Everything that happened with anybody, in the order of the log. Go on with `after` and the cursor: nothing is left out, repeated or out of order, whichever server answers. No number is in it.',
      'With `Accept: text/event-stream` events come as they happen, for five minutes at a time; each has its cursor as its id, and `Last-Event-ID` goes on.',
    ],
    opens: 'events',
    query: AskEvents,
    headers: {
      'Last-Event-ID': {
        says: 'Where a stream goes on: the id of the last event.',
        example: CURSOR,
      },
    },
    answers: {
      200: {
        says: 'The next events.',
        bodies: [
          {
            schema: 'FeedShown',
            examples: { 'A no': { events: [EVENT], cursor: CURSOR, more: false } },
          },
          {
            type: 'text/event-stream',
            each: 'FeedEvent',
            says: 'The `data` of each event.',
            examples: {
              'A no': `retry: 1000\nid: 1.a0Vb\n\nid: ${CURSOR}\ndata: ${JSON.stringify(EVENT)}\n\n`,
            },
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: ['body-not-valid', 'cursor-not-valid'],
  },
  'GET /v1/webhooks': {
    id: 'listWebhooks',
    tag: 'Events',
    summary: 'See how far your webhooks are',
    says: [
      'Each webhook of your document, how far it is behind, what waits, and what it never took.',
    ],
    opens: 'company',
    answers: {
      200: {
        says: 'Your webhooks.',
        bodies: [
          {
            schema: 'WebhooksShown',
            examples: {
              One: {
                webhooks: [
                  {
                    id: 'crm',
                    url: 'https://crm.example/quiero',
                    behind: 0,
                    waiting: 2,
                    dead: 0,
                    goneSince: null,
                  },
                ],
              },
            },
          },
        ],
      },
    },
    problems: [],
  },
  'GET /v1/webhooks/{id}/dead': {
    id: 'listDeadLetters',
    tag: 'Events',
    summary: 'See what a webhook never took',
    says: ['The first thousand, in the order of the log: what was tried for three days in vain.'],
    opens: 'company',
    path: WEBHOOK_PATH,
    answers: {
      200: {
        says: 'Its dead letters.',
        bodies: [
          {
            schema: 'DeadLettersShown',
            examples: {
              One: {
                dead: [
                  {
                    event: EVENT_ID,
                    person: PERSON_ID,
                    position: 41,
                    tries: 14,
                    reason: 'http_500',
                    queuedAt: '2026-11-22T18:31:08.112Z',
                    endedAt: '2026-11-25T18:31:40.004Z',
                  },
                ],
              },
            },
          },
        ],
      },
    },
    problems: ['webhook-not-found'],
  },
  'POST /v1/webhooks/{id}/replay': {
    id: 'replayWebhook',
    tag: 'Events',
    summary: 'Tell a webhook again',
    says: ['All dead letters, that of one event, or every event after a cursor of the log.'],
    opens: 'company',
    path: WEBHOOK_PATH,
    body: [
      {
        schema: 'ReplayWebhook',
        examples: {
          'All dead letters': {},
          'One event': { event: EVENT_ID },
          'Everything after a cursor': { after: CURSOR },
        },
      },
    ],
    answers: {
      202: {
        says: 'It will be told again.',
        bodies: [{ schema: 'WebhookReplayed', examples: { Three: { replayed: 3 } } }],
      },
    },
    problems: ['webhook-not-found', 'cursor-not-valid'],
  },
  'POST /v1/webhooks/{id}/test': {
    id: 'testWebhook',
    tag: 'Events',
    summary: 'Post a test event at once',
    says: ['One that is taken ends the rest after a 410.'],
    opens: 'company',
    path: WEBHOOK_PATH,
    answers: {
      200: {
        says: 'What came of it.',
        bodies: [
          {
            schema: 'WebhookTested',
            examples: {
              Taken: { taken: true, reason: null },
              'Not taken': { taken: false, reason: 'timeout' },
            },
          },
        ],
      },
    },
    problems: ['webhook-not-found'],
  },
}
