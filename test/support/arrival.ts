import { setTimeout as after } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'

/** What a page went through until its form could be used. */
export type Arrival = {
  /** Paths of everything that was asked for beside the page itself. */
  readonly requests: readonly string[]
  /** What a Mexican number's digits look like in the field when nothing more is sent to the page. */
  readonly typed: string
  /** Cumulative layout shift: 0 is none at all. */
  readonly shift: number
}

/** Longer than a page takes to be painted without the form. */
const LATE = 400

/** Opens a page whose form comes only when the rest has been painted, and waits until it can be used. */
export const arrive = async (browser: Browser, address: string, width = 375): Promise<Arrival> => {
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ viewport, locale: 'es-MX' })
  try {
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.route('**/f/*.js', async (route) => {
      await after(LATE)
      await route.continue()
    })
    await page.route('**/w/**', (route) => route.abort())
    await watchShifts(page)
    await page.goto(address)
    const field = page.locator('#phone')
    await field.waitFor()
    await after(LATE)
    const shift = await page.evaluate(() => window.shifted ?? NaN)
    const [, ...asked] = requests
    await field.pressSequentially('5512345678')
    return { requests: asked, typed: await field.inputValue(), shift }
  } finally {
    await context.close()
  }
}

declare global {
  interface Window {
    shifted?: number
  }
}

const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.shifted = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value }: { value: number } = entry.toJSON()
        window.shifted = (window.shifted ?? 0) + value
      }
    })
    observer.observe({ type: 'layout-shift', buffered: true })
  })
