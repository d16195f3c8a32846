import axe from 'axe-core'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../consent/company.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { PLAYS, type Play } from '../../demo/plays.ts'
import { IN_APP_TEXTS } from '../../demo/texts/in-app.ts'
import { STAGE_TEXTS } from '../../demo/texts/stage.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDemoWorld, type DemoWorld } from './demo-world.ts'

let world: DemoWorld
let browser: Browser
const pages: Page[] = []

beforeAll(async () => {
  world = await startDemoWorld()
  browser = await launchBrowser()
}, 60_000)
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()))
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const texts = STAGE_TEXTS.es
const later = FORM_TEXTS.es

/** An app as the demo plays it: its form, what it has heard, and a phone of its own. */
type PlayedApp = { readonly page: Page; readonly form: Locator; readonly draft: Locator }

const openPlay = async (play: Play, number: string): Promise<PlayedApp> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'es' })
  pages.push(page)
  await page.goto(`${world.url}demo/in-app.html?lang=es`)
  await page.getByRole('radio', { name: IN_APP_TEXTS.es.plays[play].name, exact: true }).check()
  const field = page.getByLabel(texts.number)
  await field.fill(number)
  await field.blur()
  const form = page.frameLocator(`iframe[title="${IN_APP_TEXTS.es.frame}"]`).locator('.quiero')
  await form.getByRole('checkbox', { name: 'Ofertas' }).check()
  return { page, form, draft: page.getByRole('textbox', { name: texts.message, exact: true }) }
}

const sayYes = async ({ form }: PlayedApp, number: string): Promise<void> => {
  await form.locator('#phone').fill(number)
  await form.getByRole('button', { name: NOTICE_TEXTS.es.yes }).click()
}

/** Sends what the deep link has put into the phone. */
const send = async ({ page, draft }: Omit<PlayedApp, 'form'>): Promise<void> => {
  await expect.poll(() => draft.inputValue()).toContain('#want')
  await page.getByRole('button', { name: texts.send, exact: true }).click()
  await page.locator('[data-fate="answered"]').waitFor()
}

const isAllowed = async (phone: string): Promise<boolean> =>
  (await world.maySend({ phone }, 'offers')).allow

const OPENED: readonly (readonly [Play, string])[] = [
  ['react-native', '+525512340001'],
  ['ios', '+525512340002'],
  ['android', '+525512340003'],
  ['flutter', '+525512340004'],
  ['frame', '+525512340005'],
  ['no-windows', '+525512340006'],
  ['no-storage', '+525512340007'],
]

test.each(OPENED)('%s ends in a confirmed opt-in', { timeout: 40_000 }, async (play, number) => {
  const app = await openPlay(play, number)
  await sayYes(app, number)
  await app.form.getByRole('heading', { name: later.waiting }).waitFor()
  await send(app)
  await app.form.getByRole('heading', { name: later.confirmed }).waitFor()
  expect(await isAllowed(number)).toBe(true)
  const told = await app.page.getByRole('log').first().textContent()
  const hasBridge = play !== 'no-windows' && play !== 'no-storage'
  expect(told?.includes('"type":"confirmed"')).toBe(hasBridge)
  expect(told).not.toContain(number.slice(3))
})

test('without an origin the chat alone ends in an opt-in, asked for what was ticked', async () => {
  const number = '+525512340008'
  const app = await openPlay('no-origin', number)
  await sayYes(app, number)
  await app.form.getByText(FORM_TEXTS.es['by-message']).waitFor()
  await app.form.getByRole('link', { name: FORM_TEXTS.es.whatsapp }).click()
  await app.form.getByRole('heading', { name: later.unwatched }).waitFor()
  await send(app)
  expect(await isAllowed(number)).toBe(true)
})

test('where no link opens, the number and the message can be copied and sent by hand', async () => {
  const number = '+525512340009'
  const app = await openPlay('no-links', number)
  await sayYes(app, number)
  await app.form.getByRole('button', { name: later.copyText }).waitFor()
  await app.form.locator('.scan').waitFor()
  expect(await app.draft.count()).toBe(0)
  // The frame may not use the clipboard: it is copied all the same.
  await app.form.getByRole('button', { name: later.copyText }).click()
  await app.form.getByRole('button', { name: later.copied }).waitFor()
  await app.page.getByRole('button', { name: /Café Aurora/u }).click()
  await app.draft.focus()
  await app.page.keyboard.press('Control+V')
  await send(app)
  await app.form.getByRole('heading', { name: later.confirmed }).waitFor()
  expect(await isAllowed(number)).toBe(true)
})

test('without a script the form’s own page ends in an opt-in', async () => {
  const number = '+525512340010'
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'es' })
  pages.push(page)
  await page.goto(`${world.url}demo/in-app.html?lang=es`)
  await page.getByRole('radio', { name: IN_APP_TEXTS.es.plays['no-script'].name }).check()
  const field = page.getByLabel(texts.number)
  await field.fill(number)
  await field.blur()
  const form = page.frameLocator(`iframe[title="${IN_APP_TEXTS.es.frame}"]`)
  await form.getByRole('checkbox', { name: 'Ofertas' }).check()
  await form.getByLabel(later.phone).fill(number)
  await form.getByRole('button', { name: NOTICE_TEXTS.es.yes }).click()
  const link = form.getByRole('link', { name: later.openWhatsApp })
  expect(await link.getAttribute('href')).toContain('/phone/5511912345678?text=%23want%20')
  // No script of ours was there: it is the plain page.
  expect(await form.locator('.quiero').count()).toBe(0)
  await link.click()
  const draft = page.getByRole('textbox', { name: texts.message, exact: true })
  await send({ page, draft })
  await form.getByRole('button', { name: PAGE_TEXTS.es.lookNow }).click()
  await form.getByRole('heading', { name: later.confirmed }).waitFor()
  expect(await isAllowed(number)).toBe(true)
})

describe.each(LANGUAGES)('the page of the apps in %s', (language) => {
  test.each([1440, 390])('is without a fault of access, %d pixels wide', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: language })
    pages.push(page)
    await page.goto(`${world.url}?lang=${language}`)
    await page.getByRole('link', { name: STAGE_TEXTS[language].inApp }).click()
    for (const play of PLAYS) {
      const { name, line } = IN_APP_TEXTS[language].plays[play]
      await page.getByRole('radio', { name, exact: true }).check()
      await page.getByText(line).waitFor()
    }
    expect(await violationsIn(page.mainFrame())).toEqual([])
    expect(await page.evaluate(isTooWide)).toBe(false)
  })
})

const isTooWide = (): boolean =>
  document.documentElement.scrollWidth > document.documentElement.clientWidth

const violationsIn = async (frame: Frame): Promise<readonly string[]> => {
  await frame.evaluate(axe.source)
  const { violations } = await frame.evaluate<axe.AxeResults>('axe.run(document)')
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}
