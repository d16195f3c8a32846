/** What a stream told last: nothing at all where it failed, `silent` where it is there and says nothing. */
export type Followed = { readonly told: unknown } | 'silent'

// It begins with what stands: whoever hears nothing by then has a proxy on the way that holds it back.
const FIRST_WORD_MS = 5_000
// Our server is heard of every fifteen seconds.
const SILENCE_MS = 20_000

/**
 * Reads a stream of server-sent events until one of them is the last, it ends, it falls silent, or nobody wants it
 * any more. Read by hand, since an EventSource sends no header. Never throws, and leaves no request behind.
 */
export const follow = (
  url: string,
  headers: Readonly<Record<string, string>>,
  isLast: (told: unknown) => boolean,
  signal: AbortSignal,
): Promise<Followed> =>
  new Promise((resolve) => {
    const abort = new AbortController()
    let told: unknown = null
    let timer = 0
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined

    const end = (followed: Followed = { told }) => {
      clearTimeout(timer)
      resolve(followed)
      abort.abort()
      // Pages that wrap `fetch` forget its signal.
      reader?.cancel().catch(() => {})
    }
    const hearWithin = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(end, ms, 'silent')
    }
    const read = async () => {
      const { body, ok } = await fetch(url, {
        headers,
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
      })
      reader = body?.getReader()
      if (!reader || !ok) return
      const decoder = new TextDecoder()
      let rest = ''
      while (!abort.signal.aborted && !isLast(told)) {
        const { done, value } = await reader.read()
        if (done) return
        hearWithin(SILENCE_MS)
        const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          if (line.startsWith('data:')) told = JSON.parse(line.slice(5))
        }
      }
    }

    signal.addEventListener('abort', () => end())
    hearWithin(FIRST_WORD_MS)
    read().then(
      () => end(),
      () => end(),
    )
  })
