import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../consent/company.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { faultsIn, isScrolledSideways, SCRIPTED, smallTargets } from './fitness.ts'
import { pageVisits } from './world.ts'

const { visit, linkFor, eventsSoFar, faults } = pageVisits()

let called = 0
const newPerson = () =>
  ({ kind: 'phone', value: `+5255${String(61_000_000 + (called += 1))}` }) as const

const NARROW = { viewport: { width: 320, height: 640 }, ...SCRIPTED } as const

type Screen = {
  readonly name: string
  readonly channel?: 'email'
  readonly go?: (page: Page) => Promise<unknown>
}

const press = (page: Page, answer: 'yes' | 'no' | 'stop') =>
  page.locator(`[value=${answer}]`).click()

/** Every page that a link leads to, and what leads to it. */
const SCREENS: readonly Screen[] = [
  { name: 'asking' },
  { name: 'with another number', go: (page) => page.locator('summary').click() },
  {
    name: 'complaints',
    go: async (page) => {
      await page.locator('summary').click()
      await page.locator('#phone').fill('12')
      await press(page, 'yes')
      await page.locator('#phone-complaint').waitFor()
    },
  },
  {
    name: 'agreed',
    go: async (page) => {
      await page.getByRole('checkbox').last().check()
      await press(page, 'yes')
      await page.locator('.face').waitFor()
    },
  },
  {
    name: 'used',
    go: async (page) => {
      const address = page.url()
      await page.getByRole('checkbox').last().check()
      await press(page, 'yes')
      await page.locator('.face').waitFor()
      await page.goto(address)
      await page.locator('.button').waitFor()
    },
  },
  {
    name: 'the next step',
    channel: 'email',
    go: async (page) => {
      await page.getByRole('checkbox').last().check()
      await press(page, 'yes')
      await page.locator('#link').waitFor()
    },
  },
  {
    name: 'no',
    go: async (page) => {
      await press(page, 'no')
      await page.locator('.step').waitFor()
    },
  },
  {
    name: 'left',
    go: async (page) => {
      await press(page, 'stop')
      await page.locator('.step .face').waitFor()
    },
  },
]

test.each(LANGUAGES)(
  'in %s no page has a fault that axe knows, at 320 px',
  async (language) => {
    for (const { name, channel = 'sms', go } of SCREENS) {
      const path = await linkFor({ person: newPerson(), channel, language })
      const page = await visit(path, { ...NARROW, locale: language })
      await go?.(page)
      await page.waitForLoadState()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect([name, await faultsIn(page)]).toEqual([name, []])
      expect([name, await isScrolledSideways(page)]).toEqual([name, false])
      expect([name, await smallTargets(page)]).toEqual([name, []])
      await page.close()
    }
  },
  60_000,
)

describe('without JavaScript', () => {
  test('a yes by SMS is a tick and a press, and no number stands in an address', async () => {
    const person = newPerson()
    const page = await visit(await linkFor({ person }))
    await page.getByRole('checkbox', { name: 'Ofertas' }).check()
    await press(page, 'yes')
    await page.getByRole('heading', { name: FORM_TEXTS.es.confirmed }).waitFor()
    expect(page.url()).not.toContain(person.value.slice(-4))
    expect(await page.content()).not.toContain(person.value.slice(1))
    expect(faults).toEqual([])
  })

  test('another number goes on to WhatsApp', async () => {
    const page = await visit(await linkFor({ person: newPerson() }))
    await page.getByRole('checkbox', { name: 'Ofertas' }).check()
    await page.getByText(PAGE_TEXTS.es.link.another).click()
    await page.getByLabel(FORM_TEXTS.es.phone).fill('55 6200 0001')
    await press(page, 'yes')
    await page.getByRole('link', { name: FORM_TEXTS.es.openWhatsApp }).click()
    await page.waitForURL(/^https:\/\/wa\.me\//u)
    expect(page.url()).toContain('%23want')
  })

  test('the page can be had in another language', async () => {
    const page = await visit(await linkFor({ person: newPerson(), language: 'es' }))
    await page.getByRole('link', { name: 'Português' }).click()
    await page.getByRole('checkbox', { name: 'Ofertas' }).check()
    await press(page, 'yes')
    await page.getByRole('heading', { name: FORM_TEXTS.pt.confirmed }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('pt')
  })
})

test('a browser that runs scripts, scrolls and waits changes nothing', async () => {
  const page = await visit(await linkFor({ person: newPerson() }), { javaScriptEnabled: true })
  const before = await eventsSoFar()
  await page.mouse.wheel(0, 2_000)
  await page.mouse.move(100, 200)
  await page.waitForTimeout(10_000)
  expect(await eventsSoFar()).toBe(before)
  await page.getByRole('checkbox').last().check()
  await press(page, 'yes')
  await page.locator('.face').waitFor()
  await expect.poll(eventsSoFar).toBe(before + 1)
}, 30_000)
