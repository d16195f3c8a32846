import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { faultsIn, isScrolledSideways, targets } from './fitness.ts'
import { pageIn } from './stub.ts'
import { heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const checkout = (value = '55 1234 5678', attach = '#tel') =>
  `<form action="/paid" target="_self"><label>Tu teléfono <input id="tel" name="tel" value="${value}"></label>
  <div data-quiero="frm_test" data-attach="${attach}"></div><button id="pay">Pagar</button></form>`

const beside = async (inside = checkout(), width = 375, language = 'es'): Promise<Visit> => {
  stub().page = pageIn(language, inside)
  const here = await visit({ width })
  await here.form.getByRole('checkbox').first().waitFor()
  return here
}

const YES = 'Sí, quiero'
const number = ({ form }: Visit) => form.locator('.number b')
const tick = ({ form }: Visit) => form.getByRole('checkbox', { name: 'Pedidos' }).check()
/** Says yes to the number that is shown; before it is shown a press shows it. */
const sayYes = async (here: Visit) => {
  await number(here).waitFor()
  await here.form.getByRole('button', { name: YES }).click()
}
/** What follows the form comes, and late. */
const later = async (page: Page) => {
  await page.route('**/more.js', async (route) => {
    await page.waitForTimeout(800)
    await route.continue()
  })
}

const handedIn = () => stub().seen.filter(({ path }) => path === '/v1/opt-ins')

test('beside the page’s field there are boxes, none ticked, and no second phone field', async () => {
  const here = await beside()
  expect(await here.form.getByRole('checkbox', { checked: true }).count()).toBe(0)
  expect(await here.form.locator('input[type=tel]').count()).toBe(0)
  for (const words of ['También por WhatsApp', 'hasta 4 mensajes al mes', 'SALIR', 'privacidad']) {
    expect(await here.form.textContent()).toContain(words)
  }
  await tick(here)
  expect(await here.form.locator('input[type=tel]').count()).toBe(0)
})

test('the number of the page’s field is shown, and sent only on yes', async () => {
  const here = await beside()
  await tick(here)
  expect(await number(here).textContent()).toBe('+52\u00A055\u00A01234\u00A05678')
  await here.page.waitForTimeout(800)
  expect(handedIn()).toEqual([])
  await here.form.getByRole('button', { name: YES }).click()
  await heading(here, 'Falta un paso')
  expect(handedIn().map(({ body }) => [body['phone'], body['categories']])).toEqual([
    ['+525512345678', 'orders'],
  ])
})

test('when the page’s field changes, the number that is shown follows', async () => {
  const here = await beside(checkout(''))
  await tick(here)
  expect(await here.form.locator('input[type=tel]').count()).toBe(1)
  await here.page.locator('#tel').fill('+54 9 11 2345-6789')
  await expect.poll(() => number(here).textContent()).toBe('+54\u00A09\u00A011\u00A02345\u00A06789')
})

test('nobody says yes to a number unseen: what a script has put in is shown first', async () => {
  const here = await beside()
  await tick(here)
  await here.page.locator('#tel').evaluate((field) => {
    if (field instanceof HTMLInputElement) field.value = '55 8765 4321'
  })
  await here.form.getByRole('button', { name: YES }).click()
  expect(handedIn()).toEqual([])
  expect(await number(here).textContent()).toBe('+52\u00A055\u00A08765\u00A04321')
  await here.form.getByRole('button', { name: YES }).click()
  await heading(here, 'Falta un paso')
  expect(handedIn().map(({ body }) => body['phone'])).toEqual(['+525587654321'])
})

test('a yes before the number could be read shows it, and complains of nothing', async () => {
  stub().page = pageIn('es', checkout())
  const here = await visit({ before: later })
  await tick(here)
  await here.form.getByRole('button', { name: YES }).click()
  await number(here).waitFor()
  expect(await here.form.locator('.bad:not(:empty)').count()).toBe(0)
  expect(handedIn()).toEqual([])
  await sayYes(here)
  await heading(here, 'Falta un paso')
})

test('another number is typed in the form’s own field, which the page’s no longer changes', async () => {
  const here = await beside()
  await tick(here)
  await here.form.getByRole('button', { name: 'Usar otro número' }).click()
  await here.page.keyboard.type('5587654321')
  await here.page.locator('#tel').fill('5511112222')
  expect(await here.form.locator('input[type=tel]').inputValue()).toBe('55 8765 4321')
  await here.form.getByRole('button', { name: YES }).click()
  await heading(here, 'Falta un paso')
  expect(handedIn().map(({ body }) => body['phone'])).toEqual(['+525587654321'])
})

test('the page’s own form is neither sent by a yes nor held up by a box', async () => {
  const here = await beside()
  await tick(here)
  await sayYes(here)
  await heading(here, 'Falta un paso')
  expect(new URL(here.page.url()).pathname).toBe('/')
  const again = await beside()
  await tick(again)
  await again.page.locator('#pay').click()
  await again.page.waitForURL('**/paid?tel=*')
  expect(handedIn()).toHaveLength(1)
})

test.each(['#nowhere', ':::', ''])('with %j for a field the form has its own', async (attach) => {
  const here = await beside(checkout('55 1234 5678', attach))
  await tick(here)
  expect(await here.form.locator('input[type=tel]').count()).toBe(1)
  expect(here.faults).toEqual([])
})

test('a script that names the field puts the form beneath it, once', async () => {
  const script = '<script src="/f/frm_test.js" data-attach="#tel" async></script>'
  stub().page = pageIn(
    'es',
    '<form><label>Tu teléfono <input id="tel" value="55 1234 5678"></label><button>Pagar</button></form>',
    script + script,
  )
  const here = await visit()
  await tick(here)
  expect(await number(here).textContent()).toBe('+52\u00A055\u00A01234\u00A05678')
  await here.page.waitForTimeout(300)
  expect(await here.page.locator('form > label + [data-attach]').count()).toBe(1)
  expect(await here.form.count()).toBe(1)
  expect(here.faults).toEqual([])
})

test('where the words have changed meanwhile, they are shown and each box is ticked again', async () => {
  const here = await beside()
  const [form] = stub().views
  stub().answers['POST /v1/opt-ins'] = { status: 409, body: { code: 'notice-out-of-date', form } }
  await tick(here)
  await sayYes(here)
  await here.form.locator('#notice:focus').waitFor()
  expect(await here.form.getByRole('checkbox', { checked: true }).count()).toBe(0)
})

test('a number that is refused, and a server that is away, leave a way to go on', async () => {
  const here = await beside()
  stub().answers['POST /v1/opt-ins'] = { status: 422, body: { code: 'phone-not-valid' } }
  await tick(here)
  await sayYes(here)
  await here.form.locator('#phone-complaint:not(:empty)').waitFor()
  stub().answers['POST /v1/opt-ins'] = null
  await here.form.getByRole('button', { name: YES }).click()
  await here.form.locator('#trouble:not(:empty)').waitFor()
  const link = await here.form.locator('.ways a').first().getAttribute('href')
  expect(link).toBe('https://wa.me/5511912345678?text=%23want%20orders')
})

test.each(['es', 'pt', 'en'])(
  'in %s it has no fault that axe knows, at 320 px',
  async (language) => {
    const here = await beside(checkout(), 320, language)
    for (const step of [
      () => here.form.getByRole('checkbox').first().check(),
      () => here.form.locator('.number button').click(),
    ]) {
      await step()
      expect(await faultsIn(here)).toEqual([])
      expect(await isScrolledSideways(here)).toBe(false)
      expect(await targets(here.form)).toEqual([])
    }
  },
)

test('keys alone are enough', async () => {
  const here = await beside()
  await here.page.locator('#tel').focus()
  await here.page.keyboard.press('Tab')
  await here.page.keyboard.press('Space')
  await number(here).waitFor()
  await here.page.keyboard.press('Enter')
  await heading(here, 'Falta un paso')
  expect(new URL(here.page.url()).pathname).toBe('/')
})
