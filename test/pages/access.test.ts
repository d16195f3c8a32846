import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../consent/company.ts'
import { faultsIn, isScrolledSideways, SCRIPTED, smallTargets } from './fitness.ts'
import { pageVisits } from './world.ts'

const FORM = '/f/frm_demo'
const NUMBER = '/n/demo/main'

const sayYes = async (page: Page, phone: string): Promise<void> => {
  await page.locator('#phone').fill(phone)
  if (phone !== '') await page.getByRole('checkbox').last().check()
  await page.locator('[value=yes]').click()
}

type Screen = {
  readonly name: string
  readonly path: string
  readonly go?: (page: Page) => Promise<unknown>
}

/** Every page, by its address and what leads to it, in the order of the buttons and not of their words. */
const SCREENS: readonly Screen[] = [
  { name: 'the form', path: FORM },
  { name: 'the form in an app', path: `${FORM}?view=app` },
  {
    name: 'complaints',
    path: FORM,
    go: async (page) => {
      await sayYes(page, '')
      await page.locator('#tick-complaint').waitFor()
    },
  },
  {
    name: 'the next step',
    path: FORM,
    go: async (page) => {
      await sayYes(page, '+525512345678')
      await page.locator('#link').waitFor()
    },
  },
  {
    name: 'not yet',
    path: FORM,
    go: async (page) => {
      await sayYes(page, '+525512345678')
      await page.locator('.look button').click()
      await page.locator('.news').waitFor()
    },
  },
  {
    name: 'no',
    path: FORM,
    go: async (page) => {
      await page.locator('[value=no]').click()
      await page.locator('.step').waitFor()
    },
  },
  { name: 'stopping', path: `${FORM}/stop` },
  {
    name: 'stopped',
    path: `${FORM}/stop`,
    go: async (page) => {
      await page.locator('#phone').fill('+525512345678')
      await page.locator('form button').click()
      await page.locator('.face').waitFor()
    },
  },
  { name: 'the number', path: NUMBER },
  {
    name: 'not theirs',
    path: NUMBER,
    go: async (page) => {
      await page.locator('#number').fill('+52 55 1234 5678')
      await page.locator('#check button').click()
      await page.locator('.verdict').waitFor()
    },
  },
  {
    name: 'unclear',
    path: NUMBER,
    go: async (page) => {
      await page.locator('#check button').click()
      await page.locator('.bad').waitFor()
    },
  },
  { name: 'nothing', path: '/f/frm_nobody' },
]

const LIGHT = { scheme: 'auto' } as const

const LOOKS = [
  ...LANGUAGES.map((language) => ({ look: 'light', theme: LIGHT, language }) as const),
  { look: 'dark', theme: LIGHT, language: 'es' },
  { look: 'orange, square', theme: { accent: '#c2410c', radius: 0 }, language: 'es' },
] as const

describe.each(LOOKS)('in a $look look, in $language,', ({ look, theme, language }) => {
  const { visit } = pageVisits(theme)

  test('no page has a fault that axe knows, at 320 px', async () => {
    for (const { name, path, go } of SCREENS) {
      const page = await visit(path, {
        viewport: { width: 320, height: 640 },
        locale: language,
        colorScheme: look === 'dark' ? 'dark' : 'light',
        ...SCRIPTED,
      })
      await go?.(page)
      await page.waitForLoadState()
      expect([name, await faultsIn(page)]).toEqual([name, []])
      expect([name, await isScrolledSideways(page)]).toEqual([name, false])
      expect([name, await smallTargets(page)]).toEqual([name, []])
      await page.close()
    }
  })
})

describe('a page', () => {
  const { visit } = pageVisits()

  test.each(SCREENS)('does not scroll sideways at 400 %: $name', async ({ path, go }) => {
    // 1280 px at 400 % are 320 px, and letters twice as large as usual still fit.
    const page = await visit(path, { viewport: { width: 320, height: 256 }, ...SCRIPTED })
    await go?.(page)
    await page.waitForLoadState()
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    expect(await isScrolledSideways(page)).toBe(false)
  })

  test('keeps its boxes, buttons and fields with forced colours', async () => {
    const page = await visit(FORM, { forcedColors: 'active', ...SCRIPTED })
    const widths = await page
      .locator('button, input[type=tel], select')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).borderTopWidth))
    expect(widths).toEqual(['1px', '1px', '2px', '2px'])
  })
})
