import type { Deps, StoredCompany } from './ports.ts'

/** Work that is done for companies at once and from time to time. */
export type Chore = {
  readonly what: string
  readonly everyMs: number
  /** For how many companies at a time. */
  readonly atOnce: number
  /** The companies that have such work now. */
  readonly companies: () => Promise<readonly string[]>
  /** Does it for one company; true where there may be more at once. */
  readonly work: (stored: StoredCompany) => Promise<boolean>
}

export type RunningChore = {
  /** Does the work for a company at once. */
  hurry(company: string): void
  /** Takes up nothing more, and waits for what is on its way. */
  stop(): Promise<void>
}

/**
 * Starts a chore. A company is worked for once at a time, however long that takes, and no company waits for another
 * one that is slow or whose work fails.
 */
export const startChore = (deps: Deps, chore: Chore): RunningChore => {
  const { what, everyMs, atOnce } = chore
  const waiting = new Set<string>()
  const busy = new Map<string, Promise<void>>()
  let isStopped = false

  const report = (error: unknown): void => deps.report(what, error)

  const workFor = async (company: string): Promise<void> => {
    const stored = await deps.memory.company(company)
    if (stored && (await chore.work(stored)) && !isStopped) waiting.add(company)
  }

  const takeUp = (): void => {
    for (const company of waiting) {
      if (busy.size >= atOnce) return
      if (busy.has(company)) continue
      waiting.delete(company)
      const work = workFor(company)
        .catch(report)
        .finally(() => {
          busy.delete(company)
          takeUp()
        })
      busy.set(company, work)
    }
  }

  const hurry = (company: string): void => {
    if (isStopped) return
    waiting.add(company)
    takeUp()
  }

  let looking: Promise<void> | null = null
  const look = (): void => {
    looking ??= chore
      .companies()
      .then((companies) => companies.forEach(hurry))
      .catch(report)
      .finally(() => (looking = null))
  }
  look()
  const timer = setInterval(look, everyMs)
  return {
    hurry,
    stop: async () => {
      isStopped = true
      waiting.clear()
      clearInterval(timer)
      await looking
      await Promise.all(busy.values())
    },
  }
}
