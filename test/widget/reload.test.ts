import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { CONFIRMED, HANDED_IN, pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const posted = (path: string) =>
  stub().seen.filter(({ path: at, body }) => at === path && ('phone' in body || 'person' in body))

/** Everything that the page keeps, as one text. */
const keptIn = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))

const sayYes = async (here: Visit) => {
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
}

const stop = async (here: Visit) => {
  await here.form.getByRole('button', { name: 'Dejar de recibir mensajes' }).click()
  await heading(here, 'Dejar de recibir')
  await here.form.locator('#phone').pressSequentially('5512345678')
}

test('the waiting screen survives a reload, without the number, and ends when the message comes', async () => {
  const here = await visit()
  await sayYes(here)
  await heading(here, 'Falta un paso')
  await here.form.getByRole('link', { name: 'Continuar en WhatsApp' }).click()
  await heading(here, 'Esperamos tu mensaje')
  expect(await keptIn(here.page)).not.toContain('5512345678')
  await here.page.reload()
  await heading(here, 'Esperamos tu mensaje')
  const link = here.form.getByRole('link', { name: 'Continuar en WhatsApp' })
  expect(await link.getAttribute('href')).toBe(HANDED_IN.links.whatsapp)
  // The page was loaded, and nobody pressed anything: focus, and with it the view, stay where they are.
  expect(await here.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
  await heading(here, 'Quedó confirmado')
  expect(
    stub()
      .seen.filter(({ method }) => method === 'GET')
      .at(-1)?.watch,
  ).toBe('aurora.watch')
  expect(await keptIn(here.page)).toBe('[{},{}]')
  expect(here.faults).toEqual([])
})

test('a watch token that the server does not know ends the waiting', async () => {
  const here = await visit()
  await sayYes(here)
  await heading(here, 'Falta un paso')
  stub().answers['GET /v1/opt-ins/opt_1'] = { status: 404, body: { code: 'not-found' } }
  await here.page.reload()
  await heading(here, 'El código venció')
  expect(await keptIn(here.page)).toBe('[{},{}]')
})

test.each([
  '{"screen":',
  'kind=waiting&id=x',
  `kind=waiting&way=whatsapp&id=x&expiresAt=2001-01-01`,
])('what is odd or old is thrown away: %s', async (text) => {
  const here = await visit()
  await here.form.waitFor()
  await here.page.evaluate((kept) => {
    sessionStorage.setItem('quiero frm_test', kept)
    localStorage.setItem('quiero frm_test', 'yesterday')
  }, text)
  await here.page.reload()
  await here.form.getByRole('button', { name: 'Sí, quiero' }).waitFor()
  await sayYes(here)
  await heading(here, 'Falta un paso')
  expect(await keptIn(here.page)).not.toContain('yesterday')
  expect(here.faults).toEqual([])
})

test('a yes without a network says so, is kept over a reload, and is sent once when it is back', async () => {
  const here = await visit()
  await fillIn(here)
  stub().answers['POST /v1/opt-ins'] = null
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  await here.page.reload()
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  expect(await here.form.locator('#phone').inputValue()).toBe('+52 55 1234 5678')
  await here.page.context().setOffline(true)
  stub().answers['POST /v1/opt-ins'] = { status: 201, body: HANDED_IN }
  const before = posted('/v1/opt-ins').length
  await here.page.context().setOffline(false)
  await heading(here, 'Falta un paso')
  expect(posted('/v1/opt-ins')).toHaveLength(before + 1)
  expect(new Set(posted('/v1/opt-ins').map(({ body }) => body['attempt'])).size).toBe(1)
  expect(await keptIn(here.page)).not.toContain('5512345678')
})

test('a kept yes that is taken back with a no is not sent', async () => {
  const here = await visit()
  stub().answers['POST /v1/opt-ins'] = null
  await sayYes(here)
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  await here.form.getByRole('button', { name: 'No, gracias' }).click()
  await heading(here, 'no te escribirá')
  expect(await keptIn(here.page)).not.toContain('5512345678')
  stub().seen.length = 0
  await here.page.context().setOffline(true)
  await here.page.context().setOffline(false)
  await here.page.waitForTimeout(500)
  expect(posted('/v1/opt-ins')).toEqual([])
})

test('an opt-out without a network is kept over a reload and sent once when it is back', async () => {
  const here = await visit()
  stub().answers['POST /v1/opt-outs'] = null
  await stop(here)
  await here.page.keyboard.press('Enter')
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  await here.page.reload()
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  stub().answers['POST /v1/opt-outs'] = { status: 200, body: { status: 'stopped' } }
  const before = posted('/v1/opt-outs').length
  await here.page.context().setOffline(true)
  await here.page.context().setOffline(false)
  await heading(here, 'ya no le escribirá a ese número')
  expect(posted('/v1/opt-outs')).toHaveLength(before + 1)
  expect(await keptIn(here.page)).toBe('[{},{}]')
})

test('who said no is not asked again at the next visit, and can change their mind', async () => {
  const here = await visit()
  await here.form.getByRole('button', { name: 'No, gracias' }).click()
  await heading(here, 'no te escribirá')
  const kept = await here.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)))
  expect(kept).toEqual({ 'quiero frm_test': expect.stringMatching(/^\d+$/u) })
  const later = await visit()
  await heading(later, 'no te escribirá')
  expect(await later.form.getByRole('button', { name: 'Sí, quiero' }).count()).toBe(0)
  await later.form.getByRole('button', { name: 'Dejar de recibir mensajes' }).waitFor()
  await later.form.getByRole('button', { name: 'Cambié de opinión' }).click()
  await sayYes(later)
  await heading(later, 'Falta un paso')
  expect(await later.page.evaluate(() => localStorage.length)).toBe(0)
})

