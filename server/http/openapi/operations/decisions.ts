import { BATCH_ANSWER_COLUMNS, BATCH_COLUMNS } from '../../../../contract/may-send-batch.ts'
import type { Operations } from '../operation.ts'
import { EVENT_ID, NUMBER_PROBLEMS, PERSON_ID, PHONE } from './shared.ts'

const QUESTION = { person: { phone: PHONE }, sender: 'main', category: 'offers' }
const OTHER_QUESTION = { person: { external: 'customer-4711' }, sender: 'main', category: 'orders' }

const ALLOWED = {
  allow: true,
  reason: 'consented',
  evidence: EVENT_ID,
  proof: 'message',
  personId: PERSON_ID,
  asOf: '2026-11-22T18:29:27.647Z',
  validForSeconds: 0,
}

const DENIED = {
  allow: false,
  reason: 'never_asked',
  evidence: null,
  proof: null,
  personId: null,
  asOf: '2026-11-22T18:29:27.647Z',
  validForSeconds: 60,
}

const linesOf = (...values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

const CSV_QUESTIONS = `phone,sender,category\r\n${PHONE},main,offers\r\n`
const CSV_ANSWERS = `${BATCH_ANSWER_COLUMNS.join(',')}\r\nfalse,never_asked,,,,2026-11-22T18:29:27.647Z,60,\r\n`

/** The question that everything else is for. */
export const DECISIONS: Operations = {
  'POST /v1/may-send': {
    id: 'maySend',
    tag: 'Decisions',
    summary: 'Ask whether one message may be sent',
    says: [
      'Ask right before you send. `evidence` names the event that decided. Anything but `"allow": true` means: do not send, and so does no answer at all.',
    ],
    opens: 'may-send',
    body: [
      {
        schema: 'MaySendQuestion',
        examples: {
          'An offer, by phone': QUESTION,
          'A template, by your own id': {
            person: { external: 'customer-4711' },
            sender: 'main',
            category: 'orders',
            template: 'order_update',
          },
        },
      },
    ],
    answers: {
      200: {
        says: 'The decision.',
        bodies: [{ schema: 'MaySendAnswer', examples: { Allowed: ALLOWED, Denied: DENIED } }],
      },
    },
    problems: [...NUMBER_PROBLEMS, 'sender-not-found', 'category-not-found'],
  },
  'POST /v1/may-send/batch': {
    id: 'maySendBatch',
    tag: 'Decisions',
    summary: 'Ask for a whole list',
    says: [
      'A question a line, an answer a line, in the same order, all as of one instant. The list may be as long as it is: answers flow while questions come, so read while you write.',
      'A line that cannot be read is answered with its `problem`, and counts as a “no”. A stop that comes while a list is judged is seen by the next list, not by this one: judge it right before it is sent. An answer that breaks off is not whole.',
      `A CSV begins with the names of its columns, in any order: ${BATCH_COLUMNS.map((name) => `\`${name}\``).join(', ')}. Of the first four each line fills one. Commas, semicolons and tabs, quotes, UTF-8 and Latin-1 are understood.`,
    ],
    opens: 'may-send',
    headers: {
      'Content-Encoding': {
        says: '`gzip` where the list is packed. Whoever accepts it is answered so.',
        example: 'gzip',
      },
    },
    body: [
      {
        type: 'application/x-ndjson',
        each: 'MaySendQuestion',
        says: 'A question a line. What is of no other type is read as this.',
        examples: { 'Two questions': linesOf(QUESTION, OTHER_QUESTION) },
      },
      {
        type: 'text/csv',
        says: 'A question a line, under a line with the names of the columns.',
        examples: { 'By phone': CSV_QUESTIONS },
      },
    ],
    answers: {
      200: {
        says: 'The answers, written as the questions were.',
        bodies: [
          {
            type: 'application/x-ndjson',
            each: 'BatchAnswer',
            says: 'An answer a line.',
            examples: {
              'An answer, and a line that cannot be read': linesOf(ALLOWED, {
                problem: 'phone-not-valid',
              }),
            },
          },
          {
            type: 'text/csv',
            says: 'An answer a line, under a line with the names of the columns.',
            examples: { 'A “no”': CSV_ANSWERS },
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: ['batch-header-not-valid', 'body-not-gzip', 'too-many-batches', 'unavailable'],
  },
}
