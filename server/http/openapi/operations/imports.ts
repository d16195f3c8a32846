import { AskImport, IMPORT_COLUMNS, REFUSED_COLUMNS } from '../../../../contract/imports.ts'
import type { Operations } from '../operation.ts'
import { PHONE } from './shared.ts'

const SHOWN = {
  id: 'crm-2026',
  state: 'done',
  rows: 1000,
  taken: 998,
  repeated: 0,
  refused: 2,
  begunAt: '2026-11-22T18:29:27.647Z',
  changedAt: '2026-11-22T18:29:28.112Z',
}

const REFUSED = { row: 17, problem: 'phone-too-short', at: 'person.phone' }

const ROW = {
  person: { phone: PHONE },
  answer: 'yes',
  categories: ['offers'],
  sender: 'main',
  at: '2024-05-31',
  source: 'paper form, Café Aurora Roma',
  evidence: { form: '4711' },
}

const IMPORT_PATH = {
  id: { says: 'Your own name of the import.', example: SHOWN.id },
}

/** Old records, and how each import is going. */
export const IMPORTS: Operations = {
  'POST /v1/imports': {
    id: 'importList',
    tag: 'Lists',
    summary: 'Take old records in',
    says: [
      'A row a line, as many as there are. A no counts at once. A yes never overrides a no, and gives no right until its proof is accepted by your document or the person confirms.',
      'Send the same again under the same `id` whenever no answer came: what was taken is passed over. `dryRun` tells what would come of it. Rows that are refused are kept, and the rest is taken.',
      `A CSV begins with the names of its columns, in any order: ${IMPORT_COLUMNS.map((name) => `\`${name}\``).join(', ')} and \`evidence.…\`; others take the mapping \`columns\`.`,
    ],
    opens: 'imports',
    query: AskImport,
    headers: {
      'Content-Encoding': { says: '`gzip` where the list is packed.', example: 'gzip' },
    },
    body: [
      {
        type: 'application/x-ndjson',
        each: 'ImportRow',
        says: 'A row a line. What is of no other type is read as this.',
        examples: { 'A yes': `${JSON.stringify(ROW)}\n` },
      },
      {
        type: 'text/csv',
        says: 'A row a line, under a line with the names of the columns.',
        examples: { 'A no': `phone,answer,at\r\n${PHONE},no,2024-05-31\r\n` },
      },
    ],
    answers: {
      200: {
        says: 'All of it was read.',
        bodies: [
          {
            schema: ['ImportShown', 'ImportTried'],
            says: 'With `dryRun` the second.',
            examples: {
              Taken: SHOWN,
              'With dryRun': {
                id: SHOWN.id,
                dryRun: true,
                rows: 1000,
                taken: 999,
                refused: 1,
                refusedRows: [REFUSED],
              },
            },
          },
        ],
      },
    },
    problems: [
      'body-not-valid',
      'body-not-gzip',
      'import-header-not-valid',
      'import-differs',
      'import-in-use',
      'import-not-from-there',
      'import-mostly-refused',
      'too-many-imports',
      'unavailable',
    ],
  },
  'GET /v1/imports': {
    id: 'listImports',
    tag: 'Lists',
    summary: 'See your imports',
    says: ['The newest first.'],
    opens: 'imports',
    answers: {
      200: {
        says: 'Your imports.',
        bodies: [{ schema: 'ImportsShown', examples: { One: { imports: [SHOWN] } } }],
      },
    },
    problems: [],
  },
  'GET /v1/imports/{id}': {
    id: 'getImport',
    tag: 'Lists',
    summary: 'See how far an import is',
    says: [
      'With `Accept: text/event-stream` it is told as it goes on, until it is done or five minutes have passed.',
    ],
    opens: 'imports',
    path: IMPORT_PATH,
    answers: {
      200: {
        says: 'How far it is.',
        bodies: [
          { schema: 'ImportShown', examples: { Done: SHOWN } },
          {
            type: 'text/event-stream',
            each: 'ImportShown',
            says: 'The `data` of each event, which is named `progress`.',
            examples: {
              Done: `event: progress\nretry: 1000\ndata: ${JSON.stringify(SHOWN)}\n\n`,
            },
          },
        ],
      },
    },
    problems: ['import-not-found'],
  },
  'GET /v1/imports/{id}/refused': {
    id: 'listRefusedRows',
    tag: 'Lists',
    summary: 'See which rows were refused',
    says: ['Each by its number, with why. Nothing that was sent is in it.'],
    opens: 'imports',
    path: IMPORT_PATH,
    answers: {
      200: {
        says: 'The refused rows, in their order.',
        bodies: [
          {
            type: 'application/x-ndjson',
            each: 'RefusedRow',
            says: 'One a line.',
            examples: { One: `${JSON.stringify(REFUSED)}\n` },
          },
          {
            type: 'text/csv',
            says: 'One a line, under a line with the names of the columns.',
            examples: {
              One: `${REFUSED_COLUMNS.join(',')}\r\n17,phone-too-short,person.phone\r\n`,
            },
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: ['import-not-found'],
  },
}
