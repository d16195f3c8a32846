import { AskQuality } from '../../../../contract/quality.ts'
import type { Operations } from '../operation.ts'

const LOOK_BACK = {
  from: '2026-10-23T18:29:27.647Z',
  to: '2026-11-22T18:29:27.647Z',
  sources: [
    {
      sender: 'main',
      source: 'form/frm_demo',
      optIns: 812,
      optOuts: 31,
      providerBlocks: 0,
      platformStops: 4,
      optOutsWithin: { hour: 2, day: 6, week: 14, month: 31 },
    },
  ],
  replies: [{ sender: 'main', kind: 'confirmOptIn', state: 'delivered', reason: null, count: 790 }],
  events: [
    {
      at: '2026-11-20T09:00:00.000Z',
      about: 'sender',
      sender: 'main',
      event: 'GREEN',
      template: null,
      detail: null,
    },
  ],
}

const HOLD = {
  id: 'hld_6c1d0e9f4b7a28355d10c9e4',
  source: 'form/frm_demo',
  since: '2026-11-20T09:00:00.000Z',
  optIns: 120,
  optOuts: 44,
  liftedAt: null,
}

/** What becomes of a company's opt-ins. */
export const QUALITY: Operations = {
  'GET /v1/quality': {
    id: 'getQuality',
    tag: 'Company',
    summary: 'See how your opt-ins do',
    says: [
      'WhatsApp tells nobody how often a business is blocked. What people did after their yes is the nearest to it: by sender and by source, each person counted once.',
    ],
    opens: 'company',
    query: AskQuality,
    answers: {
      200: {
        says: 'How each source did.',
        bodies: [{ schema: 'QualityShown', examples: { 'A month': LOOK_BACK } }],
      },
    },
    problems: ['body-not-valid'],
  },
  'GET /v1/holds': {
    id: 'listHolds',
    tag: 'Company',
    summary: 'List the sources on hold',
    says: ['Marketing to people of a source on hold is answered `held_source`; the rest goes on.'],
    opens: 'company',
    answers: {
      200: {
        says: 'The holds, those that were lifted too.',
        bodies: [{ schema: 'HoldsShown', examples: { One: { holds: [HOLD] } } }],
      },
    },
    problems: [],
  },
  'POST /v1/holds/{id}/lift': {
    id: 'liftHold',
    tag: 'Company',
    summary: 'Lift a hold',
    says: ['What was said before speaks against the source no more.'],
    opens: 'company',
    path: { id: { says: 'The hold’s id, as the list gives it.', example: HOLD.id } },
    answers: { 204: { says: 'It is lifted.' } },
    problems: ['hold-not-found'],
  },
}
