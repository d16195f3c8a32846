import { setTimeout as sleep } from 'node:timers/promises'
import { type Act, makeActs } from './acts.ts'
import { forEachAtOnce } from './at-once.ts'
import { findActs, PLACED_WITHIN_MS } from './find-acts.ts'
import { isOk, type Line, openLine } from './http.ts'
import { messagesLeft, untilHeard } from './kept-bodies.ts'
import { noticeTokenAt } from './notice-token.ts'
import { people } from './people.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { requestsOf } from './requests.ts'
import type { ServerProcess } from './server-process.ts'
import { type Service, withService } from './service.ts'

type Size = { readonly kills: number; readonly people: number }

const WORKERS = 16
const LEAST_LIFE_MS = 20
const MOST_LIFE_MS = 900

/** A server that is killed under load forgets nothing that it had acknowledged or kept. */
export const kill: Proof<Size> = {
  name: 'kill',
  promise: 'a server killed under load has lost no acknowledged act, and hears what it had kept',
  engines: ['sqlite', 'postgres'],
  whole: { kills: 50, people: 400 },
  short: { kills: 3, people: 60 },
  prove: (run) => withService(run.open, run.engine, (service) => prove(run, service)),
}

const prove = async ({ size, progress }: Run<Size>, service: Service): Promise<Finding> => {
  const requests = requestsOf(service.access)
  const everyone = people(size.people)
  const load = loadOf(makeActs(requests, everyone, await firstToken(service)))
  const kept = new Set<string>()
  for (let kills = 1; kills <= size.kills; kills += 1) {
    const server = await service.start()
    const lifeMs = LEAST_LIFE_MS + Math.random() * (MOST_LIFE_MS - LEAST_LIFE_MS)
    await load.untilKilled(server, lifeMs)
    for (const id of await messagesLeft(service)) kept.add(id)
    progress(`${kills} of ${size.kills} kills, ${load.acknowledged.size} acts acknowledged`)
  }

  const server = await service.start()
  const line = openLine()
  try {
    const { size: acknowledged } = load.acknowledged
    const unheard = await untilHeard(service)
    await sleep(PLACED_WITHIN_MS[service.engine])
    const due = load.unanswered.filter(({ id }) => kept.has(id))
    progress(`looking for ${acknowledged + due.length} acts`)
    const look = (acts: Iterable<Act>) => findActs(line, server.url, requests, everyone, acts)
    const found = await look([...load.acknowledged, ...due])
    await load.sendAgain(line, server)
    await sleep(PLACED_WITHIN_MS[service.engine])
    const all = await look(load.acknowledged)
    const figures = {
      kills: size.kills,
      acknowledged,
      keptUnheard: kept.size,
      unanswered: load.unanswered.length,
      found: found.found,
      foundAfterRepeat: all.found,
      events: all.events,
    }
    const lost = [...found.faults, ...all.faults, ...unheard]
    const faults = [...fewOf(load.faults), ...fewOf(lost), ...(await service.rebuild())]
    // A body is heard in the transaction that would keep it: only a fault leaves one that is kept and not heard.
    const nothing = vacuous(figures, 'acknowledged', 'unanswered')
    return { kind: 'looked', figures, faults: [...faults, ...nothing] }
  } finally {
    line.close()
  }
}

const firstToken = async (service: Service): Promise<string> => {
  const server = await service.start()
  const token = await noticeTokenAt(server.url, service.access)
  await server.kill()
  return token
}

/** Acts at one server after the other, and keeps apart what was acknowledged and what got no answer. */
const loadOf = (nextAct: () => Act) => {
  const acknowledged = new Set<Act>()
  const unanswered: Act[] = []
  const faults: string[] = []

  const act = async (line: Line, server: ServerProcess, one: Act): Promise<void> => {
    const answer = await line.send(server.url, one.call)
    if (isOk(answer)) acknowledged.add(one)
    else faults.push(`${one.name} was answered ${answer.status}: ${answer.body.slice(0, 200)}`)
  }
  return {
    acknowledged,
    unanswered,
    faults,
    untilKilled: async (server: ServerProcess, lifeMs: number): Promise<void> => {
      const line = openLine()
      const killing = new AbortController()
      const worker = async (): Promise<void> => {
        while (!killing.signal.aborted) {
          const next = nextAct()
          try {
            await act(line, server, next)
          } catch (error) {
            unanswered.push(next)
            if (!killing.signal.aborted) faults.push(`${next.name} got no answer: ${String(error)}`)
          }
        }
      }
      const workers = Array.from({ length: WORKERS }, worker)
      await sleep(lifeMs)
      killing.abort()
      await server.kill()
      await Promise.all(workers)
      line.close()
    },
    /** As Meta and every careful client do with what they got no answer to. */
    sendAgain: (line: Line, server: ServerProcess) =>
      forEachAtOnce(unanswered, WORKERS, (one) => act(line, server, one)),
  }
}
