import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { TIMES_SLOWER } from './slow-page.ts'

/** Something that a page's main thread did without a pause. */
export type Task = {
  /** Milliseconds that it would have worked on a slow phone, whatever else this machine did meanwhile. */
  readonly work: number
  /** Whether a key that was pressed arrived in it, and whether it painted. */
  readonly hasKey: boolean
  readonly hasPaint: boolean
}

const Event = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.optional(v.number()),
  /** Microseconds of the thread's own time; `dur` counts those too in which other programs had its processor. */
  tdur: v.optional(v.number()),
  args: v.optional(
    v.looseObject({
      name: v.optional(v.unknown()),
      data: v.optional(v.looseObject({ type: v.optional(v.unknown()) })),
    }),
  ),
})

const Trace = v.object({ traceEvents: v.array(Event) })

/** What the main thread of a page did while something was done with it. */
export const mainThreadTasks = async (
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly Task[]> => {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await work()
  const buffer = await browser.stopTracing()
  return tasksIn(v.parse(Trace, JSON.parse(buffer.toString('utf8'))).traceEvents)
}

const tasksIn = (all: readonly v.InferOutput<typeof Event>[]): readonly Task[] => {
  const isMain = new Set(
    all
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const events = all
    .filter(({ pid, tid }) => isMain.has(`${pid} ${tid}`))
    .toSorted((one, other) => one.ts - other.ts)
  const timesOf = (isIt: (event: v.InferOutput<typeof Event>) => boolean) =>
    events.filter(isIt).map(({ ts }) => ts)
  const keys = timesOf(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown',
  )
  const paints = timesOf(({ name }) => name === 'Paint')
  return events.flatMap(({ name, ts, dur = 0, tdur }) => {
    if (name !== 'ThreadControllerImpl::RunTask' || tdur === undefined) return []
    const isInIt = (time: number): boolean => time >= ts && time <= ts + dur
    const work = (tdur / 1000) * TIMES_SLOWER
    return [{ work, hasKey: keys.some(isInIt), hasPaint: paints.some(isInIt) }]
  })
}
