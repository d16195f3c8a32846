import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds. */
export const faultsIn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Whether a page is wider than its window. */
export const isScrolledSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** What can be pressed and is too small; a box is pressed by its whole label. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page
    .locator(
      'button, a, select, summary, input:not([type=hidden]):not([type=checkbox]), label.category',
    )
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ html: element.outerHTML, at: element.getBoundingClientRect() }))
        .filter(({ at }) => at.height < 44 || at.width < 24)
        .map(({ html, at }) => `${at.width} × ${at.height} ${html}`),
    )

/** With scripts, which axe is one of, but without the widget: it has tests of its own. */
export const SCRIPTED = {
  javaScriptEnabled: true,
  bypassCSP: true,
  before: (page: Page) => page.route('**/f/frm_demo.js*', (route) => route.abort()),
} as const
