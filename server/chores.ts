import { forgetOldAnswers } from './actions/answer-once.ts'
import { forgetOldRefusals } from './actions/import-list.ts'
import { forgetUnsaid } from './actions/forget-unsaid.ts'
import { hearWaiting } from './actions/hear-webhook.ts'
import { holdRunawaySources } from './actions/hold-sources.ts'
import { passOnWaiting } from './actions/pass-on.ts'
import { reconcile } from './actions/reconcile.ts'
import { tendLog } from './actions/sign-log.ts'
import { speak } from './actions/speak.ts'
import { startChore, type Chore } from './chore.ts'
import type { Deps } from './ports.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** What a server does beside answering. */
export type RunningChores = {
  /** Says at once what a company has to say. */
  speakFor(company: string): void
  /** Takes up nothing more, and waits for what is on its way. */
  stop(): Promise<void>
}

/**
 * Says what waits to be said: at once where this process knows of it, and from time to time what another one left,
 * what is tried again and what a crash interrupted.
 */
export const speaking = (deps: Deps): Chore => ({
  what: 'saying what waits',
  everyMs: 2 * SECOND,
  // An opt-out is confirmed within minutes or never: a provider that hangs must not keep many waiting.
  atOnce: 64,
  companies: () => deps.memory.companiesWithReplies(deps.now()),
  work: async (stored) => (await speak(deps, stored)) > 0,
})

/** Passes on what people wrote to the companies' own bots. */
export const passingOn = (deps: Deps): Chore => ({
  what: 'passing messages on',
  everyMs: SECOND,
  atOnce: 64,
  companies: () => deps.memory.companiesWithPassings(deps.now()),
  work: async (stored) => (await passOnWaiting(deps, stored)) > 0,
})

/** Hashes and signs the companies' logs as they grow. */
export const tendingLogs = (deps: Deps): Chore => ({
  what: 'tending logs',
  everyMs: SECOND,
  atOnce: 2,
  companies: () => deps.memory.companiesWithGrownLogs(deps.now()),
  work: ({ document }) => tendLog(deps, document.id),
})

/** What is done for every company: hears what a crash left, asks for what was missed, holds, and forgets. */
const forEveryCompany = (deps: Deps): readonly Chore[] => {
  const companies = () => deps.memory.companies()
  return [
    {
      what: 'hearing what waits',
      everyMs: 15 * SECOND,
      atOnce: 8,
      companies,
      work: async (stored) => {
        await hearWaiting(deps, stored)
        return false
      },
    },
    {
      what: 'reconciling',
      everyMs: MINUTE,
      atOnce: 8,
      companies,
      work: async (stored) => {
        await reconcile(deps, stored)
        return false
      },
    },
    {
      what: 'holding sources',
      everyMs: MINUTE,
      atOnce: 2,
      companies,
      work: async ({ document }) => {
        await holdRunawaySources(deps, document.id)
        return false
      },
    },
    {
      what: 'forgetting',
      everyMs: 60 * MINUTE,
      atOnce: 2,
      companies,
      work: async ({ document }) => {
        await forgetUnsaid(deps, document.id)
        await forgetOldAnswers(deps, document.id)
        await forgetOldRefusals(deps, document.id)
        return false
      },
    },
  ]
}

/** Starts all that a server does beside answering. */
export const startChores = (deps: Deps): RunningChores => {
  const replies = startChore(deps, speaking(deps))
  const others = [passingOn(deps), tendingLogs(deps), ...forEveryCompany(deps)].map((one) =>
    startChore(deps, one),
  )
  return {
    speakFor: (company) => replies.hurry(company),
    stop: async () => {
      await Promise.all([replies, ...others].map((one) => one.stop()))
    },
  }
}
