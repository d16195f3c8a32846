import { expect, test } from 'vitest'
import type { QuieroApi } from '../../widget/install.ts'
import { pageIn } from './stub.ts'
import { fillIn, heading, visits } from './visit.ts'

const { stub, visit } = visits()

const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "style-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

test('under a strict CSP with Trusted Types it draws, is styled, and works', async () => {
  stub().headers = { 'content-security-policy': STRICT }
  const here = await visit()
  const background = await here.form
    .getByRole('button', { name: 'Sí, quiero' })
    .evaluate((button) => getComputedStyle(button).backgroundColor)
  expect(background).toBe('rgb(0, 128, 105)')
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  expect(here.faults).toEqual([])
})

test('the script twice on a page is one form', async () => {
  stub().page = pageIn('es').replace(/<script.*<\/script>/u, '$&$&')
  const { form, page } = await visit()
  await page.waitForTimeout(300)
  expect(await form.count()).toBe(1)
})

test('without a place of its own the form stands where the script stands', async () => {
  stub().page = pageIn('es', '<p id="before">Gracias por tu compra</p>')
  const { form, page, faults } = await visit()
  await form.waitFor()
  expect(await page.locator('script + div').count()).toBe(1)
  expect(faults).toEqual([])
})

test('the plain script fetches the form in the language of the page', async () => {
  stub().page = pageIn('es', undefined, '<script src="/w/0.1.0/widget.js" async></script>')
  const { form } = await visit()
  await form.waitFor()
  expect(stub().seen.map(({ path }) => path)).toEqual(['/v1/forms/frm_test'])
})

test('a page mounts and takes away, and nothing is left', async () => {
  stub().page = pageIn('es', '<div id="here"></div>')
  const { page, form } = await visit()
  await form.waitFor()
  const counts = await page.evaluate(async () => {
    const place = document.getElementById('here')
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    if (!place || !quiero) return []
    const many: number[] = []
    for (let times = 0; times < 20; times += 1) {
      const takeAway = quiero.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve))
      many.push(place.shadowRoot?.querySelectorAll('.quiero').length ?? 0)
      takeAway()
      many.push(place.shadowRoot?.querySelectorAll('.quiero').length ?? 0)
    }
    return [...new Set(many)]
  })
  expect(counts).toEqual([1, 0])
})

test('a form that is taken away while it waits asks no more', async () => {
  stub().page = pageIn('es', '<div id="here"></div>')
  const here = await visit()
  await here.page.evaluate(() => {
    const page = window as { Quiero?: QuieroApi; takeAway?: () => void }
    const place = document.getElementById('here')
    if (place && page.Quiero) page.takeAway = page.Quiero.mount(place, { form: 'frm_test' })
  })
  await fillIn({ ...here, form: here.page.locator('#here .quiero') })
  await here.page.locator('#here [type=submit]').click()
  await here.page.locator('#here #link').waitFor()
  await here.page.evaluate(() => (window as { takeAway?: () => void }).takeAway?.())
  await here.page.waitForTimeout(200)
  stub().seen.length = 0
  await here.page.waitForTimeout(2500)
  expect(stub().seen).toEqual([])
})

test('an unknown form and a server that is away leave the page as it was', async () => {
  stub().page = pageIn(
    'es',
    '<div data-quiero="frm_other"></div>',
    '<script src="/w/0.1.0/widget.js"></script>',
  )
  const { form, page, faults } = await visit()
  await page.waitForTimeout(300)
  expect(await form.count()).toBe(0)
  expect(faults).toEqual([])
})

test('Enter in the field hands in the form, not the page’s own form around it', async () => {
  stub().page = pageIn(
    'es',
    '<form action="/elsewhere"><input name="a"><div data-quiero="frm_test"></div><button>Pagar</button></form>',
  )
  const here = await visit()
  await fillIn(here)
  await here.form.locator('#phone').press('Enter')
  await heading(here, 'Falta un paso')
  expect(here.page.url()).toBe(`${stub().origin}/`)
})

test('a page that patches Array.prototype.toJSON does not change what is sent', async () => {
  stub().page = pageIn(
    'es',
    '<script>Array.prototype.toJSON = function () { return "[" + this.join(", ") + "]" }</script><div data-quiero="frm_test"></div>',
  )
  const here = await visit()
  await fillIn(here, ['Pedidos', 'Ofertas'])
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  expect(stub().seen.find(({ body }) => 'phone' in body)?.body['categories']).toBe('orders offers')
})

test('a page that styles everything away does not reach inside', async () => {
  stub().page = pageIn('es').replace(
    '</head>',
    '<style>* { all: unset !important; display: none !important } html, body, main { display: block !important }</style></head>',
  )
  const { form } = await visit()
  expect(await form.getByRole('button', { name: 'Sí, quiero' }).isVisible()).toBe(true)
})

test('nothing is asked while nobody looks, and at once when somebody does', async () => {
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  const look = (hidden: boolean) =>
    here.page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await look(true)
  await here.page.waitForTimeout(200)
  stub().seen.length = 0
  await here.page.waitForTimeout(2500)
  expect(stub().seen).toEqual([])
  await look(false)
  await here.page.waitForTimeout(300)
  // This server has no streams: what is asked of them first is asked at once.
  const asked = ['/v1/opt-ins/opt_1/events', '/v1/opt-ins/opt_1']
  expect(stub().seen.map(({ path }) => path)).toEqual(asked)
})
