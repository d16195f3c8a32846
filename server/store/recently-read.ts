const FRESH_MS = 500

/** What was read at most half a second ago; what this process changes, it sees at once. */
export type RecentlyRead<Value> = {
  read(name: string): Promise<Value | null>
  /** This process has changed what is called so. */
  forget(name: string): void
}

type Kept<Value> = { readonly at: number; readonly value: Promise<Value | null> }

/** Keeps what was read, and lets those who ask while it is being read share the answer. */
export const recentlyRead = <Value>(
  read: (name: string) => Promise<Value | null>,
): RecentlyRead<Value> => {
  const all = new Map<string, Kept<Value>>()
  const readAnew = (name: string): Promise<Value | null> => {
    // The age counts from before the read. A monotonic clock, because the system's may be set back.
    const kept = { at: performance.now(), value: read(name) }
    all.set(name, kept)
    const drop = () => {
      if (all.get(name) === kept) all.delete(name)
    }
    // What is not there is not kept either: names that strangers make up would fill the memory.
    kept.value.then((value) => value ?? drop(), drop)
    return kept.value
  }
  return {
    read: (name) => {
      const kept = all.get(name)
      return kept && performance.now() - kept.at < FRESH_MS ? kept.value : readAnew(name)
    },
    forget: (name) => {
      all.delete(name)
    },
  }
}
