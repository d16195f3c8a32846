import { type Act, confirmation, makeActs } from './acts.ts'
import { readFormView, readHandedIn, readWatched } from './answers.ts'
import { findActs } from './find-acts.ts'
import { type Answer, isOk, type Line, openLine } from './http.ts'
import { people } from './people.ts'
import { fewOf, type Finding, type Progress, type Proof, type Run, vacuous } from './proof.ts'
import { type Requests, requestsOf } from './requests.ts'
import type { ServerProcess } from './server-process.ts'
import { type Service, withService } from './service.ts'

type Size = { readonly seconds: number; readonly people: number }

const WORKERS_A_SERVER = 8
const TELL_EVERY = 200

/** Two processes that write to one file refuse nobody and lose nothing. */
export const twoWriters: Proof<Size> = {
  name: 'two-writers',
  promise: 'two processes on one database file: no error, nothing acknowledged is missing',
  engines: ['sqlite'],
  whole: { seconds: 60, people: 400 },
  short: { seconds: 4, people: 60 },
  prove: (run) => withService(run.open, run.engine, (service) => prove(run, service)),
}

const prove = async ({ size, progress }: Run<Size>, service: Service): Promise<Finding> => {
  const servers = [await service.start(), await service.start()] as const
  const requests = requestsOf(service.access)
  const line = openLine()
  const everyone = people(size.people)
  try {
    const { noticeToken } = readFormView(await line.send(servers[0].url, requests.formView()))
    const nextAct = makeActs(requests, everyone, noticeToken)
    const load = loadOn(line, requests, nextAct, progress)
    await load.run(servers, size.seconds * 1000)
    const { acknowledged, questions, confirmed } = load.counts()
    progress(`looking for ${acknowledged.length} acts`)
    const last = await findActs(line, servers[1].url, requests, everyone, acknowledged)
    line.close()
    const ends = await endsOf(servers)
    const differences = await service.rebuild()
    const figures = {
      acknowledged: acknowledged.length,
      found: last.found,
      events: last.events,
      confirmed,
      questions,
      errors: load.faults.length,
    }
    const faults = [...fewOf(load.faults), ...fewOf(last.faults), ...ends, ...differences]
    const nothing = vacuous(figures, 'found', 'confirmed', 'questions')
    return { kind: 'looked', figures, faults: [...faults, ...nothing] }
  } finally {
    line.close()
  }
}

/** Workers of each server that act at their own and ask the other, until the time is over. */
const loadOn = (line: Line, requests: Requests, nextAct: () => Act, progress: Progress) => {
  const faults: string[] = []
  const acknowledged: Act[] = []
  let questions = 0
  let confirmed = 0

  const expectOk = (what: string, answer: Answer): boolean => {
    if (!isOk(answer)) faults.push(`${what}: ${answer.status} ${answer.body.slice(0, 200)}`)
    return isOk(answer)
  }
  const ask = async (server: ServerProcess, act: Act): Promise<void> => {
    const asked = await line.send(server.url, requests.maySend(act.person, 'offers'))
    if (expectOk('may-send', asked)) questions += 1
    if (questions % TELL_EVERY === 0)
      progress(`${acknowledged.length} acts, ${questions} questions`)
  }
  // Meta may deliver twice: the message with the code goes to both servers at once, and counts once.
  const confirm = async (form: Act, handedIn: Answer, at: readonly ServerProcess[]) => {
    const { id, code, watch } = readHandedIn(handedIn)
    const act = confirmation(requests, form.person, code)
    const heard = await Promise.all(at.map(({ url }) => line.send(url, act.call)))
    if (heard.every((answer) => expectOk(act.name, answer))) acknowledged.push(act)
    for (const { url } of at) {
      const { status } = readWatched(await line.send(url, requests.watch(id, watch)))
      if (status === 'confirmed') confirmed += 1
      else faults.push(`a form whose code was sent is ${status}`)
    }
  }
  const work = async (own: ServerProcess, other: ServerProcess, endsAt: number): Promise<void> => {
    while (performance.now() < endsAt) {
      const act = nextAct()
      const answer = await line.send(own.url, act.call)
      if (!expectOk(act.name, answer)) continue
      acknowledged.push(act)
      if (act.name === 'form') await confirm(act, answer, [own, other])
      await ask(other, act)
    }
  }
  return {
    faults,
    counts: () => ({ acknowledged, questions, confirmed }),
    run: async ([a, b]: readonly [ServerProcess, ServerProcess], forMs: number): Promise<void> => {
      const endsAt = performance.now() + forMs
      const workers = Array.from({ length: WORKERS_A_SERVER }, () => [
        work(a, b, endsAt),
        work(b, a, endsAt),
      ])
      for (const end of await Promise.allSettled(workers.flat())) {
        if (end.status === 'rejected') faults.push(`a client got no answer: ${String(end.reason)}`)
      }
    },
  }
}

const endsOf = async (servers: readonly ServerProcess[]): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const server of servers) {
    if (!(await server.stop())) faults.push('a server did not end well')
    const failed = /.*"failed".*/u.exec(server.printed())?.[0]
    if (failed !== undefined) faults.push(`a server printed: ${failed}`)
  }
  return faults
}
