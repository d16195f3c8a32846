import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'

const Trace = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      pid: v.number(),
      tid: v.number(),
      /** Microseconds that the thread itself worked, whatever else the machine did meanwhile. */
      tdur: v.optional(v.number()),
      args: v.optional(v.looseObject({ name: v.optional(v.unknown()) })),
    }),
  ),
})

/** How long each task of a page's main thread worked while something was done, in milliseconds. */
export const mainThreadTasks = async (
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly number[]> => {
  await browser.startTracing(page, { categories: ['toplevel'] })
  await work()
  const buffer = await browser.stopTracing()
  const { traceEvents } = v.parse(Trace, JSON.parse(buffer.toString('utf8')))
  const isMain = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return traceEvents.flatMap(({ name, pid, tid, tdur }) =>
    name === 'ThreadControllerImpl::RunTask' && tdur !== undefined && isMain.has(`${pid} ${tid}`)
      ? [tdur / 1000]
      : [],
  )
}
