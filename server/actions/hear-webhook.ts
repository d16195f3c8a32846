import type { Deps, Inbound, StoredCompany } from '../ports.ts'
import { hearDelivered } from './hear-delivered.ts'
import { problem, type Problem } from './problem.ts'
import { saysNo } from './says-no.ts'

/**
 * Takes a verified body. It is acknowledged only when it is in force: a provider that is told "not now" sends it
 * again, which harms nothing, while an acknowledged stop that is not yet one would be a lie (design R4). It is heard
 * in one transaction, and so with one sync of the disk; what cannot be heard is kept, and tried again from there.
 */
export const hearWebhook = async (
  deps: Deps,
  stored: StoredCompany,
  inbound: Inbound,
): Promise<'heard' | Problem> => {
  if (inbound.isStale && !(await holdsANo(deps, stored, inbound))) {
    return problem('signature-too-old')
  }
  const isHeard = await succeeds(deps, 'hearing a webhook', () => workOff(deps, stored, inbound))
  if (isHeard) return 'heard'
  await succeeds(deps, 'keeping a webhook', () =>
    deps.memory.of(stored.document.id).write((records) => records.keepInbound(inbound)),
  )
  return problem('unavailable')
}

const holdsANo = async (deps: Deps, stored: StoredCompany, inbound: Inbound): Promise<boolean> =>
  (await read(deps, inbound)).some((delivered) => saysNo(deps, stored, inbound, delivered))

const succeeds = (deps: Deps, what: string, work: () => Promise<void>): Promise<boolean> =>
  work()
    .then(() => true)
    .catch((error: unknown) => {
      deps.report(what, error)
      return false
    })

/** Works off what was kept and not heard, such as before a crash. Gives how many bodies were tried. */
export const hearWaiting = async (deps: Deps, stored: StoredCompany): Promise<number> => {
  const memory = deps.memory.of(stored.document.id)
  const waiting = await memory.waiting(100)
  for (const inbound of waiting) {
    await workOff(deps, stored, inbound).catch(async (error: unknown) => {
      deps.report('hearing a webhook again', error)
      // What fails for ever goes behind what has been tried less, so that it keeps nothing else waiting.
      await memory.write((records) => records.postponeInbound(inbound.id))
    })
  }
  return waiting.length
}

const read = (deps: Deps, inbound: Inbound) => deps.dialects[inbound.provider]?.read(inbound) ?? []

/** Everything in a body takes effect together, and the body is done, or kept for inspection, in the same transaction. */
const workOff = async (deps: Deps, stored: StoredCompany, inbound: Inbound): Promise<void> => {
  const deliveries = await read(deps, inbound)
  await deps.memory.of(stored.document.id).write(async (records) => {
    let note: string | null = null
    for (const delivered of deliveries) {
      note = (await hearDelivered(deps, records, stored, inbound, delivered)) ?? note
    }
    if (note !== null) await records.keepInbound(inbound)
    await records.finishInbound(inbound.id, note)
  })
}
