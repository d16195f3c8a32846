import type { Deps } from '../ports.ts'

/**
 * How long a form that nobody confirmed is kept after its code has expired: a provider may deliver for seven
 * days what was sent in time.
 */
const KEPT_ON = 8 * 24 * 60 * 60 * 1000

// Few enough that a message which comes meanwhile hardly waits.
const AT_ONCE = 500

/** Deletes one company's codes that were made before a number was typed and never sent. Gives how many. */
export const forgetUnsaid = async (deps: Deps, company: string): Promise<number> => {
  const memory = deps.memory.of(company)
  const expiredBy = deps.now() - KEPT_ON
  let forgotten = 0
  for (;;) {
    const some = await memory.write((records) => records.forgetSubmissions(expiredBy, AT_ONCE))
    forgotten += some
    if (some < AT_ONCE) return forgotten
  }
}
