import { AskProof } from '../../../../contract/proof.ts'
import type { Operations } from '../operation.ts'
import { EXAMPLE_PROOF } from './example-proof.ts'
import { EVENT_ID, NOTICE, NUMBER_PROBLEMS, PERSON_ID, PERSON_PATH, PHONE } from './shared.ts'

const SHOWN = {
  id: PERSON_ID,
  knownBy: [{ kind: 'phone', value: '+52 ··· ··· 5678' }],
  conflict: null,
  senders: [
    {
      sender: 'main',
      blocked: false,
      blockedBy: null,
      windowOpenUntil: '2026-11-23T18:31:07.000Z',
      categories: [
        {
          category: 'offers',
          status: 'granted',
          proof: 'message',
          evidence: EVENT_ID,
          since: '2026-11-22T18:31:07.000Z',
        },
        { category: 'orders', status: 'never_asked', proof: null, evidence: null, since: null },
      ],
    },
  ],
}

const HISTORY = {
  events: [
    {
      id: EVENT_ID,
      at: '2026-11-22T18:31:07.000Z',
      receivedAt: '2026-11-22T18:31:08.112Z',
      act: {
        kind: 'message',
        sender: 'main',
        heardBy: 'signed',
        meaning: 'subscribe',
        stops: false,
        granted: {
          categories: ['offers'],
          senders: ['main'],
          form: 'frm_demo',
          notice: NOTICE,
        },
        revoked: [],
      },
      evidence: { phone: PHONE, text: '#want K7Q2MXA', code: 'K7Q2MXA', language: 'es' },
      position: 41,
      leaf: NOTICE,
    },
  ],
}

const shown = {
  200: {
    says: 'What stands of the person.',
    bodies: [{ schema: 'PersonShown', examples: { 'Said yes to offers': SHOWN } }],
  },
} as const

/** One person, as compliance and support look at them. */
export const PEOPLE: Operations = {
  'POST /v1/people/find': {
    id: 'findPerson',
    tag: 'People',
    summary: 'Find a person',
    says: ['By anything they are known by. A number is never part of an address, so it is posted.'],
    opens: 'people',
    body: [
      {
        schema: 'FindPerson',
        examples: {
          'By phone': { person: { phone: PHONE } },
          'By your own id': { person: { external: 'customer-4711' } },
        },
      },
    ],
    answers: shown,
    problems: [...NUMBER_PROBLEMS, 'person-not-found'],
  },
  'GET /v1/people/{id}': {
    id: 'getPerson',
    tag: 'People',
    summary: 'See what stands of a person',
    says: [
      'For each sender whether the person is blocked there, and what stands of each category.',
    ],
    opens: 'people',
    path: PERSON_PATH,
    answers: shown,
    problems: ['person-not-found'],
  },
  'GET /v1/people/{id}/events': {
    id: 'getHistory',
    tag: 'People',
    summary: 'See everything a person ever said',
    says: [
      'The proof: each act, oldest first, when it was done and received, with the words, the notice and the number it came from.',
    ],
    opens: 'people',
    path: PERSON_PATH,
    answers: {
      200: {
        says: 'The person’s events.',
        bodies: [{ schema: 'History', examples: { 'A yes by WhatsApp': HISTORY } }],
      },
    },
    problems: ['person-not-found'],
  },
  'GET /v1/people/{id}/proof': {
    id: 'provePerson',
    tag: 'People',
    summary: 'Prove what a person said',
    says: [
      'A file that convinces without this server: each act with the words that were shown, its place in the signed log, and records after ISO/IEC TS 27560. `quiero verify` and `docs/verify-proof.mjs` check it offline. It holds the person’s number.',
      'With `Accept: text/html` the same as a page to print.',
    ],
    opens: 'people',
    path: PERSON_PATH,
    query: AskProof,
    answers: {
      200: {
        says: 'The proof.',
        bodies: [
          { schema: 'ProofFile', examples: { 'A no': EXAMPLE_PROOF } },
          {
            type: 'text/html',
            says: 'A page to print, in the language that is asked for.',
            examples: {},
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: ['person-not-found', 'log-not-signed'],
  },
  'DELETE /v1/people/{id}': {
    id: 'erasePerson',
    tag: 'People',
    summary: 'Erase a person',
    says: [
      'Everything they are known by goes, of the persons too who are the same, and with it the evidence of all that they did. That they did it stays in the log, so that everybody else’s proof still holds.',
      'It is a no at every sender, and it outlives the data: of each identity a keyed hash stays, so that `may-send` answers `blocked`. Whoever comes back by a message or a link is somebody new. Sent again it is the same erasure.',
    ],
    opens: 'erasure',
    path: PERSON_PATH,
    answers: {
      200: {
        says: 'They are erased.',
        bodies: [
          { schema: 'PersonErased', examples: { Erased: { id: PERSON_ID, event: EVENT_ID } } },
        ],
      },
    },
    problems: ['person-not-found'],
  },
  'POST /v1/people/{id}/settle': {
    id: 'settlePerson',
    tag: 'People',
    summary: 'Settle who is who',
    says: [
      'Two persons who claim one id are in doubt, and every answer is a no until somebody has looked. `{}` says that they are two; `sameAs` that they are one.',
    ],
    opens: 'people',
    isRepeatable: true,
    path: PERSON_PATH,
    body: [
      {
        schema: 'SettlePerson',
        examples: {
          'They are two': { note: 'Ana Pérez at the counter: the number was sold on' },
          'They are one': { sameAs: 'per_0c9a4be1f2d3485796a0b1c2d3e4f506' },
        },
      },
    ],
    answers: shown,
    problems: ['person-not-found', 'not-in-conflict'],
  },
}
