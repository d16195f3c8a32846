import { JUDGED_FOR, runsAway } from '../../consent/source-signal.ts'
import type { Deps, Hold } from '../ports.ts'
import { problem, type Problem } from './problem.ts'

/** Puts marketing from every source on hold whose opt-outs run away. Gives the new holds. */
export const holdRunawaySources = async (deps: Deps, company: string): Promise<readonly Hold[]> => {
  const memory = deps.memory.of(company)
  const now = deps.now()
  const trends = await memory.sourcesSince(now - JUDGED_FOR)
  const holds: Hold[] = []
  for (const trend of trends.filter(runsAway)) {
    const id = `hld_${Buffer.from(deps.ids.random(12)).toString('hex')}`
    const hold = { ...trend, id, since: now, liftedAt: null }
    if (await memory.write((records) => records.keepHold(hold))) holds.push(hold)
  }
  return holds
}

/** Lets marketing from a source go on. What was said before speaks against it no more. */
export const liftHold = async (
  deps: Deps,
  company: string,
  id: string,
): Promise<'lifted' | Problem> => {
  const isLifted = await deps.memory
    .of(company)
    .write((records) => records.liftHold(id, deps.now()))
  return isLifted ? 'lifted' : problem('hold-not-found')
}
