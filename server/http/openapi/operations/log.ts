import { AskCheckpoints, AskConsistency } from '../../../../contract/log.ts'
import type { Operations } from '../operation.ts'
import { CHECKPOINT, LOG_KEY } from './shared.ts'

const SIGNED = { size: 42, at: '2026-11-22T18:31:09.004Z', checkpoint: CHECKPOINT }

/** What was signed of a company's log, and that it only grew. */
export const LOG: Operations = {
  'GET /v1/log': {
    id: 'getLog',
    tag: 'Log',
    summary: 'See how your log stands',
    says: [
      'A Merkle tree over every event of yours (RFC 6962), its newest checkpoint, and the key that checks it. Keep the key and the checkpoints elsewhere: `log.checkpoint` posts each to your webhooks.',
    ],
    opens: 'events',
    answers: {
      200: {
        says: 'How it stands.',
        bodies: [
          {
            schema: 'LogShown',
            examples: {
              Signed: { origin: 'quiero.example/demo', key: LOG_KEY, size: 42, newest: SIGNED },
              'Not signed yet': {
                origin: 'quiero.example/demo',
                key: LOG_KEY,
                size: 0,
                newest: null,
              },
            },
          },
        ],
      },
    },
    problems: [],
  },
  'GET /v1/log/checkpoints': {
    id: 'listCheckpoints',
    tag: 'Log',
    summary: 'See what was signed of your log',
    says: ['Each checkpoint, the smaller first. Go on with `after` and the size of the last.'],
    opens: 'events',
    query: AskCheckpoints,
    answers: {
      200: {
        says: 'The checkpoints.',
        bodies: [{ schema: 'CheckpointsShown', examples: { One: { checkpoints: [SIGNED] } } }],
      },
    },
    problems: ['log-size-not-valid'],
  },
  'GET /v1/log/consistency': {
    id: 'proveConsistency',
    tag: 'Log',
    summary: 'Show that your log only grew',
    says: [
      'What shows that the log of one size begins with all that it held at another (RFC 6962, section 2.1.2). With the two checkpoints that is all it takes to check it.',
    ],
    opens: 'events',
    query: AskConsistency,
    answers: {
      200: {
        says: 'The hashes.',
        bodies: [
          {
            schema: 'ConsistencyShown',
            examples: {
              'From 40 to 42': {
                from: 40,
                to: 42,
                hashes: ['q0xYc3m0J6tQ4f5m2q1hVw8nR7eKpZ0aB3dXs9LuTgE='],
              },
            },
          },
        ],
      },
    },
    problems: ['log-size-not-valid'],
  },
}
