import { expect, test } from 'vitest'
import { CONFIRMED, HANDED_IN, pageIn } from './stub.ts'
import { fillIn, heading, visits } from './visit.ts'

const { stub, visit } = visits()

/** What was sent there; codes that are asked for before there is a number are not counted. */
const sent = (path: string) =>
  stub().seen.filter(
    (each) =>
      each.path === path &&
      (each.method === 'GET' || 'phone' in each.body || 'person' in each.body),
  )

test('a person types, ticks, says yes, taps the link, and sees it confirmed', async () => {
  const here = await visit()
  const { form, page, faults } = here
  await fillIn(here, ['Pedidos', 'Ofertas'])
  await form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  expect(sent('/v1/opt-ins').map(({ body }) => body)).toEqual([
    {
      form: 'frm_test',
      noticeToken: 'token-es',
      attempt: expect.stringMatching(/^[0-9a-f]{32}$/u),
      phone: '+525512345678',
      categories: 'orders offers',
      language: 'es',
      page: `${stub().origin}/`,
    },
  ])
  const link = form.getByRole('link', { name: 'Continuar en WhatsApp' })
  expect(await link.getAttribute('href')).toBe(HANDED_IN.links.whatsapp)
  expect(await link.getAttribute('target')).toBe('_blank')
  expect(await link.evaluate((element) => element.matches(':focus'))).toBe(true)
  await link.click()
  await heading(here, 'Esperamos tu mensaje')
  expect(await form.textContent()).toContain('#want K7Q2MXA')
  await form.getByRole('button', { name: 'Copiar el número' }).waitFor()
  expect(await form.textContent()).toContain('+55\u00A011\u00A091234\u00A05678')
  stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
  await heading(here, 'Quedó confirmado')
  expect(await form.textContent()).toContain('+52\u00A0···\u00A0···\u00A05678')
  expect(sent('/v1/opt-ins/opt_1')[0]?.watch).toBe('aurora.watch')
  const asked = sent('/v1/opt-ins/opt_1').length
  await page.waitForTimeout(2000)
  expect(sent('/v1/opt-ins/opt_1')).toHaveLength(asked)
  expect(faults).toEqual([])
})

test('what is asked is asked in full, and the number in it does not break over two lines', async () => {
  const { form } = await visit()
  const asked = await form.locator('legend').textContent()
  expect(asked?.replaceAll('\u00A0', ' ')).toBe(stub().views[0]?.notice.statement)
  expect(asked).toContain('+55\u00A011\u00A091234\u00A05678 ')
})

test('the keyboard alone is enough', async () => {
  const here = await visit()
  const { page, form } = here
  const keys = ['Tab', 'Space', 'Tab', 'Tab', 'Tab']
  for (const key of keys) await page.keyboard.press(key)
  await page.keyboard.type('5512345678')
  await page.keyboard.press('Enter')
  await heading(here, 'Falta un paso')
  expect(sent('/v1/opt-ins')[0]?.body['categories']).toBe('orders')
  await page.keyboard.press('Enter')
  await heading(here, 'Esperamos tu mensaje')
  expect(await form.locator('h2').evaluate((element) => element.matches(':focus'))).toBe(true)
})

test('"no" is as easy as "yes": one press, the same size, the same colours, and nothing is sent', async () => {
  const here = await visit()
  const looks = (name: string) =>
    here.form.getByRole('button', { name, exact: true }).evaluate((button) => {
      const { color, backgroundColor, fontSize, fontWeight, opacity } = getComputedStyle(button)
      const { width, height } = button.getBoundingClientRect()
      return { color, backgroundColor, fontSize, fontWeight, opacity, width, height }
    })
  expect(await looks('No, gracias')).toEqual(await looks('Sí, quiero'))
  await here.form.getByRole('button', { name: 'No, gracias' }).click()
  await heading(here, 'Café Aurora no te escribirá')
  expect(stub().seen.filter(({ method }) => method === 'POST')).toEqual([])
})

test('a typed number is enough to stop everything', async () => {
  const here = await visit()
  await here.form.getByRole('button', { name: 'Dejar de recibir mensajes' }).click()
  await heading(here, 'Dejar de recibir')
  await here.form.locator('#phone').pressSequentially('5512345678')
  await here.page.keyboard.press('Enter')
  await heading(here, 'ya no le escribirá a ese número')
  const person = { phone: '+525512345678' }
  expect(sent('/v1/opt-outs').map(({ body }) => body)).toEqual([{ form: 'frm_test', person }])
})

test('without a network nothing is lost, and trying again is the same act', async () => {
  const here = await visit()
  stub().answers['POST /v1/opt-ins'] = null
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  // The chat needs no server of ours, and asks for exactly what was ticked.
  const direct = here.form.getByRole('link', { name: 'WhatsApp', exact: true })
  expect(await direct.getAttribute('href')).toBe(
    'https://wa.me/5511912345678?text=%23want%20offers',
  )
  stub().answers['POST /v1/opt-ins'] = { status: 201, body: HANDED_IN }
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  const attempts = sent('/v1/opt-ins').map(({ body }) => body['attempt'])
  expect(new Set(attempts).size).toBe(1)
})

test('yes pressed twice is sent once', async () => {
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).dblclick()
  await heading(here, 'Falta un paso')
  expect(sent('/v1/opt-ins')).toHaveLength(1)
})

test('a notice that changed meanwhile is shown, with every box unticked again', async () => {
  const here = await visit()
  const view = { ...stub().views[0], noticeToken: 'token-newer' }
  const body = { code: 'notice-out-of-date', form: view }
  stub().answers['POST /v1/opt-ins'] = { status: 409, body }
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await here.form.getByText('El texto cambió').waitFor()
  expect(await here.form.getByRole('checkbox', { checked: true }).count()).toBe(0)
  expect(await here.form.locator('#phone').inputValue()).toBe('55 1234 5678')
  stub().answers['POST /v1/opt-ins'] = { status: 201, body: HANDED_IN }
  await here.form.getByRole('checkbox', { name: 'Ofertas' }).check()
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  expect(sent('/v1/opt-ins')[1]?.body['noticeToken']).toBe('token-newer')
})

test.each([
  ['es', 'pt-BR', 'es', 'Tu número de WhatsApp'],
  ['pt-BR', 'en-US', 'pt', 'Seu número do WhatsApp'],
  ['en', 'es-MX', 'en', 'Your WhatsApp number'],
  ['fr', 'pt-BR', 'pt', 'Seu número do WhatsApp'],
  ['', 'de-DE', 'es', 'Tu número de WhatsApp'],
])('a page in "%s" in a browser in %s gets the form in %s', async (page, locale, lang, label) => {
  stub().page = pageIn(page)
  const { form } = await visit({ locale })
  await form.getByLabel(label, { exact: true }).waitFor()
  expect(await form.getAttribute('lang')).toBe(lang)
})

test('the element decides over the page', async () => {
  stub().page = pageIn('es', '<div data-quiero="frm_test" data-language="en"></div>')
  const { form } = await visit()
  await form.waitFor()
  expect(await form.getAttribute('lang')).toBe('en')
})
