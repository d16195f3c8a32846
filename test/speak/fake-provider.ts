import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/** What a provider was asked. */
export type Asked = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** How it answers one request: as its documentation says, late, wrongly, or not at all. */
export type Manner =
  | 'well'
  | 'late'
  | 'with-nonsense'
  | 'never'
  | 'by-hanging-up'
  | {
      readonly status: number
      readonly json?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }

/** How long a late answer takes, in milliseconds. */
const LATE = 150

/** A provider's server that does as it is told. */
export type FakeProvider = {
  readonly url: string
  /** Everything it was asked, and everything it took for delivery. */
  readonly asked: readonly Asked[]
  readonly taken: readonly Asked[]
  /** How the next requests are answered, in turn; after that, well. */
  behave(...manners: readonly Manner[]): void
  forget(): void
}

/** What an answer says of a message that was taken. */
type AnswerWell = (asked: Asked, count: number) => unknown

const asMeta: AnswerWell = (_, count) => ({
  messaging_product: 'whatsapp',
  messages: [{ id: `wamid.fake-${count}` }],
})

/** Starts one for the tests around it. */
export const fakeProvider = (answerWell: AnswerWell = asMeta): FakeProvider => {
  const asked: Asked[] = []
  const taken: Asked[] = []
  const manners: Manner[] = []
  let url = ''
  const server = createServer((request, response) => {
    const take = (body: string): void => {
      const one = { path: request.url ?? '', headers: request.headers, body }
      asked.push(one)
      const manner = manners.shift() ?? 'well'
      // Whoever hangs up or says nothing may have taken the message all the same.
      if (typeof manner === 'string') taken.push(one)
      answer(manner, response, () => answerWell(one, taken.length))
    }
    void readBody(request).then(take)
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  return {
    get url() {
      return url
    },
    asked,
    taken,
    behave: (...next) => void manners.push(...next),
    forget: () => {
      asked.length = 0
      taken.length = 0
      manners.length = 0
    },
  }
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const answer = (manner: Manner, response: ServerResponse, well: () => unknown): void => {
  if (manner === 'never') return
  if (manner === 'by-hanging-up') return void response.destroy()
  if (manner === 'with-nonsense') return void response.end('<html>It works!</html>')
  if (typeof manner === 'object') {
    response.writeHead(manner.status, { 'Content-Type': 'application/json', ...manner.headers })
    return void response.end(JSON.stringify(manner.json ?? {}))
  }
  const body = JSON.stringify(well())
  setTimeout(() => response.end(body), manner === 'late' ? LATE : 0)
}
