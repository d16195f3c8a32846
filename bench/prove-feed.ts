import { setTimeout as sleep } from 'node:timers/promises'
import { type Act, makeActs } from './acts.ts'
import { readFeed, readFormView, type FedEvent } from './answers.ts'
import { forEachAtOnce } from './at-once.ts'
import { pageReader, streamReader, type FeedReader } from './feed-readers.ts'
import { findActs } from './find-acts.ts'
import { isOk, type Line, openLine } from './http.ts'
import { people } from './people.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { type Requests, requestsOf } from './requests.ts'
import { type Service, withService } from './service.ts'

type Size = { readonly acts: number; readonly people: number; readonly breakAfter: number }

const AT_ONCE = 24
const TELL_EVERY = 500
/** Events have their place within a second; this is for a machine that does much else. */
const SETTLED_AFTER = 3_000
const PATIENCE = 60_000

/** Readers of the change feed miss nothing and repeat nothing while many write. */
export const feed: Proof<Size> = {
  name: 'feed',
  promise: 'three readers during concurrent writes by two processes miss and repeat nothing',
  engines: ['postgres', 'sqlite'],
  whole: { acts: 20_000, people: 700, breakAfter: 400 },
  short: { acts: 700, people: 60, breakAfter: 40 },
  prove: (run) => withService(run.open, run.engine, (service) => prove(run, service)),
}

const prove = async ({ size, progress }: Run<Size>, service: Service): Promise<Finding> => {
  const [a, b] = [await service.start(), await service.start()]
  const origins = [a.url, b.url]
  const requests = requestsOf(service.access)
  const line = openLine()
  const everyone = people(size.people)
  let total: number | null = null
  const patience = new AbortController()
  const until = { total: () => total, patience: patience.signal }
  try {
    const { noticeToken } = readFormView(await line.send(a.url, requests.formView()))
    const readers = [
      pageReader(line, [a.url], requests, 1_000, until),
      pageReader(line, [b.url, a.url], requests, 7, until),
      streamReader([b.url, a.url], requests, size.breakAfter, until),
    ]
    const nextAct = makeActs(requests, everyone, noticeToken)
    const acts = Array.from({ length: size.acts }, nextAct)
    const acknowledged: Act[] = []
    await forEachAtOnce(acts.entries(), AT_ONCE, async ([n, act]) => {
      const answer = await line.send(origins[n % 2] ?? '', act.call)
      if (!isOk(answer)) throw new Error(`${act.name}: ${answer.status}`)
      acknowledged.push(act)
      if (n % TELL_EVERY === 0) progress(`${n} acts`)
    })
    const log = await settledLog(line, b.url, requests)
    total = log.length
    setTimeout(() => patience.abort(), PATIENCE).unref()
    const faults: string[] = []
    for (const reader of readers) faults.push(...(await faultsOf(reader, log)))
    progress(`looking for ${acknowledged.length} acts`)
    const found = await findActs(line, a.url, requests, everyone, acknowledged)
    if (found.events !== log.length)
      faults.push(`${log.length} events in the feed, ${found.events} in histories`)
    const figures = {
      acknowledged: acknowledged.length,
      found: found.found,
      events: log.length,
      readers: readers.length,
    }
    const nothing = vacuous(figures, 'found', 'events')
    return { kind: 'looked', figures, faults: [...faults, ...fewOf(found.faults), ...nothing] }
  } finally {
    patience.abort()
    line.close()
  }
}

/** The whole feed, once nothing is added to it any more. */
const settledLog = async (
  line: Line,
  origin: string,
  requests: Requests,
): Promise<readonly FedEvent[]> => {
  const end = async () => readFeed(await line.send(origin, requests.feed('after=latest'))).cursor
  for (let last = '', now = await end(); now !== last; now = await end()) {
    last = now
    await sleep(SETTLED_AFTER)
  }
  const events: FedEvent[] = []
  let after = ''
  for (let more = true; more;) {
    const page = readFeed(await line.send(origin, requests.feed(`limit=1000${after}`)))
    events.push(...page.events)
    after = `&after=${page.cursor}`
    ;({ more } = page)
  }
  return events
}

const faultsOf = async (
  { name, read }: FeedReader,
  log: readonly FedEvent[],
): Promise<readonly string[]> => {
  const events = await read
  const wrong = log.findIndex(({ id, position }, index) => {
    const event = events[index]
    return position !== index || event?.id !== id || event.position !== position
  })
  if (wrong === -1 && events.length === log.length) return []
  return [`${name}: ${events.length} of ${log.length} events, the first that is amiss at ${wrong}`]
}
