import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { CONFIRMED, HANDED_IN, pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

/** A phone: its apps open over the page. */
const PHONE = `const real = matchMedia
  window.matchMedia = (query) => query.includes('coarse') ? { matches: true } : real(query)`

/** What an app keeps of what it is told, and how it answers a link. */
const NOTES = 'window.notes = []; const hear = (text) => notes.push(JSON.parse(text))'

/** A page inside an app, whose webview is played by a script that runs before ours. */
const inApp = (play: string, place = 'data-view="app"'): string =>
  pageIn(
    'es',
    `<script>${PHONE};${NOTES};${play}</script><div data-quiero="frm_test" ${place}></div>`,
  )

type Note = { readonly type: string; readonly [name: string]: unknown }

const notes = ({ page }: Visit): Promise<Note[]> =>
  page.evaluate(() => (window as { notes?: Note[] }).notes ?? [])

const types = async (here: Visit): Promise<readonly string[]> =>
  (await notes(here)).map(({ type }) => type).filter((type) => type !== 'resize')

const sayYes = async (here: Visit): Promise<void> => {
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await here.form.locator('#link').waitFor()
}

const byHand = ({ form }: Visit): Locator => form.getByRole('button', { name: 'Copiar el mensaje' })

const PORTS = [
  ['React Native', 'window.ReactNativeWebView = { postMessage: hear }', 'data-view="app"'],
  ['iOS', 'window.webkit = { messageHandlers: { quiero: { postMessage: hear } } }', ''],
  [
    'Android, which binds its methods to their object',
    'window.QuieroAndroid = { postMessage(text) { if (this !== QuieroAndroid) throw 0; hear(text) } }',
    '',
  ],
  ['Flutter', 'window.QuieroApp = { postMessage: hear }', ''],
] as const

test.each(PORTS)(
  'an app by %s opens the link and hears what comes of it',
  async (_, play, place) => {
    stub().page = inApp(play, place)
    const here = await visit()
    const followed: string[] = []
    here.page.on('request', (request) => followed.push(request.url()))
    await sayYes(here)
    // The press on “yes” goes on to the link by itself on a phone.
    await heading(here, 'Esperamos tu mensaje')
    stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
    await heading(here, 'Quedó confirmado')
    expect(await types(here)).toEqual(['shown', 'submitted', 'open', 'confirmed'])
    const told = await notes(here)
    expect(told.every(({ quiero, form }) => quiero === 1 && form === 'frm_test')).toBe(true)
    expect(told.find(({ type }) => type === 'open')?.['url']).toBe(HANDED_IN.links.whatsapp)
    expect(followed.filter((url) => url.startsWith('https://wa.me/'))).toEqual([])
    expect(told.find(({ type }) => type === 'submitted')?.['categories']).toEqual(['offers'])
    expect(told.find(({ type }) => type === 'resize')?.['height']).toBeGreaterThan(300)
    expect(JSON.stringify(told)).not.toMatch(/5512345678|aurora\.watch|token-es/u)
    expect(here.faults).toEqual([])
  },
)

const IOS = PORTS[1][1]

test('an app that is asked for so hears of the form before anybody touches it', async () => {
  stub().page = inApp(IOS)
  const here = await visit()
  await expect.poll(() => types(here)).toEqual(['shown'])
})

test('an app hears of a no, and of a stop', async () => {
  stub().page = inApp(IOS)
  const here = await visit()
  await here.form.getByRole('button', { name: 'No, gracias' }).click()
  await here.form.getByRole('button', { name: 'Dejar de recibir mensajes' }).click()
  await here.form.locator('#phone').pressSequentially('5512345678')
  await here.page.keyboard.press('Enter')
  await heading(here, 'ya no le escribirá')
  expect(await types(here)).toEqual(['shown', 'refused', 'stopped'])
})

test('a way without typing is opened by the app, and not before a box is ticked', async () => {
  stub().page = inApp(IOS)
  const here = await visit()
  const way = here.form.locator('.ways a[href^="sms:"]')
  await way.click()
  await here.form.getByText('Marca al menos un tema').waitFor()
  expect(await types(here)).toEqual(['shown'])
  await here.form.getByRole('checkbox', { name: 'Ofertas' }).check()
  await way.click()
  await expect.poll(() => types(here)).toEqual(['shown', 'open', 'submitted'])
  const url = String((await notes(here)).find(({ type }) => type === 'open')?.['url'])
  expect(url).toMatch(/^sms:\+5511912345679[?&]body=%23want%20offers$/u)
})

const ANSWERS = [
  ['runs in the page', `postMessage(answer, '*')`],
  ['is dispatched on the window', `dispatchEvent(new MessageEvent('message', { data: answer }))`],
  [
    'is dispatched on the document',
    `document.dispatchEvent(new MessageEvent('message', { data: answer }))`,
  ],
] as const

test.each(ANSWERS)('an app whose answer %s says at once that nothing opened', async (_, run) => {
  stub().page = inApp(IOS)
  const here = await visit()
  await sayYes(here)
  await heading(here, 'Esperamos tu mensaje')
  expect(await byHand(here).count()).toBe(0)
  await here.page.evaluate(
    `(() => { const answer = JSON.stringify({ quiero: 1, type: 'opened', ok: false }); ${run} })()`,
  )
  await byHand(here).waitFor({ timeout: 500 })
})

test('a frame inside the page does not speak for the app', async () => {
  stub().page = inApp(IOS).replace('<div', '<iframe srcdoc="An advertisement"></iframe><div')
  const here = await visit()
  await sayYes(here)
  await heading(here, 'Esperamos tu mensaje')
  await here.page.frames()[1]?.evaluate(() => {
    parent.postMessage({ quiero: 1, type: 'opened', ok: false }, '*')
  })
  await here.page.waitForTimeout(500)
  expect(await byHand(here).count()).toBe(0)
})

test('an app that has opened the link is believed', async () => {
  stub().page = inApp(IOS)
  const here = await visit()
  await sayYes(here)
  await heading(here, 'Esperamos tu mensaje')
  await here.page.evaluate(() => postMessage({ quiero: 1, type: 'opened', ok: true }, '*'))
  await here.page.waitForTimeout(2000)
  expect(await byHand(here).count()).toBe(0)
})

test('an app that never answers is asked once: then the link is a plain link again', async () => {
  stub().page = inApp(IOS)
  const here = await visit()
  await sayYes(here)
  await byHand(here).waitFor()
  const [request] = await Promise.all([
    here.page.waitForRequest('https://wa.me/**'),
    here.form.locator('#link').click(),
  ])
  expect(request.url()).toBe(HANDED_IN.links.whatsapp)
})

test('an app whose port breaks does not break the form', async () => {
  stub().page = inApp(`${IOS}; webkit.messageHandlers.quiero.postMessage = () => { throw 0 }`)
  const here = await visit()
  await sayYes(here)
  await byHand(here).waitFor()
  expect(here.faults).toEqual([])
})

test('a React Native app that did not ask for the app’s page is left alone', async () => {
  stub().page = inApp('window.ReactNativeWebView = { postMessage: hear }', '')
  const here = await visit()
  const followed = here.page.waitForRequest('https://wa.me/**')
  await sayYes(here)
  await followed
  expect(await notes(here)).toEqual([])
})

test('an app’s page in a frame that names no origin follows its links itself', async () => {
  stub().page = aroundForm('?view=app')
  stub().framed = inApp('')
  const around = await visit()
  const frame = around.page.frameLocator('iframe')
  await frame.getByRole('checkbox', { name: 'Ofertas' }).check()
  const followed = around.page.waitForRequest('https://wa.me/**')
  await frame.locator('a[href*=K7Q2MXA]').click()
  expect((await followed).url()).toBe(HANDED_IN.links.whatsapp)
})

/** A page around the form's page, which keeps what it is told. */
const aroundForm = (query: string): string =>
  `<!doctype html><body><script>window.notes = []
    onmessage = ({ data }) => notes.push(JSON.parse(data))</script>
  <iframe src="/frame${query}" width="375" height="760"></iframe></body>`

test.each([
  ['its own origin is told', '?view=app', 'ORIGIN', ['shown']],
  ['another origin is told nothing', '?view=app', 'https://app.example', []],
  ['nobody is told where any origin is named', '?view=app', '*', []],
  ['nobody is told on a page that was not asked for as an app’s', '', 'ORIGIN', []],
] as const)('a frame: %s', async (_, query, origin, expected) => {
  stub().page = aroundForm(query)
  const named = origin === 'ORIGIN' ? stub().origin : origin
  stub().framed = pageIn('es', `<div data-quiero="frm_test" data-app-origin="${named}"></div>`)
  const around = await visit()
  const frame = around.page.frameLocator('iframe')
  await frame.getByRole('checkbox', { name: 'Ofertas' }).check()
  await frame.locator('.ways a[href^="https://wa.me"]').waitFor()
  await around.page.waitForTimeout(300)
  expect(await types(around)).toEqual(expected)
})
