/** Does a work for each of many, a fixed number at a time. When one throws, no more are begun. */
export const forEachAtOnce = async <T>(
  many: Iterable<T>,
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const left = many[Symbol.iterator]()
  const failed = new AbortController()
  const worker = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      if (failed.signal.aborted) return
      try {
        await work(next.value)
      } catch (error) {
        failed.abort(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  failed.signal.throwIfAborted()
}
