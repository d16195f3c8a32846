import { Agent, request } from 'node:http'

/** One request, the same however often it is sent. */
export type Call = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: { readonly [name: string]: string }
  readonly body?: string
}

/** What came back. An answer has been given once its status is here, even if the connection breaks after it. */
export type Answer = { readonly status: number; readonly body: string }

/** Sends requests over connections that it keeps. */
export type Line = {
  send(origin: string, call: Call): Promise<Answer>
  close(): void
}

const PATIENCE = 60_000

/** Opens a line; `from` is the address of this machine to speak from. */
export const openLine = (from?: string): Line => {
  const agent = new Agent({
    keepAlive: true,
    scheduling: 'fifo',
    ...(from === undefined ? {} : { localAddress: from }),
  })
  return { send: (origin, call) => send(agent, origin, call), close: () => agent.destroy() }
}

const send = (agent: Agent, origin: string, call: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, headers = {}, body = '' } = call
    const length = method === 'GET' ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const sent = request(
      new URL(call.path, origin),
      { method, agent, headers: { ...headers, ...length }, timeout: PATIENCE },
      (answer) => {
        const status = answer.statusCode ?? 0
        const chunks: Buffer[] = []
        const answered = (): void => resolve({ status, body: Buffer.concat(chunks).toString() })
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('end', answered)
        answer.once('error', answered)
      },
    )
    sent.once('timeout', () => sent.destroy(new Error('no answer for a minute')))
    sent.once('error', reject)
    sent.end(body)
  })

/** Whether an answer acknowledges. */
export const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300
