import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeActs } from './acts.ts'
import { readFormView } from './answers.ts'
import { isOk, openLine } from './http.ts'
import { people } from './people.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { requestsOf } from './requests.ts'
import { type Service, withService } from './service.ts'
import { judge, readTrace, type SystemCall, TRACED } from './trace.ts'
import { TRACER, whyNoTrace } from './tracer.ts'

type Size = { readonly acts: number; readonly people: number }

const TRACE = 'trace.txt'
const TRACE_PATIENCE_MS = 10_000

/** A trace of system calls shows every acknowledgement after the fsync of what it acknowledges. */
export const fsync: Proof<Size> = {
  name: 'fsync',
  promise: 'every act is synced to disk before it is acknowledged (a trace of system calls)',
  engines: ['sqlite'],
  whole: { acts: 1_000, people: 100 },
  short: { acts: 60, people: 10 },
  prove: async (run) => {
    const missing = whyNoTrace()
    if (missing !== null) return { kind: 'skipped', why: missing }
    return withService(run.open, run.engine, (service) => prove(run, service))
  },
}

const prove = async ({ size, progress }: Run<Size>, service: Service): Promise<Finding> => {
  const file = join(service.folder, TRACE)
  // -D: the server stays our own child, and the tracer ends with it.
  const flags = ['-D', '-f', '-yy', '-s', '40', '-e', `trace=${TRACED.join(',')}`, '-o', file]
  const server = await service.start([TRACER, ...flags])
  const requests = requestsOf(service.access)
  const line = openLine()
  const faults: string[] = []
  try {
    const { noticeToken } = readFormView(await line.send(server.url, requests.formView()))
    const nextAct = makeActs(requests, people(size.people), noticeToken)
    for (let acts = 1; acts <= size.acts; acts += 1) {
      const answer = await line.send(server.url, nextAct().call)
      if (!isOk(answer)) faults.push(`act ${acts} was answered ${answer.status}`)
      if (acts % 50 === 0) progress(`${acts} of ${size.acts} acts acknowledged`)
    }
  } finally {
    line.close()
  }
  await server.stop()
  progress('reading the trace')
  const calls = readTrace(await wholeTrace(file, server.pid))
  const judged = judge(calls)
  const { acknowledgements, logWrites, syncs } = judged
  if (acknowledgements !== size.acts) faults.push(`${acknowledgements} answers in the trace`)
  const figures = { acts: size.acts, acknowledgements, logWrites, syncs, control: control(calls) }
  if (figures.control !== acknowledgements) faults.push('the judge passes a trace without syncs')
  const all = [...faults, ...judged.faults]
  return { kind: 'looked', figures, faults: [...fewOf(all), ...vacuous(figures, 'syncs')] }
}

/** How many faults the judge finds in the same trace when the syncs are taken out: it must be all. */
const control = (calls: readonly SystemCall[]): number =>
  judge(calls.filter(({ name }) => !name.endsWith('sync'))).faults.length

/** The trace once the tracer has written the end of the process it traced. */
const wholeTrace = async (file: string, pid: number): Promise<string> => {
  const giveUpAt = performance.now() + TRACE_PATIENCE_MS
  for (;;) {
    const trace = await readFile(file, 'utf8')
    const isWhole = new RegExp(`^${pid} +\\+\\+\\+ `, 'mu').test(trace)
    if (isWhole) return trace
    if (performance.now() > giveUpAt) throw new Error('the tracer did not end with the server')
    await sleep(50)
  }
}
