import axe from 'axe-core'
import type { Locator } from 'playwright-core'
import type { Visit } from './visit.ts'

/** The faults that axe finds on the page. */
export const faultsIn = async ({ page }: Visit) => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  return found
}

/** Whether the page is wider than what shows it. */
export const isScrolledSideways = ({ page }: Visit) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** What can be pressed and is too small, with its size; a box is pressed by its whole label. */
export const targets = (form: Locator) =>
  form
    .locator('button, a, input[type=tel], label.category, [role=option]')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => ({
          name: element.textContent ?? '',
          at: element.getBoundingClientRect(),
        }))
        .filter(({ at }) => at.height < 44 || at.width < 44)
        .map(({ name, at }) => `${name} ${at.width} × ${at.height}`),
    )