test('what is kept is drawn in place of the form, which is not seen even for a moment', async () => {
  const here = await visit()
  await here.form.getByRole('button', { name: 'No, gracias' }).click()
  await heading(here, 'no te escribirá')
  await here.page.route('**/more.js', async (route) => {
    await here.page.waitForTimeout(600)
    await route.continue()
  })
  await here.page.reload()
  await here.form.waitFor({ state: 'attached' })
  await here.page.waitForTimeout(200)
  expect(await here.form.textContent()).toBe('')
  await heading(here, 'no te escribirá')
})

test('where the browser does not tell that the network is back, it is tried again after a while', async () => {
  const here = await visit({ before: (page) => page.clock.install() })
  stub().answers['POST /v1/opt-outs'] = null
  await stop(here)
  await here.page.keyboard.press('Enter')
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  stub().answers['POST /v1/opt-outs'] = { status: 200, body: { status: 'stopped' } }
  const before = posted('/v1/opt-outs').length
  await here.page.clock.fastForward(21_000)
  await heading(here, 'ya no le escribirá a ese número')
  expect(posted('/v1/opt-outs')).toHaveLength(before + 1)
})

test('a no is over after half a year', async () => {
  const here = await visit()
  await here.page.evaluate(() => {
    const longAgo = Date.now() - 183 * 24 * 60 * 60 * 1000
    localStorage.setItem('quiero frm_test', String(longAgo))
  })
  await here.page.reload()
  await here.form.getByRole('button', { name: 'Sí, quiero' }).waitFor()
  expect(await keptIn(here.page)).not.toContain('frm_test')
})

test('a page that forbids storage changes nothing else', async () => {
  stub().page = pageIn(
    'es',
    `<script>for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })</script>
    <div data-quiero="frm_test"></div>`,
  )
  const here = await visit()
  await sayYes(here)
  await heading(here, 'Falta un paso')
  expect(here.faults).toEqual([])
})

test('what is kept is kept for each form apart', async () => {
  const here = await visit()
  stub().answers['POST /v1/opt-ins'] = null
  await sayYes(here)
  await here.form.getByText('lo enviamos en cuanto haya').waitFor()
  expect(await here.page.evaluate(() => Object.keys(sessionStorage))).toEqual(['quiero frm_test'])
})
