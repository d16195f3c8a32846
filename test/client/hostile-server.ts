import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A request as the other side saw it. */
export type Seen = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What is done with a request. */
export type Manner = (response: ServerResponse, seen: Seen, socket: Socket) => void

/** A server that is not Quiero, or is not well: it does with each request what it is told. */
export type HostileServer = {
  readonly url: string
  readonly seen: Seen[]
  /** What it does next, one after another; the last one for ever. */
  manners: Manner[]
  close(): Promise<void>
}

/** Starts one. */
export const startHostileServer = async (): Promise<HostileServer> => {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('error', () => {})
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, url, headers, body }
      seen.push(one)
      const [manner] = hostile.manners.length > 1 ? hostile.manners.splice(0, 1) : hostile.manners
      manner?.(response, one, request.socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hostile: HostileServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    manners: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return hostile
}

/** Answers with a status, a type and a body. */
export const says =
  (body: string, status = 200, type = 'application/json', headers = {}): Manner =>
  (response) =>
    void response.writeHead(status, { 'content-type': type, ...headers }).end(body)

/** Answers as Quiero refuses. */
export const refuses = (code: string, status: number, headers = {}): Manner =>
  says(JSON.stringify({ code, status, title: 'No', detail: 'No.' }), status, PROBLEM, headers)

const PROBLEM = 'application/problem+json'

/** A decision that allows, as Quiero would write it. */
export const YES = {
  allow: true,
  reason: 'consented',
  evidence: `evt_${'0'.repeat(32)}`,
  proof: 'message',
  personId: `per_${'0'.repeat(32)}`,
  asOf: '2026-11-22T18:29:27.647Z',
  validForSeconds: 0,
} as const
