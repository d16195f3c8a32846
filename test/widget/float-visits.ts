import { pageIn } from './stub.ts'
import { visits, type Visit } from './visit.ts'

/** A page that is longer than the window, with something in it that takes the focus. */
export const TALL = '<div style="height:3000px"><a href="#a" id="a">Una página larga</a></div>'

/** The place of a form behind a button in the corner. */
export const FLOAT = '<div data-quiero="frm_test" data-float></div>'

export const button = ({ page }: Visit) => page.locator('#float')
export const dialog = ({ page }: Visit) => page.getByRole('dialog')

/** What has the focus, through shadow roots, by its id. */
export const focused = ({ page }: Visit) =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.id ?? ''
  })

/** Visits for one test file, to a tall page with the button too. */
export const floatVisits = () => {
  const { stub, visit } = visits()
  const floating = async (width = 375, language = 'es', scheme = 'light') => {
    stub().page = pageIn(language, TALL + FLOAT.replace('data-float', `$& data-theme="${scheme}"`))
    const here = await visit({ width })
    await button(here).waitFor()
    return here
  }
  return { stub, visit, floating }
}
