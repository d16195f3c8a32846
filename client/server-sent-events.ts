/** One message of a stream; `data` is null where it only tells a cursor. */
export type ServerSentEvent = { readonly id: string | null; readonly data: string | null }

/** Reads an answer as server-sent events (WHATWG HTML, 9.2.6), as far as Quiero uses them. `hear` is called for every piece. */
export const serverSentEvents = async function* (
  response: Response,
  hear: () => void,
): AsyncGenerator<ServerSentEvent> {
  // Not every runtime iterates over a stream.
  const reader = response.body?.getReader()
  if (!reader) return
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      hear()
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) yield messageIn(block)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

const messageIn = (block: string): ServerSentEvent => {
  let id: string | null = null
  let data: string | null = null
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4)
    if (line.startsWith('data: ')) data = `${data === null ? '' : `${data}\n`}${line.slice(6)}`
  }
  return { id, data }
}
