import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import type { Act } from './acts.ts'
import { type Answer, isOk, openLine } from './http.ts'

const WORKERS = 16
const PAUSE_MS = 50
const PATIENCE_MS = 60_000

/** What a server answers that cannot keep anything now. */
const NotNow = v.object({ status: v.literal(503), code: v.literal('unavailable') })

/** What came of acts that were sent to a server that could not always keep them. */
export type StubbornLoad = {
  readonly acknowledged: ReadonlySet<Act>
  readonly faults: readonly string[]
  refusals(): number
  /** Waits until more acts than so many are acknowledged; false where that takes a minute. */
  goesOn(beyond: number): Promise<boolean>
  /** Waits until more answers than so many were refusals; false where that takes a minute. */
  isRefused(beyond: number): Promise<boolean>
  stop(): Promise<void>
}

/** Acts at a server, each sent again until it is acknowledged, as careful clients do, until it is stopped. */
export const stubbornLoad = (url: string, nextAct: () => Act): StubbornLoad => {
  const acknowledged = new Set<Act>()
  const faults: string[] = []
  const state = { isOver: false, refusals: 0 }
  const line = openLine()

  const isAcknowledged = async (act: Act): Promise<boolean> => {
    const answer = await line.send(url, act.call)
    if (isOk(answer)) return true
    state.refusals += 1
    if (!isNotNow(answer)) {
      faults.push(`${act.name} was answered ${answer.status}: ${answer.body.slice(0, 200)}`)
    }
    return false
  }
  const worker = async (): Promise<void> => {
    while (!state.isOver) {
      const act = nextAct()
      while (!(await isAcknowledged(act))) {
        if (state.isOver) return
        await sleep(PAUSE_MS)
      }
      acknowledged.add(act)
    }
  }
  const working = Promise.all(Array.from({ length: WORKERS }, worker))
  // Told when it is stopped; until then nobody waits for it.
  working.catch(() => {})
  return {
    acknowledged,
    faults,
    refusals: () => state.refusals,
    goesOn: (beyond) => until(() => acknowledged.size > beyond),
    isRefused: (beyond) => until(() => state.refusals > beyond),
    stop: async () => {
      state.isOver = true
      await working.finally(() => line.close())
    },
  }
}

const until = async (isSo: () => boolean): Promise<boolean> => {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (!isSo() && performance.now() < giveUpAt) await sleep(10)
  return isSo()
}

const isNotNow = ({ status, body }: Answer): boolean => {
  try {
    return v.parse(NotNow, JSON.parse(body)).status === status
  } catch {
    return false
  }
}
