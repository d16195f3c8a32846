import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What is sent, and to where. */
export type Upload = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable
  /** Told of bytes as they are taken. */
  readonly onBytes: (count: number) => void
}

export type Uploaded = { readonly status: number; readonly text: string }

/**
 * Posts a file as it is read and no faster than it is taken, however long that takes, which `fetch` gives up after
 * some minutes. An answer that comes before all is sent is the answer. Throws where none comes.
 */
export const upload = ({ url, headers, body, onBytes }: Upload): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? tlsRequest : plainRequest
    const call = send(url, { method: 'POST', headers })
    let isAnswered = false
    const fail = (error: unknown): void => {
      if (!isAnswered) reject(error instanceof Error ? error : new Error('nothing was sent'))
    }
    call.once('response', (answer) => {
      isAnswered = true
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => (text += piece))
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      answer.once('error', reject)
    })
    call.once('error', fail)
    pipeline(body, (pieces) => counted(pieces, onBytes), call).catch(fail)
  })

const counted = async function* (
  pieces: AsyncIterable<Buffer>,
  onBytes: Upload['onBytes'],
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece
    onBytes(piece.length)
  }
}
