import { SCOPES } from '../../../ports.ts'
import type { Operations } from '../operation.ts'

const KEY_ID = 'key_4f1c7b2e9d03a8564f1c7b2e'
const KEY_PATH = { id: { says: 'The key’s id, as the list gives it.', example: KEY_ID } }

const SHOWN = {
  id: KEY_ID,
  prefix: 'qk_Xb3TqY',
  name: 'crm',
  scopes: ['may-send', 'people'],
  createdAt: '2026-11-22T18:29:27.647Z',
  expiresAt: null,
  lastUsedAt: null,
}

const made = {
  201: {
    says: 'The key. Its text is shown this once.',
    bodies: [
      {
        schema: 'KeyMade',
        examples: { 'A key': { ...SHOWN, key: 'qk_Xb3TqYv9mZ1sLr8KcN5wJd7Gh2Pf4Eu60a1b2c' } },
      },
    ],
    headers: ['Cache-Control'],
  },
} as const

/** The keys of a company's systems. */
export const KEYS: Operations = {
  'GET /v1/keys': {
    id: 'listKeys',
    tag: 'Keys',
    summary: 'List the keys',
    says: ['Those in force, the newest first, with when each was used last. Never their texts.'],
    opens: 'keys',
    answers: {
      200: {
        says: 'The keys.',
        bodies: [{ schema: 'KeysShown', examples: { One: { keys: [SHOWN] } } }],
      },
    },
    problems: [],
  },
  'POST /v1/keys': {
    id: 'createKey',
    tag: 'Keys',
    summary: 'Make a key',
    says: [
      `Scopes are ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}. No key makes one that may do more than itself.`,
    ],
    opens: 'keys',
    body: [
      {
        schema: 'CreateKey',
        examples: {
          'For the CRM': { name: 'crm', scopes: ['may-send', 'people'] },
          'For a quarter': {
            name: 'campaigns',
            scopes: ['may-send'],
            expiresAt: '2027-02-22T00:00:00.000Z',
          },
        },
      },
    ],
    answers: made,
    problems: ['time-not-valid'],
  },
  'DELETE /v1/keys/{id}': {
    id: 'withdrawKey',
    tag: 'Keys',
    summary: 'Withdraw a key',
    says: ['At once. What it was used for stays.'],
    opens: 'keys',
    path: KEY_PATH,
    answers: { 204: { says: 'It opens nothing any more.' } },
    problems: ['api-key-not-found'],
  },
  'POST /v1/keys/{id}/rotate': {
    id: 'rotateKey',
    tag: 'Keys',
    summary: 'Put another key in its place',
    says: ['Both open the same doors for a day, or as long as you say, so that there is no gap.'],
    opens: 'keys',
    path: KEY_PATH,
    body: [
      {
        schema: 'RotateKey',
        examples: { 'With a day for both': {}, 'At once': { oldEndsInSeconds: 0 } },
      },
    ],
    answers: made,
    problems: ['api-key-not-found', 'time-not-valid'],
  },
}
