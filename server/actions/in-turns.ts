// A turn of this many takes about a millisecond.
const IN_ONE_TURN = 64

/** Does something with each, and lets whatever else waits have its turn in between. */
export const inTurns = async <From, To>(
  all: readonly From[],
  work: (one: From) => To,
): Promise<readonly To[]> => {
  const done: To[] = []
  for (const [nth, one] of all.entries()) {
    done.push(work(one))
    if (nth % IN_ONE_TURN === IN_ONE_TURN - 1) await new Promise(setImmediate)
  }
  return done
}
