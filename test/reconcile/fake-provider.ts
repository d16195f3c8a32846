import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message in a provider's log, in the provider's own format, and when it came there. */
export type Logged = { readonly at: number; readonly item: object }

/** Answers one request in the fake's stead. */
export type Mischief = (response: ServerResponse, honest: string) => void

/** A provider's message log on a port of this machine. */
export type FakeProvider = {
  readonly base: string
  /** What is in the log; tests put in. */
  readonly log: Logged[]
  /** Every address that was asked, with its credentials. */
  readonly asked: { readonly url: URL; readonly authorization: string }[]
  /** What is done at the requests to come, one after another; null is an honest answer. */
  readonly mischief: (Mischief | null)[]
  close(): Promise<void>
}

/** What a log answers to an address; null where there is nothing. */
export type Answers = (url: URL, log: readonly Logged[]) => object | null

/** Opens a log that answers so. */
export const openFake = async (answers: Answers): Promise<FakeProvider> => {
  const log: Logged[] = []
  const asked: FakeProvider['asked'] = []
  const mischief: FakeProvider['mischief'] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://fake')
    asked.push({ url, authorization: request.headers.authorization ?? '' })
    const found = answers(url, log)
    const honest = JSON.stringify(found ?? { code: 404 })
    const trick = mischief.shift() ?? null
    if (trick) return trick(response, honest)
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(honest)
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    log,
    asked,
    mischief,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const newestFirst = (log: readonly Logged[], since: number): readonly object[] =>
  log
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => b.at - a.at)
    .map(({ item }) => item)

/** Twilio's list of messages, a hundred a page. */
export const twilioAnswers: Answers = (url, log) => {
  if (url.pathname !== '/2010-04-01/Accounts/AC1/Messages.json') return null
  const page = Number(url.searchParams.get('Page') ?? '0')
  const found = newestFirst(log, Date.parse(url.searchParams.get('DateSent>') ?? ''))
  const next = new URLSearchParams([...url.searchParams, ['PageToken', `PT${page}`]])
  next.set('Page', String(page + 1))
  const isLast = found.length <= (page + 1) * 100
  return {
    messages: found.slice(page * 100, (page + 1) * 100),
    page,
    next_page_uri: isLast ? null : `${url.pathname}?${next.toString()}`,
  }
}

/** Sinch's: the token, a Conversation app's messages by fifty, a service plan's SMS by a hundred. */
export const sinchAnswers: Answers = (url, log) => {
  const { pathname, searchParams } = url
  if (pathname === '/oauth2/token') return { access_token: 'token', expires_in: 3599 }
  if (pathname === '/v1/projects/project/messages') {
    const isDispatch = searchParams.get('messages_source') === 'DISPATCH_SOURCE'
    const start = Number(searchParams.get('page_token') ?? '0')
    const found = newestFirst(log, Date.parse(searchParams.get('start_time') ?? '')).filter(
      (item) => 'processing_mode' in item === isDispatch,
    )
    const next = start + 50 < found.length ? String(start + 50) : ''
    return { messages: found.slice(start, start + 50), next_page_token: next }
  }
  if (pathname !== '/xms/v1/plan/inbounds') return null
  const page = Number(searchParams.get('page'))
  const found = newestFirst(log, Date.parse(searchParams.get('start_date') ?? ''))
  const inbounds = found.slice(page * 100, (page + 1) * 100)
  return { count: found.length, page, page_size: inbounds.length, inbounds }
}
