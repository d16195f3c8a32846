import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from '../test/support/postgres-cluster.ts'
import { makeActs } from './acts.ts'
import { findActs, PLACED_WITHIN_MS } from './find-acts.ts'
import { openLine } from './http.ts'
import { untilHeard } from './kept-bodies.ts'
import { noticeTokenAt } from './notice-token.ts'
import { people } from './people.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { requestsOf } from './requests.ts'
import { type Service, withService } from './service.ts'
import { stubbornLoad } from './stubborn-load.ts'

type Size = { readonly restarts: number; readonly people: number }

const LEAST_BETWEEN_MS = 100
const MOST_BETWEEN_MS = 1_500

/** PostgreSQL is restarted without a warning while acts are written to it, and the server lives on. */
export const restarts: Proof<Size> = {
  name: 'restarts',
  promise:
    'PostgreSQL restarted at once under load: no acknowledged act lost, service back by itself',
  engines: ['postgres'],
  whole: { restarts: 20, people: 300 },
  short: { restarts: 2, people: 60 },
  prove: async (run) => {
    // A cluster of its own: others would not like to be cut off.
    const cluster = await startCluster()
    const open = async () => ({ url: cluster.url, drop: () => cluster.stop() })
    return withService(open, run.engine, (service) => prove(run, service, () => cluster.crash()))
  },
}

const prove = async (
  { size, progress }: Run<Size>,
  service: Service,
  crash: () => Promise<void>,
): Promise<Finding> => {
  const server = await service.start()
  const requests = requestsOf(service.access)
  const everyone = people(size.people)
  const noticeToken = await noticeTokenAt(server.url, service.access)
  const load = stubbornLoad(server.url, makeActs(requests, everyone, noticeToken))
  const faults: string[] = []
  let longestMs = 0
  for (let count = 1; count <= size.restarts; count += 1) {
    await sleep(LEAST_BETWEEN_MS + Math.random() * (MOST_BETWEEN_MS - LEAST_BETWEEN_MS))
    await crash()
    const upAt = performance.now()
    const isBack = await load.goesOn(load.acknowledged.size)
    longestMs = Math.max(longestMs, performance.now() - upAt)
    if (!isBack) faults.push(`after restart ${count} nothing is acknowledged any more`)
    progress(`${count} of ${size.restarts} restarts, ${load.acknowledged.size} acts acknowledged`)
  }
  await load.stop()

  const unheard = await untilHeard(service)
  await sleep(PLACED_WITHIN_MS.postgres)
  const line = openLine()
  const found = await findActs(line, server.url, requests, everyone, load.acknowledged)
  line.close()
  if (!(await server.stop())) faults.push('the server did not end well')
  const figures = {
    restarts: size.restarts,
    acknowledged: load.acknowledged.size,
    refused: load.refusals(),
    found: found.found,
    events: found.events,
    longestUntilBackMs: Math.round(longestMs),
  }
  const lost = [...found.faults, ...unheard, ...(await service.rebuild())]
  const all = [...faults, ...fewOf(load.faults), ...fewOf(lost)]
  return { kind: 'looked', figures, faults: [...all, ...vacuous(figures, 'acknowledged')] }
}
