import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Act, ConsentEvent } from '../consent/event.ts'
import type { Decision } from '../consent/may-send.ts'
import { ALLOW_REASONS, DENY_REASONS } from '../consent/reason.ts'
import type { Answered } from './http/deps.ts'
import { QUEUES, type QueueLengths } from './kept.ts'

/** What is counted while the server runs. No label names a company, a person or anything that a caller wrote. */
export type Metrics = {
  readonly answered: (request: Answered) => void
  readonly decided: (decision: Decision) => void
  /** Told of events that are on disk, and in force, from now on. */
  readonly stored: (events: readonly ConsentEvent[]) => void
  /** Told how many works shared a transaction. */
  readonly shared: (works: number) => void
  /** Everything in Prometheus' text format; the queues are left out where nobody can say how long they are. */
  readonly text: (queues: QueueLengths | null) => Promise<string>
}

const MINUTE = 60
const DAY = 24 * 60 * MINUTE
/** In seconds: from what a server takes to what a phone without a network takes (design R2). */
const AGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, MINUTE, 5 * MINUTE, DAY]
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Begins to count. `now` is the clock by which events are dated. */
export const openMetrics = (now: () => number): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const queues = new Gauge({
    name: 'quiero_queue_length',
    help: 'What waits in the database, of all companies and whichever process works it off.',
    labelNames: ['queue'],
    registers,
  })
  const shared = new Histogram({
    name: 'quiero_works_per_commit',
    help: 'How many works shared a transaction (SQLite).',
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers,
  })
  return {
    answered: countRequests(registers),
    decided: countDecisions(registry),
    stored: countEvents(registers, now),
    shared: (works) => shared.observe(works),
    text: (lengths) => {
      queues.reset()
      for (const queue of QUEUES) if (lengths) queues.set({ queue }, lengths[queue])
      return registry.metrics()
    },
  }
}

type Registers = Registry[]

/** Counted in plain numbers, since there are a million in a campaign, and told when somebody asks. */
const countDecisions = (registry: Registry): Metrics['decided'] => {
  const counts = new Map<Decision['reason'], number>()
  const tell = (counter: Counter, allow: boolean, reasons: readonly Decision['reason'][]): void => {
    for (const reason of reasons) {
      counter.inc({ allow: String(allow), reason }, counts.get(reason) ?? 0)
    }
  }
  const counter = new Counter({
    name: 'quiero_decisions_total',
    help: 'Answers to "may I send this?", one by one and in lists.',
    labelNames: ['allow', 'reason'],
    registers: [],
    collect() {
      this.reset()
      tell(this, true, ALLOW_REASONS)
      tell(this, false, DENY_REASONS)
    },
  })
  registry.registerMetric(counter)
  return ({ reason }) => void counts.set(reason, (counts.get(reason) ?? 0) + 1)
}

/** Each label is bound once: a route answers in few ways. */
const countRequests = (registers: Registers): Metrics['answered'] => {
  const requests = new Counter({
    name: 'quiero_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'quiero_request_duration_seconds',
    help: 'From when a request came to when its answer began.',
    labelNames: ['method', 'route'],
    buckets: DURATIONS,
    registers,
  })
  const bound = new Map<string, (seconds: number) => void>()
  const bind = ({ method, route, status }: Answered): ((seconds: number) => void) => {
    const counted = requests.labels(method, route, String(status))
    const timed = durations.labels(method, route)
    return (seconds) => {
      counted.inc()
      timed.observe(seconds)
    }
  }
  return (request) => {
    const name = `${request.method} ${request.status} ${request.route}`
    const count = bound.get(name) ?? bind(request)
    bound.set(name, count)
    count(request.ms / 1_000)
  }
}

const countEvents = (registers: Registers, now: () => number): Metrics['stored'] => {
  const events = new Counter({
    name: 'quiero_events_total',
    help: 'Events that were stored.',
    labelNames: ['kind'],
    registers,
  })
  const ages = new Histogram({
    name: 'quiero_opt_out_age_seconds',
    help: 'How old an opt-out was when it was in force: since it was received, and since the person acted.',
    labelNames: ['since'],
    buckets: AGES,
    registers,
  })
  const sinceReceived = ages.labels('received')
  const sinceActed = ages.labels('acted')
  const secondsSince = (at: number): number => Math.max(0, now() - at) / 1_000
  return (stored) => {
    for (const { act, moment } of stored) {
      events.inc({ kind: act.kind })
      if (!isOptOut(act)) continue
      sinceReceived.observe(secondsSince(moment.receivedAt))
      sinceActed.observe(
        secondsSince(moment.clock === 'ours' ? moment.receivedAt : moment.claimedAt),
      )
    }
  }
}

const isOptOut = (act: Act): boolean =>
  act.kind === 'message'
    ? act.stops || act.revoked.length > 0
    : act.kind === 'opt_out' || act.kind === 'platform_stop'
