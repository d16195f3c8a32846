import { setTimeout as sleep } from 'node:timers/promises'
import { makeActs } from './acts.ts'
import { findActs } from './find-acts.ts'
import { isOk, openLine } from './http.ts'
import { untilHeard } from './kept-bodies.ts'
import { noticeTokenAt } from './notice-token.ts'
import { people } from './people.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { requestsOf } from './requests.ts'
import { type Service, withService } from './service.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { stubbornLoad } from './stubborn-load.ts'

type Size = { readonly times: number; readonly people: number }

const DISK_MEGABYTES = 64
const FILL_AFTER_MS = 500
const FULL_FOR_MS = 500

/** A disk without room: acts are refused, questions are answered, and nothing that was acknowledged is lost. */
export const diskFull: Proof<Size> = {
  name: 'disk-full',
  promise: 'a full disk: acts are refused and questions answered; with room again nothing is lost',
  engines: ['sqlite'],
  whole: { times: 10, people: 200 },
  short: { times: 2, people: 40 },
  prove: async (run) => {
    const disk = await mountSmallDisk(DISK_MEGABYTES)
    if (typeof disk === 'string') return { kind: 'skipped', why: disk }
    return withService(disk.open, run.engine, (service) => prove(run, service, disk))
  },
}

const prove = async (
  { size, progress }: Run<Size>,
  service: Service,
  disk: SmallDisk,
): Promise<Finding> => {
  const server = await service.start()
  const requests = requestsOf(service.access)
  const everyone = people(size.people)
  const noticeToken = await noticeTokenAt(server.url, service.access)
  const load = stubbornLoad(server.url, makeActs(requests, everyone, noticeToken))
  const line = openLine()
  const faults: string[] = []
  for (let time = 1; time <= size.times; time += 1) {
    await sleep(FILL_AFTER_MS)
    disk.fill()
    const isFull = await load.isRefused(load.refusals())
    if (!isFull) faults.push(`time ${time}: a full disk refuses nothing`)
    await sleep(FULL_FOR_MS)
    for (const person of everyone.slice(0, 10)) {
      const answer = await line.send(server.url, requests.maySend(person, 'offers'))
      if (!isOk(answer)) faults.push(`a question was answered ${answer.status}: ${answer.body}`)
    }
    await disk.clear()
    const isBack = await load.goesOn(load.acknowledged.size)
    if (!isBack) faults.push(`time ${time}: nothing is acknowledged though there is room again`)
    progress(`${time} of ${size.times} times full, ${load.acknowledged.size} acts acknowledged`)
  }
  await load.stop()

  const unheard = await untilHeard(service)
  const found = await findActs(line, server.url, requests, everyone, load.acknowledged)
  line.close()
  if (!(await server.stop())) faults.push('the server did not end well')
  const figures = {
    times: size.times,
    acknowledged: load.acknowledged.size,
    refused: load.refusals(),
    found: found.found,
    events: found.events,
  }
  const lost = [...found.faults, ...unheard, ...(await service.rebuild())]
  const all = [...fewOf(faults), ...fewOf(load.faults), ...fewOf(lost)]
  return {
    kind: 'looked',
    figures,
    faults: [...all, ...vacuous(figures, 'acknowledged', 'refused')],
  }
}
