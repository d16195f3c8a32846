import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const NOT_SENT = 'No se pudo enviar'
const KEPT = 'lo enviamos en cuanto haya'
const NOT_LOADED = 'Algo no se cargó'

const sayYes = async (here: Visit) => {
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
}

/** The chat needs nothing of ours: its link asks for exactly what is ticked, and follows every tick. */
const chatIsThere = async ({ form, faults }: Visit) => {
  const asksFor = () =>
    form.getByRole('link', { name: 'WhatsApp', exact: true }).getAttribute('href')
  const begun = 'https://wa.me/5511912345678?text=%23want'
  expect(await asksFor()).toBe(`${begun}%20offers`)
  await form.getByRole('checkbox', { name: 'Pedidos' }).check()
  expect(await asksFor()).toBe(`${begun}%20orders%20offers`)
  await form.getByRole('checkbox', { name: 'Ofertas' }).uncheck()
  expect(await asksFor()).toBe(`${begun}%20orders`)
  expect(await form.locator('#phone').inputValue()).toBe('55 1234 5678')
  expect(faults).toEqual([])
}

const PORTAL = '<!doctype html><title>Wi-Fi del hotel</title><h1>Acepta los términos</h1>'

test.each<[string, string, (route: Route) => Promise<void>]>([
  [
    'a captive portal that answers for everybody',
    NOT_SENT,
    (route) => route.fulfill({ status: 200, contentType: 'text/html', body: PORTAL }),
  ],
  [
    'a captive portal that sends everybody to its own page',
    KEPT,
    (route) => route.fulfill({ status: 302, headers: { location: 'http://portal.invalid/' } }),
  ],
  ['a certificate that is not ours', KEPT, (route) => route.abort('connectionfailed')],
  ['a network that is away', KEPT, (route) => route.abort('internetdisconnected')],
  [
    'a proxy without a server behind it',
    NOT_SENT,
    (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502</h1>' }),
  ],
  [
    'an answer of somebody else',
    NOT_SENT,
    (route) => route.fulfill({ status: 200, json: { ok: true } }),
  ],
  ['an answer that is null', NOT_SENT, (route) => route.fulfill({ status: 200, json: null })],
])('behind %s the form says so, and the chat is there', async (_, sentence, answer) => {
  const here = await visit({ before: (page) => page.route('**/v1/opt-ins', answer) })
  await sayYes(here)
  await here.form.getByText(sentence).waitFor()
  expect(await here.form.locator('#trouble').evaluate((line) => line.matches(':focus'))).toBe(true)
  await chatIsThere(here)
})

test.each<[string, (page: Page) => Promise<unknown>]>([
  ['a server that does not answer', (page) => page.route('**/v1/opt-ins', () => {})],
  [
    'a page whose fetch forgets its signal',
    (page) =>
      page.addInitScript(() => {
        const before = window.fetch
        window.fetch = (...asked) =>
          JSON.stringify(asked[0]).includes('/opt-ins') ? new Promise(() => {}) : before(asked[0])
      }),
  ],
])('%s is given up after fifteen seconds', async (_, before) => {
  const here = await visit({
    before: async (page) => {
      await page.clock.install()
      await before(page)
    },
  })
  await sayYes(here)
  await here.form.getByText('Enviando…').first().waitFor()
  await here.page.clock.fastForward(14_000)
  expect(await here.form.getByText(NOT_SENT).count()).toBe(0)
  await here.page.clock.fastForward(2000)
  await here.form.getByText(NOT_SENT).waitFor()
  await chatIsThere(here)
})

test.each<[string, () => void]>([
  [
    'forbids every request',
    () => {
      stub().headers = { 'content-security-policy': "connect-src 'none'" }
    },
  ],
  [
    'forbids every script but the first',
    () => {
      stub().headers = { 'content-security-policy': `script-src ${stub().origin}/f/` }
    },
  ],
  [
    'lets nothing through but the first script',
    () => {
      stub().missing = ['more.js']
    },
  ],
])('a page that %s: the form says so, and the chat is there', async (_, arrange) => {
  arrange()
  const here = await visit()
  await fillIn(here)
  // Nobody has asked for more than a tick: nothing is said yet.
  expect(await here.form.locator('#trouble').textContent()).toBe('')
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await here.form.getByText(NOT_LOADED).waitFor()
  await chatIsThere(here)
  const opened = here.page.waitForRequest(/^https:\/\/wa\.me\/.*%23want%20orders$/u)
  await here.form.getByRole('link', { name: 'WhatsApp', exact: true }).click()
  await opened
  await here.form.getByRole('button', { name: 'Dejar de recibir mensajes' }).click()
  await here.form.getByText(NOT_LOADED).waitFor()
  expect(here.faults).toEqual([])
})

test('what could not be loaded is loaded when it is asked for again', async () => {
  stub().missing = ['more.js']
  const here = await visit()
  await sayYes(here)
  await here.form.getByText(NOT_LOADED).waitFor()
  stub().missing = []
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  expect(stub().seen.filter(({ body }) => 'phone' in body)).toHaveLength(1)
})

test('Enter twice is one act', async () => {
  const here = await visit()
  await fillIn(here)
  await here.form.locator('form').evaluate((form) => {
    if (!(form instanceof HTMLFormElement)) return
    form.requestSubmit()
    form.requestSubmit()
  })
  await heading(here, 'Falta un paso')
  expect(stub().seen.filter(({ body }) => 'phone' in body)).toHaveLength(1)
})
