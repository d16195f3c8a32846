import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { expect, vi } from 'vitest'
import { amissInPosting } from './conformity.ts'
import { numbersHere } from './canaries.ts'

/** What a webhook said once its signature was found good. */
export type Heard = {
  readonly id: string
  readonly type: string
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A company's own server, which takes only what Standard Webhooks' library finds good. */
export type Receiver = {
  readonly url: string
  readonly heard: Heard[]
  /** What it answers next, one after another; then 200. */
  answers: number[]
  /** What it waits for before it answers anything. */
  opens: Promise<void>
  /** How many requests it got, whatever became of them. */
  calls: number
  /** Ends it, when nothing may have come that the OpenAPI document does not tell of. */
  close(): Promise<void>
}

/** Starts a receiver that knows one secret; `now` is what its clock shows. */
export const startReceiver = async (secret: string, now: () => number): Promise<Receiver> => {
  const webhook = new Webhook(secret)
  const odd: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      receiver.calls += 1
      const status = receiver.answers.shift() ?? 200
      const said = verified(webhook, body, request.headers, now())
      const answer = (): void => {
        if (said && status === 200) {
          tellOf(said, body)
          receiver.heard.push({ ...said, id: String(request.headers['webhook-id']) })
          odd.push(...amissInPosting(said))
        }
        response.writeHead(said ? status : 401).end()
      }
      void receiver.opens.then(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
    heard: [],
    answers: [],
    opens: Promise.resolve(),
    calls: 0,
    close: async () => {
      await new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      })
      expect(odd).toEqual([])
    },
  }
  return receiver
}

/** A message that goes on to the company's own bot bears who wrote it; nothing else does. */
const tellOf = ({ type }: Heard, body: string): void => {
  if (type !== 'message.received') numbersHere.told('webhook', body)
}

const verified = (
  webhook: Webhook,
  body: string,
  headers: Readonly<Record<string, unknown>>,
  now: number,
): Heard | null => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  try {
    return webhook.verify(body, headers as Record<string, string>) as Heard
  } catch {
    return null
  } finally {
    vi.useRealTimers()
  }
}
