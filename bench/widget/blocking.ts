import { brotliDecompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { type FormServer, NINE_COUNTRIES } from '../../test/support/form-server.ts'
import { formIn, shopPage } from '../../test/support/shop-page.ts'
import { mainThreadTasks } from './main-thread.ts'
import { median, onPhone } from './slow-page.ts'

/** The longest task while a page was opened, and all that its tasks took beyond 50 ms each, in milliseconds. */
export type Blocking = { readonly longest: number; readonly blocked: number }

/** The page with the form, and with a script of as many bytes that does nothing. */
export type BlockingFigures = { readonly form: Blocking; readonly empty: Blocking }

const ROUNDS = 5

/** A longer task is felt: the part beyond is what counts as blocking (web.dev/articles/tbt). */
const LONG = 50

/** Longer than a page takes to be done, in milliseconds. */
const SETTLED = 1000

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
  onPhone(browser, async (page) => {
    const tasks = await mainThreadTasks(browser, page, async () => {
      await page.goto(address)
      // Nothing is asked of the page meanwhile: that alone would take it longer than the form does.
      await page.waitForTimeout(SETTLED)
    })
    if ((await page.locator('#phone').count()) === 0) throw new Error('the form did not come')
    const works = tasks.map(({ work }) => work)
    const blocked = works.reduce((sum, work) => sum + Math.max(0, work - LONG), 0)
    return { longest: Math.max(...works), blocked }
  })
