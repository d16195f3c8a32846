import type { Browser, Page } from 'playwright-core'
import type { FormServer } from '../../test/support/form-server.ts'
import { formIn, shopPage } from '../../test/support/shop-page.ts'
import { mainThreadTasks } from './main-thread.ts'
import { median, onPhone, slowDown } from './slow-page.ts'

/** How long it took from a key press to the painted field, in milliseconds. */
export type KeyPresses = {
  readonly slowest: number
  readonly middle: number
  /** The most that the page itself worked between the two, without what it waited for. */
  readonly work: number
}

/** The same key presses in the form and, for what this machine and its browser take, in a plain field. */
export type KeyFigures = { readonly form: KeyPresses; readonly plain: KeyPresses }

const KEYS = 100
const ROUNDS = 3

/** Presses a hundred keys in either, three times in turn; for each key the middle one of its three counts. */
export const measureKeys = async (browser: Browser, server: FormServer): Promise<KeyFigures> => {
  const form = server.page(shopPage(formIn('<div data-quiero></div>')))
  const field = '<input id="phone" type="tel">'
  const listener = '<script>phone.addEventListener("input", () => {})</script>'
  const plain = server.page(shopPage(field + listener))
  const forms: (readonly number[])[] = []
  const plains: (readonly number[])[] = []
  for (let round = 0; round < ROUNDS; round++) {
    forms.push(await pressIn(browser, form))
    plains.push(await pressIn(browser, plain))
  }
  return {
    form: { ...figureOf(forms), work: await workIn(browser, form) },
    plain: { ...figureOf(plains), work: await workIn(browser, plain) },
  }
}

const figureOf = (rounds: readonly (readonly number[])[]) => {
  const keys = Array.from({ length: KEYS }, (_, at) =>
    median(rounds.map((took) => took[at] ?? NaN)),
  )
  return { slowest: Math.max(...keys), middle: median(keys) }
}

const pressIn = (browser: Browser, address: string): Promise<readonly number[]> =>
  onPhone(browser, async (page) => {
    await slowDown(page)
    await page.goto(address)
    await page.locator('#phone').focus()
    await listen(page)
    const took: number[] = []
    for (let at = 0; at < KEYS; at++) took.push(await press(page, keyAt(at)))
    return took
  })

const DIGITS = '5512345678'

/** A number is typed and erased again, digit by digit, until a hundred keys have been pressed. */
const keyAt = (at: number): string => DIGITS[at % (2 * DIGITS.length)] ?? 'Backspace'

declare global {
  interface Window {
    painted?: Promise<number>
  }
}

/** Measures each key from when the browser had it until the frame that shows what followed is drawn. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { port1, port2 } = new MessageChannel()
    port1.start()
    const drawn = ({ timeStamp }: KeyboardEvent): Promise<number> =>
      new Promise((resolve) => {
        // A message that is sent in a frame comes after its layout and paint.
        port1.addEventListener('message', () => resolve(performance.now() - timeStamp), {
          once: true,
        })
        requestAnimationFrame(() => port2.postMessage(null))
      })
    const onKey = (event: KeyboardEvent): void => {
      window.painted = drawn(event)
    }
    addEventListener('keydown', onKey, { capture: true })
  })

const press = async (page: Page, key: string): Promise<number> => {
  await page.keyboard.press(key)
  return page.evaluate(() => window.painted ?? NaN)
}

/** Longer than a key takes to be painted where nothing is slowed, in milliseconds. */
const BETWEEN_KEYS = 50

/** The most that the main thread worked for one key: all its tasks from the one with the key to the one that paints. */
const workIn = (browser: Browser, address: string): Promise<number> =>
  onPhone(browser, async (page) => {
    await page.goto(address)
    await page.locator('#phone').focus()
    const tasks = await mainThreadTasks(browser, page, async () => {
      for (let at = 0; at < KEYS; at++) {
        await page.keyboard.press(keyAt(at))
        await page.waitForTimeout(BETWEEN_KEYS)
      }
    })
    const works = tasks.flatMap(({ hasKey }, from) => {
      if (!hasKey) return []
      const painted = tasks.findIndex(({ hasPaint }, at) => at >= from && hasPaint)
      if (painted === -1) throw new Error('a key was never painted')
      return [tasks.slice(from, painted + 1).reduce((sum, { work }) => sum + work, 0)]
    })
    if (works.length !== KEYS) throw new Error(`${works.length} of ${KEYS} keys arrived`)
    return Math.max(...works)
  })
