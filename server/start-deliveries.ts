import { deliverEvents } from './actions/deliver-events.ts'
import { tellCheckpoint } from './actions/tell-checkpoint.ts'
import type { Deps } from './ports.ts'

const LOOK_EVERY = 500

/** What tells companies' webhooks of events while the process runs. */
export type Deliveries = {
  /** Begins nothing more, and gives what is on its way so many milliseconds to arrive. */
  stop(graceMs: number): Promise<void>
}

/**
 * Works off every webhook of every company beside each other: one that is slow or gone holds up itself alone. Other
 * processes may do the same.
 */
export const startDeliveries = (deps: Deps): Deliveries => {
  const running = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const isStopped = (): boolean => stopping.signal.aborted

  const workOff = async (company: string, id: string): Promise<void> => {
    let done = 1
    while (done > 0 && !isStopped()) {
      // Looked up each time: what the document says of it may have changed.
      const stored = await deps.memory.company(company)
      const webhook = stored?.document.webhooks?.find((one) => one.id === id)
      if (!stored || !webhook) return
      done = await deliverEvents(deps, stored, webhook)
      if (done === 0) await tellCheckpoint(deps, stored, webhook)
    }
  }

  const begin = (company: string, id: string): void => {
    const name = JSON.stringify([company, id])
    if (isStopped() || running.has(name)) return
    const work = workOff(company, id)
      .catch((error: unknown) => {
        if (!isStopped()) deps.report('telling a webhook', error)
      })
      .finally(() => running.delete(name))
    running.set(name, work)
  }

  const look = async (): Promise<void> => {
    for (const company of await deps.memory.companies()) {
      const stored = await deps.memory.company(company)
      for (const { id } of stored?.document.webhooks ?? []) begin(company, id)
    }
  }

  let looking: Promise<void> | null = null
  const lookOrReport = (): void => {
    looking ??= look()
      .catch((error: unknown) => {
        if (!isStopped()) deps.report('looking for webhooks', error)
      })
      .finally(() => {
        looking = null
      })
  }
  lookOrReport()
  const timer = setInterval(lookOrReport, LOOK_EVERY)
  return {
    stop: async (graceMs) => {
      stopping.abort()
      clearInterval(timer)
      await looking
      if (running.size === 0) return
      await Promise.race([
        Promise.all(running.values()),
        new Promise((resolve) => void setTimeout(resolve, graceMs).unref()),
      ])
    },
  }
}
