import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { userIdOf } from '../../demo/client/user-id.ts'
import { PANEL_TEXTS } from '../../demo/texts/panel.ts'
import { SHOP_TEXTS } from '../../demo/texts/shop.ts'
import { STAGE_TEXTS } from '../../demo/texts/stage.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
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

test('on a narrow screen the chat opens by itself, as an app does over a page', async () => {
  const narrow = { width: 390, height: 844 }
  const { page, ...stage } = await openStage(browser, world, 'es', narrow)
  await stage.fillInWidget('+52 55 1234 5678', ['Pedidos'])
  await stage.continueOnWhatsApp()
  await stage.draft.waitFor()
  expect(await stage.draft.inputValue()).toMatch(/^#want /u)
  await stage.send()
  const tabs = page.getByRole('navigation')
  await tabs.getByRole('button', { name: /novedades/u }).waitFor()
  await tabs.getByRole('button', { name: /La tienda/u }).click()
  await stage.shop.getByRole('heading', { name: FORM_TEXTS.es.confirmed }).waitFor()
  await page.close()
}, 30_000)

test('who hides the number confirms by user id, and the typed number is granted nothing', async () => {
  const { page, ...stage } = await openStage(browser, world, 'en')
  await stage.setNumber('+57 310 123 4567')
  await page.getByLabel(STAGE_TEXTS.en.hide).check()
  await stage.fillInWidget('+57 310 123 4567', ['Offers'])
  await stage.continueOnWhatsApp()
  await expect.poll(() => stage.draft.inputValue()).toMatch(/^#want /u)
  await stage.send()
  await stage.shop.getByRole('heading', { name: FORM_TEXTS.en.confirmed }).waitFor()
  const person = { bsuid: userIdOf('573101234567') }
  expect(await world.maySend(person, 'offers')).toMatchObject({ allow: true, proof: 'message' })
  expect(await world.maySend(person, 'orders')).toMatchObject({ reason: 'never_asked' })
  expect(await world.maySend({ phone: '+573101234567' }, 'offers')).toMatchObject({
    allow: false,
    reason: 'pending',
  })
  await stage.decision('offers').locator('.reason').getByText('consented').waitFor()
  await page.close()
}, 30_000)

test('one switch turns the shop, the phone and the panel into another language', async () => {
  const { page } = await openStage(browser, world, 'es')
  await page.getByRole('radio', { name: 'Português' }).check()
  const { shopFrame, panel } = STAGE_TEXTS.pt
  const shop = page.frameLocator(`iframe[title="${shopFrame}"]`)
  await shop.getByText(SHOP_TEXTS.pt.thanks).waitFor()
  await shop.getByText(FORM_TEXTS.pt.phone).first().waitFor()
  await page.getByRole('heading', { name: STAGE_TEXTS.pt.phone }).waitFor()
  const inPanel = page.frameLocator(`iframe[title="${panel}"]`)
  await inPanel.getByRole('heading', { name: PANEL_TEXTS.pt.decisions }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('pt')
  expect(page.url()).toContain('lang=pt')
  await page.close()
}, 30_000)
