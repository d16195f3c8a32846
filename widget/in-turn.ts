/** Does one thing after the other: what is given during the work on something waits for its turn. */
export const inTurn = <Given>(work: (given: Given) => unknown): ((given: Given) => void) => {
  const pending: Given[] = []
  return (given) => {
    if (pending.push(given) > 1) return
    for (let one: Given | undefined; (one = pending[0]); pending.shift()) {
      try {
        work(one)
      } catch {
        // The page around the form never sees our faults.
      }
    }
  }
}
