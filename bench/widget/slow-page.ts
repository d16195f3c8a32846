import type { Browser, Page } from 'playwright-core'

/** How much slower than this machine the phone is that the figures speak of. */
export const TIMES_SLOWER = 6

/** Opens a page of a phone's size, does the work and closes it. */
export const onPhone = async <T>(
  browser: Browser,
  work: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 800 },
    deviceScaleFactor: 2,
    locale: 'es-MX',
  })
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Slows a page's processor down to that of the phone. */
export const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER })
}

/** The value in the middle, which a machine that does something else for a moment hardly moves. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
