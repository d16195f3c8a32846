import { join } from 'node:path'
import * as v from 'valibot'
import { phoneOf } from '../../fill-people.ts'
import { makeFolder, removeFolder } from '../../folder.ts'
import { type Service, withService } from '../../service.ts'
import { replay } from '../replay.ts'
import { type Sent, sendStream } from '../send-stream.ts'
import { type Bench, counted, type Figure, type Figures, rate, workRatio } from './figure.ts'
import { inNoOrder } from './may-send.ts'

const NOT_FOUND = 404

const Taken = v.object({ state: v.literal('done'), taken: v.number(), refused: v.literal(0) })

/** Old records taken in with their evidence, beside the same rows written in the order of their keys. */
export const imports: Figures = {
  name: 'imports',
  tells: 'old records with their proof, beside sorted inserts of the same rows',
  measure: (bench) => withService(bench.open, 'sqlite', (service) => measureImport(bench, service)),
}

const measureImport = async (
  { size, progress }: Bench,
  service: Service,
): Promise<readonly Figure[]> => {
  const rows = size.imported
  const server = await service.start()
  let text = ''
  const sent = await sendStream(
    server,
    '/v1/imports?id=bench',
    service.access,
    rowsOf(rows),
    (more) => {
      text += more
    },
  )
  await server.stop()
  if (sent.status === NOT_FOUND) {
    progress('imports are skipped: this server takes none')
    return []
  }
  const { taken } = v.parse(Taken, JSON.parse(text))
  if (taken !== rows) throw new Error(`${taken} of ${rows} rows were taken`)
  return [await besideInserts(service, rows, sent)]
}

const besideInserts = async (service: Service, rows: number, sent: Sent): Promise<Figure> => {
  const folder = await makeFolder()
  try {
    const bare = replay(service.database, join(folder, 'sorted.db'), 1)
    return {
      what: `an import of ${counted(rows)} yeses with their evidence, NDJSON`,
      engine: 'sqlite',
      ours: rate(rows / sent.seconds),
      beside: `its ${counted(bare.rows)} rows by sorted inserts alone: ${rate(rows / bare.seconds)}`,
      value: bare.seconds / sent.seconds,
      byWork: workRatio(sent.cpuSeconds, bare.cpuSeconds),
      limit: { least: 0.4 },
    }
  } finally {
    await removeFolder(folder)
  }
}

const TOGETHER = 500

/** Rows of an old system, one person each, in an order that has nothing to do with their keys. */
const rowsOf = function* (count: number): Generator<string> {
  const nextPerson = inNoOrder(count)
  let some = ''
  for (let n = 1; n <= count; n += 1) {
    some += `${JSON.stringify({
      person: { phone: phoneOf(nextPerson()) },
      answer: 'yes',
      categories: ['orders', 'offers'],
      at: '2024-05-31T10:00:00Z',
      source: 'crm',
      evidence: { list: 'spring fair', row: n },
    })}\n`
    if (n % TOGETHER !== 0 && n < count) continue
    yield some
    some = ''
  }
}
