import { expect, test } from 'vitest'
import { OLD_PAGES } from './old-pages.ts'
import { CONFIRMED, pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const PLACE = '<div data-quiero="frm_test"></div>'

/** All that a person does here, from the first key to the confirmation. */
const goesThrough = async (here: Visit) => {
  await fillIn(here, ['Pedidos', 'Ofertas'])
  await here.form.getByRole('checkbox', { name: 'Pedidos' }).uncheck()
  expect(await here.form.locator('#phone').inputValue()).toBe('55 1234 5678')
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  expect(stub().seen.find(({ body }) => 'phone' in body)?.body).toEqual({
    form: 'frm_test',
    noticeToken: 'token-es',
    attempt: expect.stringMatching(/^[0-9a-f]{32}$/u),
    phone: '+525512345678',
    categories: 'offers',
    language: 'es',
    page: `${stub().origin}/`,
  })
  await here.form.getByRole('link', { name: 'Continuar en WhatsApp' }).click()
  await heading(here, 'Esperamos tu mensaje')
  await here.page.reload()
  await heading(here, 'Esperamos tu mensaje')
  stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
  await heading(here, 'Quedó confirmado')
  return here.faults
}

test.each(Object.entries(OLD_PAGES))('with %s on the page all of it works', async (_, script) => {
  stub().page = pageIn('es', `<script>${script}</script>${PLACE}`)
  expect(await goesThrough(await visit())).toEqual([])
})

test.each(Object.entries(OLD_PAGES))('so it does when %s come later', async (_, script) => {
  const late = `<script src="/f/frm_test.js"></script><script>${script}</script>`
  stub().page = pageIn('es', PLACE, late)
  expect(await goesThrough(await visit())).toEqual([])
})

test.each([
  ['throws', 'window.fetch = () => { throw new Error("blocked") }'],
  ['answers nothing', 'window.fetch = async () => undefined'],
  ['is not there', 'window.fetch = undefined'],
])('a fetch that %s leaves the chat', async (_, script) => {
  stub().page = pageIn('es', `<script>${script}</script>${PLACE}`)
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await here.form.getByText('Algo no se cargó').waitFor()
  expect(
    await here.form.getByRole('link', { name: 'WhatsApp', exact: true }).getAttribute('href'),
  ).toMatch(/%23want%20offers$/u)
  expect(here.faults).toEqual([])
})

test('the page’s hotkeys do not hear what is typed in the form, and hear the rest', async () => {
  stub().page = pageIn(
    'es',
    `<script>
      window.heard = ''
      for (const kind of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(kind, (event) => {
          if (/INPUT|TEXTAREA/.test(event.target.tagName)) return
          window.heard += event.key
          if (event.key.length === 1) event.preventDefault()
        })
    </script>${PLACE}`,
  )
  const here = await visit()
  await fillIn(here)
  expect(await here.form.locator('#phone').inputValue()).toBe('55 1234 5678')
  await here.form.getByRole('checkbox', { name: 'Pedidos' }).press('Space')
  expect(await here.form.getByRole('checkbox', { name: 'Pedidos' }).isChecked()).toBe(true)
  await here.page.keyboard.press('Escape')
  expect(await here.page.evaluate(() => (window as { heard?: string }).heard)).toBe('EscapeEscape')
})

test('Enter in the field is no submission of the page’s own form, and its listeners hear none', async () => {
  stub().page = pageIn(
    'es',
    `<form action="/elsewhere"><input name="a">${PLACE}<button>Pagar</button></form>
    <script>window.heard = 0
      for (const kind of ['submit', 'formdata', 'reset'])
        document.addEventListener(kind, () => (window.heard += 1), true)</script>`,
  )
  const here = await visit()
  await fillIn(here)
  await here.form.locator('#phone').press('Enter')
  await heading(here, 'Falta un paso')
  expect(here.page.url()).toBe(`${stub().origin}/`)
  expect(await here.page.evaluate(() => (window as { heard?: number }).heard)).toBe(0)
  expect(
    await here.page
      .locator('form')
      .first()
      .evaluate((form) => form instanceof HTMLFormElement && [...new FormData(form).keys()].join()),
  ).toBe('a')
})
