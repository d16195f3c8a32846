import { expect, test } from 'vitest'
import { faultsIn, isScrolledSideways, targets } from './fitness.ts'
import { button, dialog, floatVisits, focused } from './float-visits.ts'

const { floating } = floatVisits()

const LIGHT_INK = 'rgb(233, 237, 239)'

test.each(['light', 'dark'])(
  'on a page of any colour the ring around the button in %s is seen: it is of two',
  async (scheme) => {
    const here = await floating(375, 'es', scheme)
    const colors = () =>
      button(here).evaluate((each) => {
        const { outlineColor, outlineStyle, boxShadow } = getComputedStyle(each)
        return [outlineStyle === 'solid' && outlineColor, boxShadow]
      })
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(17, 27, 33)']
    const shown =
      scheme === 'light'
        ? [dark, `${light} 0px 0px 0px 2px`]
        : [LIGHT_INK, `${dark} 0px 0px 0px 2px`]
    await button(here).focus()
    await here.page.keyboard.press('Shift+Tab')
    await here.page.keyboard.press('Tab')
    expect(await focused(here)).toBe('float')
    expect(await colors()).toEqual(shown)
    await here.page.evaluate(() =>
      document.activeElement?.shadowRoot?.querySelector('.placed')?.setAttribute('data-quiet', ''),
    )
    expect(await colors()).toEqual(shown)
  },
)

test.each(
  ['es', 'pt', 'en'].flatMap((each) => [
    [each, 'light'],
    [each, 'dark'],
  ]),
)(
  'in %s and %s button and dialog have no fault that axe knows, at 320 px',
  async (language, scheme) => {
    const here = await floating(320, language, scheme)
    expect(await here.page.locator(`.placed[data-scheme=${scheme}]`).count()).toBe(1)
    expect(await faultsIn(here)).toEqual([])
    expect(await targets(here.page.locator('.placed'))).toEqual([])
    expect(await isScrolledSideways(here)).toBe(false)
    await button(here).click()
    await here.form.waitFor()
    expect(await faultsIn(here)).toEqual([])
    expect(await targets(here.page.locator('dialog'))).toEqual([])
    expect(await isScrolledSideways(here)).toBe(false)
    const sideways = await dialog(here).evaluate((each) => each.scrollWidth > each.clientWidth)
    expect(sideways).toBe(false)
  },
)
