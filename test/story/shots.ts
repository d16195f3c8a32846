import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'
import { openStage } from './stage.ts'

// Takes the README's pictures from a real run: `npm run build && node test/story/shots.ts [folder]`.
const FOLDER = process.argv[2] ?? fileURLToPath(new URL('../../docs', import.meta.url))

const SHOTS = [
  { name: 'demo', viewport: { width: 1440, height: 900 } },
  { name: 'demo-phone', viewport: { width: 390, height: 844 } },
] as const

const shoot = async (
  browser: Browser,
  world: DemoWorld,
  { name, viewport }: (typeof SHOTS)[number],
): Promise<void> => {
  const stage = await openStage(browser, world, 'en', viewport)
  await stage.fillInWidget('+52 55 1234 5678', ['Orders', 'Offers'])
  await stage.continueOnWhatsApp()
  await stage.send()
  await stage.shop.getByText(FORM_TEXTS.en.confirmed).first().waitFor({ state: 'attached' })
  await stage.panel.locator('[data-verdict="allow"]').nth(1).waitFor({ state: 'attached' })
  await stage.panel
    .getByText(/position \d/u)
    .nth(1)
    .waitFor({ state: 'attached' })
  await stage.page.locator('.bubble.reply').waitFor({ state: 'attached' })
  // The mouse rests nowhere, and what moves has come to rest.
  await stage.page.mouse.move(0, 0)
  await stage.page.waitForTimeout(500)
  await stage.page.screenshot({ path: `${FOLDER}/${name}.png` })
  await stage.page.close()
}

/** The form behind the button in the corner of the shop's page. */
const shootDialog = async (browser: Browser, world: DemoWorld): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en' })
  await page.goto(`${world.shopUrl}coffees?lang=en`)
  await page.locator('#float').click()
  await page.getByRole('checkbox').first().check()
  await page.locator('.quiero #phone').pressSequentially('5512345678')
  await page.locator('.quiero #phone').blur()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(500)
  await page.screenshot({ path: `${FOLDER}/dialog.png` })
  await page.close()
}

/** The poster of the demo's sender, as it is printed. */
const shootPoster = async (browser: Browser, world: DemoWorld): Promise<void> => {
  const answer = await fetch(new URL('/v1/kit/main/poster-a4.svg?language=en', world.url), {
    headers: { Authorization: 'Bearer qk_demo' },
  })
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } })
  await page.setContent(`<body style="margin: 0">${await answer.text()}`)
  await page.screenshot({ path: `${FOLDER}/poster.png` })
  await page.close()
}

mkdirSync(FOLDER, { recursive: true })
const browser = await launchBrowser()
for (const shot of SHOTS) {
  // Whoever says yes twice in a row is answered once.
  const world = await startDemoWorld(8787)
  await shoot(browser, world, shot)
  await world.close()
}
const world = await startDemoWorld(8787)
await shootDialog(browser, world)
await shootPoster(browser, world)
await world.close()
await browser.close()
