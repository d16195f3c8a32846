import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageIn } from './stub.ts'
import { visits } from './visit.ts'

const { stub, visit } = visits()

/** What the README has to copy for a page, in its order. */
const snippets = () => {
  const [, section = ''] = readFileSync('README.md', 'utf8').split(
    /### Where it can stand|## In an app/u,
  )
  return [...section.matchAll(/```html\n(.*?)```/gsu)].map(([, html = '']) =>
    html.replaceAll('http://localhost:8787', '').replaceAll('frm_demo', 'frm_test'),
  )
}

const SHOWS = [
  ['a button in the corner', '#float'],
  ['boxes beside the page’s field', 'label + [data-attach] .quiero'],
  ['an element', 'quiero-form .quiero[lang=pt]'],
  ['a form that the page mounts', '#here .quiero[lang=en]'],
  ['a form that feeds a tag manager', '[data-layer] .quiero'],
] as const

test.each(SHOWS.map(([what, place], at) => [what, place, at] as const))(
  'what the README says of %s works as it is copied',
  async (_, place, at) => {
    stub().page = pageIn('es', snippets()[at], '')
    const { page, faults } = await visit()
    await page.locator(place).waitFor()
    expect(snippets()).toHaveLength(SHOWS.length)
    expect(faults).toEqual([])
  },
)

test('its button of the page’s own opens the form, and its tag manager hears of it', async () => {
  stub().page = pageIn('es', snippets()[3], '')
  const { page } = await visit()
  await page.getByRole('button', { name: 'Novedades por WhatsApp' }).click()
  await page.getByRole('dialog').locator('.quiero').waitFor()
  stub().page = pageIn('es', snippets()[4], '')
  const fed = await visit()
  await fed.form.waitFor()
  await expect
    .poll(() => fed.page.evaluate((): unknown => Reflect.get(window, 'dataLayer')))
    .toEqual([{ event: 'quiero_shown', form: 'frm_test' }])
})
