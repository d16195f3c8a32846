import { brotliDecompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { type FormServer, NINE_COUNTRIES } from '../../test/support/form-server.ts'
import { formIn, shopPage } from '../../test/support/shop-page.ts'
import { mainThreadTasks } from './main-thread.ts'
import { median, onSlowPage } from './slow-page.ts'

/** The longest task while a page was opened, and all that its tasks took beyond 50 ms each, in milliseconds. */
export type Blocking = { readonly longest: number; readonly blocked: number }

/** The page with the form, and with a script of as many bytes that does nothing. */
export type BlockingFigures = { readonly form: Blocking; readonly empty: Blocking }

const ROUNDS = 5

/** A longer task is felt: the part beyond is what counts as blocking (web.dev/articles/tbt). */
const LONG = 50

/** Opens either page five times in turn, and takes the middle one of each. */
export const measureBlocking = async (
  browser: Browser,
  server: FormServer,
): Promise<BlockingFigures> => {
  const script = brotliDecompressSync(await server.sent(`/f/${NINE_COUNTRIES}.js`))
  const form = server.page(shopPage(formIn('<div data-quiero></div>')))
  const nothing = server.page(`/*${' '.repeat(script.length - 4)}*/`)
  const empty = server.page(shopPage(`<p id="phone">…</p><script src="${nothing}" async></script>`))
  const forms: Blocking[] = []
  const empties: Blocking[] = []
  for (let round = 0; round < ROUNDS; round++) {
    forms.push(await openOn(browser, form))
    empties.push(await openOn(browser, empty))
  }
  return { form: middleOf(forms), empty: middleOf(empties) }
}

const middleOf = (rounds: readonly Blocking[]): Blocking => ({
  longest: median(rounds.map(({ longest }) => longest)),
  blocked: median(rounds.map(({ blocked }) => blocked)),
})

const openOn = (browser: Browser, address: string): Promise<Blocking> =>
  onSlowPage(browser, async (page) => {
    const tasks = await mainThreadTasks(browser, page, async () => {
      await page.goto(address)
      await page.locator('#phone').waitFor()
      // What is done after the form is there counts too.
      await page.waitForTimeout(300)
    })
    const blocked = tasks.reduce((sum, task) => sum + Math.max(0, task - LONG), 0)
    return { longest: Math.max(...tasks), blocked }
  })
