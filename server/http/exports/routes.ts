import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import {
  AskExport,
  AskExportedEvents,
  CONSENT_RECORD_COLUMNS,
  EVENT_COLUMNS,
  type ExportFormat,
  type ExportName,
  PERSON_COLUMNS,
} from '../../../contract/exports.ts'
import { exportConsent, exportEvents } from '../../actions/export-events.ts'
import { exportPeople } from '../../actions/export-people.ts'
import { isProblem, problem } from '../../actions/problem.ts'
import type { Snapshot, StoredCompany } from '../../ports.ts'
import { beginFlow } from '../batch/stream.ts'
import { callerOf } from '../caller.ts'
import type { HttpDeps } from '../deps.ts'
import { acceptsGzip, packed } from '../packed-stream.ts'
import { refuse } from '../problems.ts'
import { turnstile } from '../turnstile.ts'
import { consentRow, eventRow, personRows } from './rows.ts'
import { type Row, type Table, TYPES, written } from './written.ts'

// Each keeps a connection to the database for as long as it takes.
const ROOM = { atOnce: 2, ofOne: 1 }

/** GET /v1/exports/people, …/events and …/consent-records: all of a company's, as it stood at one instant. */
export const exportRoutes = (deps: HttpDeps) => {
  const enter = turnstile(ROOM, 'too-many-exports')
  const answer = answering(deps, enter)
  return new Hono()
    .get('/people', (c) =>
      answer(c, 'people', AskExport, ({ stored, snapshot, asOf }) => ({
        columns: PERSON_COLUMNS,
        pages: lines(exportPeople(stored, snapshot, asOf), personRows),
      })),
    )
    .get('/events', (c) =>
      answer(c, 'events', AskExportedEvents, ({ snapshot }, { evidence }) => ({
        columns: evidence ? [...EVENT_COLUMNS, 'evidence'] : EVENT_COLUMNS,
        pages: lines(exportEvents(snapshot, evidence ? 'with-evidence' : 'thin'), (recorded) => [
          eventRow(recorded, evidence !== undefined),
        ]),
      })),
    )
    .get('/consent-records', (c) =>
      answer(c, 'consent-records', AskExport, ({ stored, snapshot }) => ({
        columns: CONSENT_RECORD_COLUMNS,
        pages: lines(exportConsent(snapshot), (consent) => [
          consentRow(stored.document.id, consent),
        ]),
      })),
    )
}

/** What there is to make an export of. */
type From = { readonly stored: StoredCompany; readonly snapshot: Snapshot; readonly asOf: number }

const answering =
  (deps: HttpDeps, enter: ReturnType<typeof turnstile>) =>
  async <Asked extends { readonly format?: ExportFormat | undefined }>(
    c: Context,
    name: ExportName,
    schema: v.GenericSchema<unknown, Asked>,
    tableOf: (from: From, asked: Asked) => Table,
  ): Promise<Response> => {
    const stored = await callerOf(deps, c.req, 'exports')
    if (isProblem(stored)) return refuse(c, stored)
    const asked = v.safeParse(schema, c.req.query())
    if (!asked.success) {
      return refuse(c, problem('body-not-valid', { at: v.getDotPath(asked.issues[0]) ?? '' }))
    }
    const format = asked.output.format ?? formatIn(c.req.header('accept'))
    const headers = {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'no-store',
      Vary: 'Accept, Accept-Encoding',
    }
    // Nobody would read what was begun for it.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const leave = enter(stored.document.id)
    if (isProblem(leave)) return refuse(c, leave)
    const text = await begin(deps, stored, leave, (from) =>
      written(tableOf(from, asked.output), format),
    )
    return acceptsGzip(c.req)
      ? c.body(packed(text), 200, { ...headers, 'Content-Encoding': 'gzip' })
      : c.body(text, 200, headers)
  }

/** Takes a snapshot and lets the text of it flow; both end with whoever reads it. */
const begin = async (
  deps: HttpDeps,
  stored: StoredCompany,
  leave: () => void,
  textOf: (from: From) => AsyncGenerator<string>,
): Promise<ReadableStream<Uint8Array>> => {
  const report = (error: unknown): void => deps.report('making an export', error)
  const snapshot = await deps.memory
    .of(stored.document.id)
    .snapshot()
    .catch((error: unknown) => {
      leave()
      throw error
    })
  const flow = beginFlow(() => {
    leave()
    snapshot.end().catch(report)
  }, report)
  const text = textOf({ stored, snapshot, asOf: deps.now() })
  try {
    // What fails at once is answered as a fault, not as an export that breaks off.
    const first = await text.next()
    return flow.send(first.done === true ? undefined : first.value, text)
  } catch (error) {
    flow.stop()
    throw error
  }
}

const formatIn = (accept = ''): ExportFormat => (/\btext\/csv\b/iu.test(accept) ? 'csv' : 'ndjson')

/** Line by line, since a page may come to many more lines than it has things on it. */
const lines = async function* <One>(
  pages: AsyncIterable<readonly One[]>,
  rowsOf: (one: One) => Iterable<Row>,
): AsyncGenerator<Iterable<Row>> {
  for await (const page of pages) yield rowsIn(page, rowsOf)
}

const rowsIn = function* <One>(
  page: readonly One[],
  rowsOf: (one: One) => Iterable<Row>,
): Generator<Row> {
  for (const one of page) yield* rowsOf(one)
}
