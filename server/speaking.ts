import { speak } from './actions/speak.ts'
import type { Deps } from './ports.ts'

const LOOK_EVERY = 2_000

/** The chore that says what waits to be said. */
export type Speaking = {
  /** Says at once what a company has to say. */
  hurry(company: string): void
  /** Takes up nothing more, and waits for what is on its way. */
  stop(): Promise<void>
}

/**
 * Says what companies have to say: at once where this process knows of it, and from time to time what another one
 * left, what is tried again and what a crash interrupted. Companies do not wait for each other.
 */
export const startSpeaking = (deps: Deps): Speaking => {
  const busy = new Map<string, Promise<void>>()
  const again = new Set<string>()
  let isStopped = false

  const sayAll = async (company: string): Promise<void> => {
    while (again.delete(company)) {
      const stored = await deps.memory.company(company)
      if (stored && (await speak(deps, stored)) > 0 && !isStopped) again.add(company)
    }
  }

  const hurry = (company: string): void => {
    if (isStopped) return
    again.add(company)
    if (busy.has(company)) return
    const work = sayAll(company)
      .catch((error: unknown) => deps.report('saying what waits', error))
      .finally(() => busy.delete(company))
    busy.set(company, work)
  }

  const look = async (): Promise<void> => {
    for (const company of await deps.memory.companiesWithReplies(deps.now())) hurry(company)
  }
  let looking = Promise.resolve()
  const lookOrReport = (): void => {
    looking = look().catch((error: unknown) =>
      deps.report('looking for what waits to be said', error),
    )
  }
  lookOrReport()
  const timer = setInterval(lookOrReport, LOOK_EVERY)
  return {
    hurry,
    stop: async () => {
      isStopped = true
      again.clear()
      clearInterval(timer)
      await Promise.all([looking, ...busy.values()])
    },
  }
}
