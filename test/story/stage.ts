import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import type { Language } from '../../consent/company.ts'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { STAGE_TEXTS } from '../../demo/texts/stage.ts'
import type { DemoWorld } from './demo-world.ts'

/** The demo's page as a person uses it, in one language. */
export type OpenStage = {
  readonly page: Page
  readonly shop: FrameLocator
  readonly panel: FrameLocator
  /** The draft in the phone. */
  readonly draft: Locator
  /** What the panel says of a category. */
  readonly decision: (category: string) => Locator
  readonly setNumber: (number: string) => Promise<void>
  readonly fillInWidget: (number: string, categories: readonly string[]) => Promise<void>
  readonly continueOnWhatsApp: () => Promise<void>
  /** Waits for the business's answer of this number, and that it holds these words. */
  readonly answer: (index: number, words: string) => Promise<void>
  /** Sends what stands in the phone, and waits until the webhook has answered. */
  readonly send: (text?: string) => Promise<void>
}

/** Opens the demo in a browser. */
export const openStage = async (
  browser: Browser,
  world: DemoWorld,
  language: Language,
  viewport = { width: 1440, height: 900 },
): Promise<OpenStage> => {
  const page = await browser.newPage({ viewport, locale: language })
  await page.goto(`${world.url}?lang=${language}`)
  const texts = STAGE_TEXTS[language]
  const shop = page.frameLocator(`iframe[title="${texts.shopFrame}"]`)
  const panel = page.frameLocator(`iframe[title="${texts.panel}"]`)
  const draft = page.getByRole('textbox', { name: texts.message, exact: true })
  const answered = page.locator('[data-fate="answered"]')
  return {
    page,
    shop,
    panel,
    draft,
    decision: (category) => panel.locator(`[data-category="${category}"]`),
    setNumber: async (number) => {
      const field = page.getByLabel(texts.number)
      await field.fill(number)
      await field.blur()
    },
    fillInWidget: async (number, categories) => {
      await shop.locator('input[type="tel"]').fill(number)
      for (const title of categories) await shop.getByRole('checkbox', { name: title }).check()
      await shop.getByRole('button', { name: NOTICE_TEXTS[language].yes }).click()
    },
    continueOnWhatsApp: () => shop.locator('#link').click(),
    answer: (index, words) =>
      page.locator('.bubble.reply').nth(index).filter({ hasText: words }).waitFor(),
    send: async (text) => {
      if (text !== undefined) await draft.fill(text)
      const before = await answered.count()
      await page.getByRole('button', { name: texts.send, exact: true }).click()
      await answered.nth(before).waitFor()
    },
  }
}

/** Waits until another second has begun: a provider tells whole seconds, and a tie goes to the no (design R2). */
export const nextSecond = async (): Promise<void> => {
  const second = Math.floor(Date.now() / 1000)
  while (Math.floor(Date.now() / 1000) === second) {
    await new Promise((resolve) => setTimeout(resolve, 1000 - (Date.now() % 1000)))
  }
}
