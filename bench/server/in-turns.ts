import type { Call } from '../http.ts'
import { drive, type Driven, type Target, together } from './load.ts'

/** One of those that are loaded in turns. Who is slower may be sent fewer. */
export type Runner = {
  readonly target: Target
  readonly make: () => Call
  readonly amount?: number
}

/** How each is loaded, and how often; before it a few that do not count. */
export type Turns = {
  readonly connections: number
  readonly amount: number
  readonly rounds: number
  readonly warmUp: number
}

/** Loads several in turns, so that what else the machine does falls on all alike; gives how each did, in their order. */
export const inTurns = async (
  runners: readonly Runner[],
  { connections, amount, rounds, warmUp }: Turns,
): Promise<readonly Driven[]> => {
  for (const { target, make, amount: own = amount } of runners) {
    await drive(target, { amount: Math.min(warmUp, own), connections }, make)
  }
  const loads = runners.map((): Driven[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { target, make, amount: own = amount }] of runners.entries()) {
      loads[index]?.push(await drive(target, { amount: own, connections }, make))
    }
  }
  return loads.map(together)
}
