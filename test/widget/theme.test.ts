import { expect, test } from 'vitest'
import { shownTheme, type ShownTheme } from '../../consent/shown-theme.ts'
import { WHATSAPP_GLYPH, WHATSAPP_GREEN } from '../../widget/whatsapp-glyph.ts'
import { pageIn } from './stub.ts'
import { visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const themed = async (theme: ShownTheme): Promise<Visit> => {
  const { views } = stub()
  stub().views = views.map((view) => ({ ...view, theme }))
  const here = await visit()
  await here.form.waitFor()
  stub().views = views
  return here
}

const styleOf = ({ form }: Visit, selector: string, property: string): Promise<string> =>
  form
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

const buttonOf = async (here: Visit) => ({
  paper: await styleOf(here, '[type=submit]', 'background-color'),
  ink: await styleOf(here, '[type=submit]', 'color'),
})

const BOTH = shownTheme({ accent: '#7a4b2a', accentDark: '#ffd54f', scheme: 'auto', radius: 3 })
const BROWN = { paper: 'rgb(122, 75, 42)', ink: 'rgb(255, 255, 255)' }
const YELLOW = { paper: 'rgb(255, 213, 79)', ink: 'rgb(0, 0, 0)' }

test('each scheme has its accent, and the ink that can be read on it, as the person changes over', async () => {
  const here = await themed(BOTH)
  expect(await buttonOf(here)).toEqual(BROWN)
  await here.page.emulateMedia({ colorScheme: 'dark' })
  expect(await buttonOf(here)).toEqual(YELLOW)
  expect(await styleOf(here, '[type=submit]', 'border-top-left-radius')).toBe('3px')
})

test.each([
  ['light', 'light', 'rgb(0, 128, 105)'],
  ['dark', 'light', 'rgb(0, 168, 132)'],
  ['auto', 'dark', 'rgb(0, 168, 132)'],
  ['light', 'dark', 'rgb(0, 128, 105)'],
] as const)(
  'without an accent a form that is %s has one, also where the person is %s',
  async (scheme, colorScheme, paper) => {
    const here = await themed({ scheme })
    await here.page.emulateMedia({ colorScheme })
    expect(await buttonOf(here)).toMatchObject({ paper })
  },
)

test('“no” has the size and the colours of “yes”, whatever the theme', async () => {
  const here = await themed(BOTH)
  const looks = await here.form.locator('.choice button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(button)
      const { width, height } = button.getBoundingClientRect()
      return { color, backgroundColor, fontSize, fontWeight, width: Math.round(width), height }
    }),
  )
  expect(looks).toHaveLength(2)
  expect(looks[0]).toEqual(looks[1])
})

test('under the pointer a button’s words stand on nothing but the accent', async () => {
  // With black ink, and as dark as that can be: any tint would make it too little.
  const here = await themed(shownTheme({ accent: '#e6006e' }))
  const button = here.form.locator('[type=submit]')
  await button.hover()
  expect(await styleOf(here, '[type=submit]', 'box-shadow')).toMatch(/^rgb\(230, 0, 110\) 0px 0px/u)
  expect(await styleOf(here, '[type=submit]', 'box-shadow')).not.toContain('inset')
  expect(await buttonOf(here)).toEqual({ paper: 'rgb(230, 0, 110)', ink: 'rgb(0, 0, 0)' })
})

test('the font is the page’s, or the system’s', async () => {
  stub().page = pageIn('es').replace('<head>', '<head><style>body{font-family:Papyrus}</style>')
  expect(await styleOf(await themed({}), 'legend', 'font-family')).toBe('Papyrus')
  const own = await themed({ font: 'system' })
  expect(await styleOf(own, 'legend', 'font-family')).toBe('system-ui, sans-serif')
})

