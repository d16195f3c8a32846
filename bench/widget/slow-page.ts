import type { Browser, Page } from 'playwright-core'

/** How much slower than this machine the phone is that the figures speak of. */
export const TIMES_SLOWER = 6

/** Opens a page of a phone's size on a processor that is slowed, does the work and closes it. */
export const onSlowPage = async <T>(
  browser: Browser,
  work: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 800 },
    deviceScaleFactor: 2,
    locale: 'es-MX',
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER })
    return await work(page)
  } finally {
    await context.close()
  }
}

/** The value in the middle, which a machine that does something else for a moment does not move. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
