import {
  AskExport,
  AskExportedEvents,
  CONSENT_RECORD_COLUMNS,
  EVENT_COLUMNS,
  PERSON_COLUMNS,
} from '../../../../contract/exports.ts'
import type { Answer, Operations } from '../operation.ts'
import type { SchemaName } from '../schemas.ts'
import { EXAMPLE_ACT } from './events.ts'
import { EVENT_ID, NOTICE, PERSON_ID, PHONE } from './shared.ts'

const AT = '2026-11-22T18:31:08.112Z'

const PERSON = {
  person: PERSON_ID,
  phone: PHONE,
  bsuid: null,
  email: null,
  external: null,
  sameAs: [],
  conflict: null,
  sender: 'main',
  blocked: true,
  blockedBy: EVENT_ID,
  category: 'offers',
  status: 'granted',
  proof: 'message',
  since: '2026-11-22T18:29:27.000Z',
  evidence: EVENT_ID,
}

const EVENT = {
  position: 41,
  event: EVENT_ID,
  person: PERSON_ID,
  at: AT,
  clock: 'ours',
  claimedAt: null,
  receivedAt: AT,
  kind: EXAMPLE_ACT.kind,
  act: EXAMPLE_ACT,
  leaf: NOTICE,
}

const RECORD = {
  schema: 'quiero-consent/1',
  record: `${EVENT_ID}/withdrawn/*`,
  company: 'demo',
  person: PERSON_ID,
  state: 'withdrawn',
  category: null,
  senders: ['main'],
  at: AT,
  clock: 'ours',
  claimedAt: null,
  receivedAt: AT,
  proof: null,
  source: 'api',
  heardBy: null,
  form: null,
  notice: null,
  language: null,
  business: null,
  statement: null,
  kind: null,
  title: null,
  example: null,
  frequency: null,
  howToStop: null,
  privacyUrl: null,
  event: EVENT_ID,
  position: 41,
  leaf: NOTICE,
}

const whole = (each: SchemaName, columns: readonly string[], row: object): Answer => ({
  says: 'All of them, as they stood at one instant. An answer that breaks off is not whole.',
  bodies: [
    {
      type: 'application/x-ndjson',
      each,
      says: 'One a line.',
      examples: { One: `${JSON.stringify(row)}\n` },
    },
    {
      type: 'text/csv',
      says: 'One a line, under a line with the names of the columns. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
      examples: { None: `${columns.join(',')}\r\n` },
    },
  ],
  headers: ['Cache-Control'],
})

/** Everything of a company's, for its own keeping. */
export const EXPORTS: Operations = {
  'GET /v1/exports/people': {
    id: 'exportPeople',
    tag: 'Lists',
    summary: 'Have all your people',
    says: [
      'A line for each sender and category of a person; more lines where a person has two numbers. Numbers are in full. What may be sent is still `may-send`’s to say.',
    ],
    opens: 'exports',
    query: AskExport,
    answers: { 200: whole('PersonRow', PERSON_COLUMNS, PERSON) },
    problems: ['body-not-valid', 'too-many-exports'],
  },
  'GET /v1/exports/events': {
    id: 'exportEvents',
    tag: 'Lists',
    summary: 'Have all your events',
    says: ['In the order of the log; what has no place in it yet comes last.'],
    opens: 'exports',
    query: AskExportedEvents,
    answers: { 200: whole('EventRow', EVENT_COLUMNS, EVENT) },
    problems: ['body-not-valid', 'too-many-exports'],
  },
  'GET /v1/exports/consent-records': {
    id: 'exportConsentRecords',
    tag: 'Lists',
    summary: 'Have all your consent records',
    says: [
      'What was agreed to, refused or withdrawn, a line for each category of each act, with the words that were shown (after ISO/IEC TS 27560). Nothing in it tells a number.',
    ],
    opens: 'exports',
    query: AskExport,
    answers: { 200: whole('ConsentRecordRow', CONSENT_RECORD_COLUMNS, RECORD) },
    problems: ['body-not-valid', 'too-many-exports'],
  },
}
