import { readFeed, type FedEvent } from './answers.ts'
import type { Line } from './http.ts'
import type { Requests } from './requests.ts'

/** Whoever follows the feed from its beginning, until told how many events there are and all have come. */
export type FeedReader = { readonly name: string; readonly read: Promise<readonly FedEvent[]> }

/** When to give up: `total` is not known while acts go on. */
export type Until = { readonly total: () => number | null; readonly patience: AbortSignal }

const isDone = (events: readonly FedEvent[], { total, patience }: Until): boolean => {
  const all = total()
  return patience.aborted || (all !== null && events.length >= all)
}

/** Reads pages, each from the next server in turn, and waits where there is nothing. */
export const pageReader = (
  line: Line,
  origins: readonly string[],
  requests: Requests,
  limit: number,
  until: Until,
): FeedReader => {
  const read = async (): Promise<readonly FedEvent[]> => {
    const events: FedEvent[] = []
    let after = ''
    for (let turn = 0; !isDone(events, until); turn += 1) {
      const origin = origins[turn % origins.length] ?? ''
      const call = requests.feed(`limit=${limit}&wait=2${after}`)
      const page = readFeed(await line.send(origin, call))
      events.push(...page.events)
      after = `&after=${page.cursor}`
    }
    return events
  }
  return { name: `pages of ${limit}`, read: read() }
}

/** Streams, breaks off after so many events, and comes again at the next server with the last id it saw. */
export const streamReader = (
  origins: readonly string[],
  requests: Requests,
  breakAfter: number,
  until: Until,
): FeedReader => {
  const read = async (): Promise<readonly FedEvent[]> => {
    const events: FedEvent[] = []
    let last = ''
    for (let turn = 0; !isDone(events, until); turn += 1) {
      const origin = origins[turn % origins.length] ?? ''
      last = await streamOnce(origin, requests, last, events, breakAfter, until)
    }
    return events
  }
  return { name: `streams of ${breakAfter}`, read: read() }
}

const LOOK_EVERY = 500

/** One connection; gives the last id. */
const streamOnce = async (
  origin: string,
  requests: Requests,
  from: string,
  events: FedEvent[],
  breakAfter: number,
  until: Until,
): Promise<string> => {
  const { path, headers } = requests.feed('limit=100')
  const breaking = new AbortController()
  const timer = setInterval(() => {
    if (isDone(events, until)) breaking.abort()
  }, LOOK_EVERY)
  const endsAt = events.length + breakAfter
  let last = from
  try {
    const response = await fetch(new URL(path, origin), {
      headers: { ...headers, Accept: 'text/event-stream', 'Last-Event-ID': from },
      signal: breaking.signal,
    })
    for await (const { id, event } of blocksOf(response)) {
      last = id ?? last
      if (event) events.push(event)
      if (events.length >= endsAt) break
    }
  } catch (error) {
    if (!breaking.signal.aborted) throw error
  } finally {
    clearInterval(timer)
    breaking.abort()
  }
  return last
}

type Block = { readonly id: string | undefined; readonly event: FedEvent | null }

/** The blocks of a stream as they come. */
const blocksOf = async function* (response: Response): AsyncGenerator<Block> {
  if (!response.body) throw new Error('a stream without a body')
  let rest = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^data: (.*)$/mu.exec(block)?.[1]
      yield {
        id: /^id: (.*)$/mu.exec(block)?.[1],
        event: data === undefined ? null : fedEvent(data),
      }
    }
  }
}

const fedEvent = (data: string): FedEvent => {
  const body = JSON.stringify({ events: [JSON.parse(data)], cursor: '', more: false })
  const [event] = readFeed({ status: 200, body }).events
  if (!event) throw new Error('no event')
  return event
}
