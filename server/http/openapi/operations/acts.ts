import { PHONE_PROBLEMS } from '../../../../consent/phone-problem.ts'
import type { Operations } from '../operation.ts'
import { EVENT_ID, NUMBER_PROBLEMS, OPT_IN_ID, PERSON_ID, PHONE } from './shared.ts'

const RECORDED = { event: EVENT_ID, personId: PERSON_ID }

const WATCH = {
  'Quiero-Watch': {
    says: 'The `watch` token that came with the opt-in. It never stands in an address.',
    example: 'd2F0Y2gtdG9rZW4',
    isNeeded: true,
  },
}

const OPT_IN_PATH = {
  id: { says: 'The opt-in’s id, as handing it in gave it.', example: OPT_IN_ID },
}

const WAITING = { status: 'pending' }
const CONFIRMED = {
  status: 'confirmed',
  at: '2026-11-22T18:31:07.000Z',
  from: '+52 ··· ··· 5678',
  categories: ['offers'],
}

/** What people said, wherever it was said. */
export const ACTS: Operations = {
  'POST /v1/opt-ins': {
    id: 'recordOptIn',
    tag: 'Acts',
    summary: 'Record a yes, or hand a form in',
    says: [
      'With a key: a yes that you took at a checkout, in a shop or on the phone, with what you can show for it. Your own word is at most `witnessed`; a category may ask for more before it counts.',
      'Without a key, from a page that the form’s document allows: what the widget sends. The answer has a code and the links that carry it; the yes counts once the message with the code has come from the person’s own phone.',
    ],
    opens: 'opt-ins',
    forPages: true,
    isRepeatable: true,
    body: [
      {
        schema: ['OptInByKey', 'OptInByForm'],
        says: 'With a key the first, without one the second.',
        examples: {
          'With a key: a yes at the checkout': {
            form: 'frm_demo',
            phone: PHONE,
            categories: ['offers'],
            evidence: { order: '4711', ticked: true },
            language: 'es',
          },
          'Without a key: a form': {
            form: 'frm_demo',
            noticeToken: 'bm90aWNlLXRva2Vu',
            attempt: 'attempt-0001',
            phone: '+52 55 1234 5678',
            categories: ['offers'],
            language: 'es',
          },
        },
      },
    ],
    answers: {
      201: {
        says: 'With a key: recorded. Without one: handed in, and waiting for its message.',
        bodies: [
          {
            schema: ['OptInRecorded', 'FormHandedIn'],
            examples: {
              'With a key': RECORDED,
              'Without a key': {
                id: OPT_IN_ID,
                status: 'pending',
                code: 'K7Q2MXA',
                links: { whatsapp: 'https://wa.me/5511912345678?text=%23want%20K7Q2MXA' },
                watch: 'd2F0Y2gtdG9rZW4',
                expiresAt: '2026-11-23T18:29:27.647Z',
              },
            },
          },
        ],
      },
    },
    problems: [
      ...PHONE_PROBLEMS,
      'form-not-found',
      'origin-not-allowed',
      'category-not-offered',
      'notice-token-not-valid',
      'notice-out-of-date',
      'time-not-valid',
      'attempt-already-used',
    ],
  },
  'GET /v1/opt-ins/{id}': {
    id: 'watchOptIn',
    tag: 'Acts',
    summary: 'See whether a form was confirmed',
    says: ['For the page that handed the form in: has its message come?'],
    opens: 'public',
    path: OPT_IN_PATH,
    headers: WATCH,
    answers: {
      200: {
        says: 'What stands now.',
        bodies: [{ schema: 'OptInState', examples: { Waiting: WAITING, Confirmed: CONFIRMED } }],
        headers: ['Cache-Control'],
      },
    },
    problems: ['opt-in-not-found'],
  },
  'GET /v1/opt-ins/{id}/events': {
    id: 'streamOptIn',
    tag: 'Acts',
    summary: 'Be told when a form is confirmed',
    says: [
      'Server-sent events, read with fetch since the token goes into a header. The stream begins with what stands, tells each change, and ends after five minutes or when there is nothing more to tell.',
    ],
    opens: 'public',
    path: OPT_IN_PATH,
    headers: WATCH,
    answers: {
      200: {
        says: 'A stream of states.',
        bodies: [
          {
            type: 'text/event-stream',
            each: 'OptInState',
            says: 'The `data` of each event, which is named `state`.',
            examples: {
              Waiting: `event: state\nretry: 2000\ndata: ${JSON.stringify(WAITING)}\n\n`,
            },
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: ['opt-in-not-found'],
  },
  'POST /v1/opt-outs': {
    id: 'recordOptOut',
    tag: 'Acts',
    summary: 'Record a no',
    says: [
      'Everything at one sender, everything at all of them, or some categories. A no needs no proof, counts at once, is never counted against a limit, and is taken of a number that nobody has heard of.',
      'Without a key, from a page that the form’s document allows: a typed number is enough. The answer is the same whether the number is known or not.',
      'Where more are typed than people type, each is taken after a proof of work: the problem `work-needed` has it as `work`, and the same is sent again with `work` and what came of it. A message with the word alone needs none.',
    ],
    opens: 'opt-outs',
    forPages: true,
    isRepeatable: true,
    body: [
      {
        schema: ['OptOutByKey', 'OptOutByForm'],
        says: 'With a key the first, without one the second.',
        examples: {
          'With a key: everything, everywhere': { person: { phone: PHONE } },
          'With a key: offers, from one number': {
            person: { phone: PHONE },
            sender: 'main',
            categories: ['offers'],
          },
          'Without a key': { form: 'frm_demo', person: { phone: '55 1234 5678' } },
        },
      },
    ],
    answers: {
      200: {
        says: 'Without a key: it counts.',
        bodies: [{ schema: 'OptedOut', examples: { 'Without a key': { status: 'stopped' } } }],
      },
      201: {
        says: 'With a key: it counts, and what was stored of it.',
        bodies: [{ schema: 'OptOutRecorded', examples: { 'With a key': RECORDED } }],
      },
    },
    problems: [
      ...PHONE_PROBLEMS,
      'form-not-found',
      'origin-not-allowed',
      'sender-not-found',
      'category-not-found',
      'attempt-already-used',
      'work-needed',
    ],
  },
  'POST /v1/messages': {
    id: 'handInMessage',
    tag: 'Acts',
    summary: 'Hand in a message that your own system received',
    says: [
      'For a company that receives its messages itself: an opt-out word stops everything, `#want` grants what its form offers, all before the answer is given. What was sent to Quiero by the provider is heard already.',
    ],
    opens: 'messages',
    isRepeatable: true,
    body: [
      {
        schema: 'Message',
        examples: {
          'A yes': {
            sender: 'main',
            from: { phone: PHONE },
            text: '#want offers',
            at: '2026-11-22T18:29:27.647Z',
            id: 'wamid.4711',
          },
          'A no': { sender: 'main', from: { phone: PHONE }, text: 'Salir', id: 'wamid.4712' },
        },
      },
    ],
    answers: {
      200: {
        says: 'What it meant, and what it changed.',
        bodies: [
          {
            schema: 'MessageHeard',
            examples: {
              'A yes': {
                meaning: 'subscribe',
                granted: ['offers'],
                revoked: [],
                blocked: false,
                event: EVENT_ID,
              },
              'A no': {
                meaning: 'opt_out',
                granted: [],
                revoked: [],
                blocked: true,
                event: EVENT_ID,
              },
            },
          },
        ],
      },
    },
    problems: [...NUMBER_PROBLEMS, 'sender-not-found', 'attempt-already-used'],
  },
}