test.each<[string, ShownTheme]>([
  ['no theme', {}],
  ['an accent for each scheme', BOTH],
  ['the dark', { scheme: 'dark' }],
])('with %s the WhatsApp mark keeps its shape and its colour', async (_, theme) => {
  stub().page = pageIn('es').replace('<head>', '<head><style>svg,path{fill:red!important}</style>')
  const here = await themed(theme)
  const mark = await here.form
    .locator('.mark path')
    .first()
    .evaluate((path) => {
      const { fill, filter, opacity } = getComputedStyle(path)
      return { d: path.getAttribute('d'), given: path.getAttribute('fill'), fill, filter, opacity }
    })
  expect(mark).toEqual({
    d: WHATSAPP_GLYPH,
    given: WHATSAPP_GREEN,
    fill: 'rgb(37, 211, 102)',
    filter: 'none',
    opacity: '1',
  })
})

test('a page’s own variables do not reach the form', async () => {
  stub().page = pageIn('es').replace(
    '<head>',
    '<head><style>:root{--accent:red;--on-accent:red;--own-accent:red;--own-ink:red;--paper:red;--radius:99px}</style>',
  )
  const here = await themed({})
  expect(await buttonOf(here)).toEqual({ paper: 'rgb(0, 128, 105)', ink: 'rgb(255, 255, 255)' })
})

const HOSTILE = 'red;}*{display:none}'

test('a theme that is no theme changes nothing', async () => {
  const hostile: object = {
    accent: HOSTILE,
    ink: 'url(https://evil.example/x)',
    accentDark: '#12345g;',
    inkDark: '#fff',
    radius: '1px;position:fixed',
    scheme: 'dark"] *{display:none} [x="',
    font: 'system"]{',
    paper: '#000000',
  }
  const here = await themed(hostile)
  expect(await buttonOf(here)).toEqual({ paper: 'rgb(0, 128, 105)', ink: 'rgb(255, 255, 255)' })
  expect(await styleOf(here, 'form', 'display')).toBe('grid')
  expect(await here.form.getAttribute('style')).toBeNull()
  expect(here.faults).toEqual([])
})

const leftOf = async ({ form }: Visit, selector: string) =>
  form
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().left)

/** Whether the last sign of a text's last line stands to the right of the sign before it. */
const isReadFromTheLeft = ({ form }: Visit, selector: string) =>
  form
    .locator(selector)
    .first()
    .evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      const length = text?.textContent?.length ?? 0
      if (!text || length < 2) return false
      const leftAt = (at: number) => {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        return range.getBoundingClientRect().left
      }
      return leftAt(0) < leftAt(1) && leftAt(length - 2) < leftAt(length - 1)
    })

test.each(['ltr', 'rtl'])('on a page that is %s the form is too', async (direction) => {
  stub().page = pageIn('es').replace('<html', `<html dir="${direction}"`)
  const here = await visit()
  await here.form.waitFor()
  expect(await styleOf(here, 'form', 'direction')).toBe(direction)
  const isMirrored = direction === 'rtl'
  const corner = isMirrored ? 'border-top-right-radius' : 'border-top-left-radius'
  const other = isMirrored ? 'border-top-left-radius' : 'border-top-right-radius'
  expect(await styleOf(here, '.example', corner)).toBe('0px')
  expect(await styleOf(here, '.example', other)).not.toBe('0px')
  const isBoxRight = (await leftOf(here, '[type=checkbox]')) > (await leftOf(here, '.example'))
  expect(isBoxRight).toBe(isMirrored)
  // The number itself is read from the left everywhere.
  expect(await leftOf(here, '.country')).toBeLessThan(await leftOf(here, '#phone'))
  // And so is the sender's, with its plus first, and a sentence, with its full stop last.
  expect(await isReadFromTheLeft(here, 'header small')).toBe(true)
  expect(
    await isReadFromTheLeft(here, '.choice + small, .choice + p, footer p, footer small'),
  ).toBe(true)
  expect(await styleOf(here, 'a.link', 'text-align')).toMatch(isMirrored ? /right/u : /left/u)
  const { scrollWidth, clientWidth } = await here.page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
})
