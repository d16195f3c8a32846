/** How long a list may take, in milliseconds. */
export type Patience = {
  /** With nothing read and nothing sent. */
  readonly idle: number
  /** In all: what it sees of the database cannot be tidied up before. */
  readonly whole: number
}

export const PATIENCE: Patience = { idle: 60_000, whole: 60 * 60 * 1000 }

/** An answer that flows only as fast as it is read, and stops when nobody reads or sends any more. */
export type Flow = {
  /** Something has come: there is life in it. */
  touch(): void
  /** The answer; what has been made of it already goes first. */
  send(first: string | undefined, rest: AsyncGenerator<string>): ReadableStream<Uint8Array>
  stop(): void
}

/** Begins a flow. `release` is called once, however it ends; what still runs then fails by itself. */
export const beginFlow = (
  release: () => void,
  report: (error: unknown) => void,
  { idle, whole }: Patience = PATIENCE,
): Flow => {
  let isOver = false
  let breakOff: ((error: Error) => void) | null = null
  const stop = (): void => {
    if (isOver) return
    isOver = true
    clearTimeout(sleeping)
    clearTimeout(ending)
    release()
  }
  const giveUp = (): void => {
    stop()
    breakOff?.(new Error('a list took too long'))
  }
  const sleeping = setTimeout(giveUp, idle).unref()
  const ending = setTimeout(giveUp, whole).unref()
  const touch = (): void => {
    if (!isOver) sleeping.refresh()
  }
  const encoder = new TextEncoder()
  const send: Flow['send'] = (first, rest) => {
    let waiting = first
    return new ReadableStream({
      start: (controller) => {
        breakOff = (error) => controller.error(error)
      },
      pull: async (controller) => {
        touch()
        try {
          const piece = waiting ?? (await nextOf(rest))
          waiting = undefined
          if (piece !== undefined) {
            controller.enqueue(encoder.encode(piece))
            return
          }
          stop()
          controller.close()
        } catch (error) {
          const isOurs = !isOver
          stop()
          if (isOurs) report(error)
          // The answer breaks off, so that nobody takes it for whole.
          controller.error(error)
        }
      },
      cancel: stop,
    })
  }
  return { touch, send, stop }
}

const nextOf = async (rest: AsyncGenerator<string>): Promise<string | undefined> => {
  const next = await rest.next()
  return next.done === true ? undefined : next.value
}
