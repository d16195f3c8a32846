import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '../../consent/company.ts'
import { STAGE_TEXTS } from '../../demo/texts/stage.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'
import { openStage } from './stage.ts'

let world: DemoWorld
let browser: Browser

beforeAll(async () => {
  world = await startDemoWorld()
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser.close()
  await world.close()
})

const SCREENS = [
  { size: 'a desk', viewport: { width: 1440, height: 900 } },
  { size: 'a phone', viewport: { width: 390, height: 844 } },
] as const

const CASES = SCREENS.flatMap((screen) => LANGUAGES.map((language) => ({ ...screen, language })))

test.each(CASES)(
  'axe finds nothing on the demo’s pages, on $size in $language',
  { timeout: 60_000 },
  async ({ viewport, language }) => {
    const { page, draft, shop, panel, send } = await openStage(browser, world, language, viewport)
    // A bubble that is still fading in has less contrast than it will have.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const texts = STAGE_TEXTS[language]
    const isNarrow = viewport.width < 1100
    const tab = (name: string) => page.getByRole('navigation').getByText(name).click()
    await shop.locator('input[type="tel"]').waitFor()
    expect(await violationsOn(page)).toEqual([])
    if (isNarrow) await tab(texts.phone)
    await page.getByRole('button', { name: /Café Aurora/u }).click()
    await draft.waitFor()
    await page.getByRole('button', { name: texts.tryPicture }).click()
    await send('#want')
    if (isNarrow) await tab(texts.panel)
    await panel.locator('[data-verdict="allow"]').first().waitFor()
    expect(await violationsOn(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    await page.close()
  },
)

test.each(CASES)(
  'axe finds nothing on the shop’s pages, on $size in $language',
  { timeout: 60_000 },
  async ({ viewport, language }) => {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
    for (const path of ['coffees', 'checkout', '']) {
      await page.goto(`${world.shopUrl}${path}?lang=${language}`)
      await page.locator('.quiero, #float').waitFor()
      expect(await violationsOn(page)).toEqual([])
      expect(await overflows(page)).toBe(false)
    }
    await page.close()
  },
)

/** What axe finds on the stage and in the frames of our own; the widget's own suite holds the widget. */
const violationsOn = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const frame of page.frames()) {
    await frame.evaluate(axe.source)
    const { violations } = await frame.evaluate<axe.AxeResults>('axe.run(document)')
    for (const { id, nodes } of violations) {
      found.push(`${new URL(frame.url()).pathname} ${id}: ${nodes.map((node) => node.html).join()}`)
    }
  }
  return found
}

const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
