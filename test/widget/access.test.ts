import { expect, test } from 'vitest'
import type { Theme } from '../../consent/company.ts'
import { shownTheme } from '../../consent/shown-theme.ts'
import { screensOf } from './all-screens.ts'
import { faultsIn, isScrolledSideways, targets } from './fitness.ts'
import { pageIn } from './stub.ts'
import { visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const SCREENS = screensOf(stub)

const LOOKS: readonly Theme[] = [
  {},
  { scheme: 'dark' },
  { accent: '#c2410c', radius: 0, font: 'system' },
  { accent: '#6a1b9a', accentDark: '#ffd54f', radius: 28, scheme: 'dark' },
]

/** Puts a theme on a form that stands, as it would have been put on at the beginning. */
const putOn = ({ form }: Visit, theme: Theme) =>
  form.evaluate((root, { scheme, radius, font, ...colours }) => {
    if (!(root instanceof HTMLElement)) return
    root.removeAttribute('style')
    root.dataset['scheme'] = scheme ?? 'light'
    if (font === 'system') root.style.fontFamily = 'system-ui, sans-serif'
    for (const [name, colour] of Object.entries(colours)) {
      root.style.setProperty(`--own-${name}`, colour ?? '')
    }
    if (radius !== undefined) root.style.setProperty('--radius', `${radius}px`)
  }, shownTheme(theme))

test.each(
  ['es', 'pt', 'en'].flatMap((language) =>
    Object.keys(SCREENS).map((screen) => [language, screen]),
  ),
)(
  'in %s the screen "%s" has no fault that axe knows, at 320 px, in four looks',
  async (language = '', screen = '') => {
    stub().page = pageIn(language)
    const here = await visit({ width: 320 })
    await here.form.waitFor()
    await SCREENS[screen]?.(here)
    for (const look of LOOKS) {
      await putOn(here, look)
      expect({ look, faults: await faultsIn(here) }).toEqual({ look, faults: [] })
    }
    expect(await isScrolledSideways(here)).toBe(false)
    expect(await targets(here.form)).toEqual([])
    expect(here.faults).toEqual([])
  },
)

test.each(LOOKS)('the theme %j keeps its contrasts', async (theme) => {
  const views = stub().views
  stub().views = views.map((view) => ({ ...view, theme: shownTheme(theme) }))
  const here = await visit()
  await here.form.waitFor()
  stub().views = views
  expect(await faultsIn(here)).toEqual([])
  await SCREENS['waiting']?.(here)
  expect(await faultsIn(here)).toEqual([])
})

test('with forced colours the boxes, the buttons and the mark are still there', async () => {
  const here = await visit()
  await here.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const border = await here.form
    .getByRole('button', { name: 'Sí, quiero' })
    .evaluate((button) => getComputedStyle(button).borderTopWidth)
  expect(border).toBe('2px')
  await SCREENS['waiting']?.(here)
  const motion = await here.form
    .locator('.dots i')
    .first()
    .evaluate((dot) => getComputedStyle(dot).animationName)
  expect(motion).toBe('none')
})
