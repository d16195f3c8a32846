import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { shopApp } from '../../demo/shop.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'
import { freePort } from './free-ports.ts'

let world: DemoWorld
let browser: Browser
let strangersPort: number
let closeStranger: () => void

beforeAll(async () => {
  world = await startDemoWorld()
  browser = await launchBrowser()
  strangersPort = await freePort()
  const { fetch } = shopApp({ quiero: world.port, shop: strangersPort })
  const stranger = serve({ fetch, hostname: '127.0.0.1', port: strangersPort })
  closeStranger = () => stranger.close()
}, 60_000)

afterAll(async () => {
  await browser.close()
  closeStranger()
  await world.close()
})

test('the same shop at an origin that the form does not name is refused, and nothing is stored', async () => {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${strangersPort}/?lang=es`)
  await page.locator('input[type="tel"]').fill('+52 55 1234 5678')
  await page.getByRole('checkbox', { name: 'Ofertas' }).check()
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) =>
        response.url().endsWith('/v1/opt-ins') &&
        response.request().postData()?.includes('phone') === true,
    ),
    page.getByRole('button', { name: NOTICE_TEXTS.es.yes }).click(),
  ])
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'origin-not-allowed' })
  await page.getByText(FORM_TEXTS.es.later['not-available']).waitFor()
  expect(await world.historyOf({ phone: '+525512345678' })).toEqual([])
  await page.close()
}, 30_000)
