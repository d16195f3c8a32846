import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { PLACING_TEXTS } from '../../consent/placing-texts.ts'
import { SHOP_TEXTS } from '../../demo/texts/shop.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'
import { openStage, type OpenStage } from './stage.ts'

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

const TEXTS = SHOP_TEXTS.es

/** The message of the link, from the phone; then the form says so. */
const confirms = async ({ shop, draft, send, continueOnWhatsApp }: OpenStage) => {
  await continueOnWhatsApp()
  await expect.poll(() => draft.inputValue()).toMatch(/^#want [0-9A-Z]{7}\b/u)
  await send()
  await shop.getByRole('heading', { name: FORM_TEXTS.es.confirmed }).waitFor()
}

test('among the coffees a button in the corner opens the form, up to the yes from the phone', async () => {
  const stage = await openStage(browser, world, 'es')
  const { page, shop } = stage
  await shop.getByRole('link', { name: TEXTS.menu.coffees }).click()
  await shop.getByRole('heading', { name: TEXTS.coffeesTitle }).waitFor()
  await shop.getByRole('button', { name: PLACING_TEXTS.es.invite }).click()
  const dialog = shop.getByRole('dialog', { name: PLACING_TEXTS.es.invite })
  await dialog.waitFor()
  await stage.fillInWidget('+52 55 1234 5678', ['Ofertas'])
  await confirms(stage)
  await dialog.getByRole('button', { name: PLACING_TEXTS.es.close }).click()
  await shop.getByRole('link', { name: `${TEXTS.buy} ${TEXTS.coffees[0]?.name ?? ''}` }).click()
  await shop.getByRole('heading', { name: TEXTS.checkoutTitle }).waitFor()
  expect(await world.maySend({ phone: '+525512345678' }, 'offers')).toMatchObject({ allow: true })
  await page.close()
}, 30_000)

test('at the checkout the form takes the number of the shop’s own field, and the shop is paid all the same', async () => {
  const stage = await openStage(browser, world, 'es')
  const { page, shop } = stage
  await stage.setNumber('+57 310 765 4321')
  await shop.getByRole('link', { name: TEXTS.menu.checkout }).click()
  await shop.getByLabel(TEXTS.fields.phone).fill('+57 310 765 4321')
  await shop.getByRole('checkbox', { name: 'Pedidos' }).check()
  await shop.getByText('+57\u00A0310\u00A07654321').waitFor()
  await shop.getByRole('button', { name: NOTICE_TEXTS.es.yes }).click()
  await confirms(stage)
  expect(await world.maySend({ phone: '+573107654321' }, 'orders')).toMatchObject({ allow: true })
  expect(await shop.getByLabel(TEXTS.fields.phone).inputValue()).toBe('+57 310 765 4321')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await shop.getByRole('button', { name: TEXTS.pay, exact: true }).click()
  await shop.getByRole('heading', { name: TEXTS.thanks }).waitFor()
  expect(asked.filter((url) => url.includes('7654321'))).toEqual([])
  await page.close()
}, 30_000)
