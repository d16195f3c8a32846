import { expect, test } from 'vitest'
import { HANDED_IN, pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const FORM = '<div data-quiero="frm_test"></div>'

/** On a desktop the message is sent by hand at once: nothing opens there. */
const byHand = async (here: Visit): Promise<void> => {
  await fillIn(here)
  await here.form.locator('a[href*=K7Q2MXA]').click()
  await heading(here, 'Esperamos tu mensaje')
  await here.form.locator('.scan').waitFor()
}

const selected = ({ page }: Visit): Promise<string> => page.evaluate(() => String(getSelection()))

/** A webview without a clipboard, in which a page copies nothing by script. */
const NO_COPY = `<script>Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })
  document.execCommand = () => false</script>`

test.each([
  ['Copiar el número', '+55 11 91234 5678'],
  ['Copiar el mensaje', '#want K7Q2MXA'],
])(
  'where copying is refused, “%s” selects what was to be copied and says so',
  async (name, text) => {
    stub().page = pageIn('es', NO_COPY + FORM)
    const here = await visit()
    await byHand(here)
    await here.form.getByRole('button', { name }).click()
    await here.form.getByText('No se pudo copiar').waitFor()
    expect((await selected(here)).replaceAll('\u00A0', ' ')).toBe(text)
    expect(await here.form.getByRole('button', { name, exact: true }).count()).toBe(1)
    expect(here.faults).toEqual([])
  },
)

test('an old webview without a clipboard copies all the same', async () => {
  stub().page = pageIn(
    'es',
    `<script>Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })</script>${FORM}
    <textarea id="paste"></textarea>`,
  )
  const here = await visit()
  await byHand(here)
  await here.form.getByRole('button', { name: 'Copiar el mensaje' }).click()
  await here.form.getByRole('button', { name: 'Copiado' }).waitFor()
  await here.page.locator('#paste').focus()
  await here.page.keyboard.press('Control+V')
  expect(await here.page.locator('#paste').inputValue()).toBe('#want K7Q2MXA')
})

test('the code to scan is the link itself, for whoever taps it', async () => {
  const here = await visit()
  await byHand(here)
  const link = here.form.locator('figure a')
  expect(await link.getAttribute('href')).toBe(HANDED_IN.links.whatsapp)
})

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36'
const IOS =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'
const SAFARI = `${IOS} Safari/604.1`

test.each([
  [
    'an Android webview',
    ANDROID,
    'Abrir en el navegador',
    'intent://quiero.example/f/frm_test?language=es#Intent;scheme=https;end',
  ],
  ['an iOS webview', IOS, 'Abrir en el navegador', 'https://quiero.example/f/frm_test?language=es'],
  ['Safari', SAFARI, 'Abrir en otra pestaña', 'https://quiero.example/f/frm_test?language=es'],
])('%s offers the form on a page of its own', async (_, userAgent, name, href) => {
  const here = await visit()
  await here.page.route('https://quiero.example/**', async (route) => {
    const url = new URL(route.request().url())
    const response = await route.fetch({ url: stub().origin + url.pathname + url.search })
    await route.fulfill({ response, headers: { 'access-control-allow-origin': '*' } })
  })
  stub().page = pageIn(
    'es',
    `<script>Object.defineProperty(Navigator.prototype, 'userAgent', { value: '${userAgent}' })</script>
    <div data-quiero="frm_test" data-api="https://quiero.example"></div>`,
  )
  await here.page.reload()
  await fillIn(here)
  await here.form.locator('.ways a[href^="https://wa.me"]').click()
  const link = here.form.getByRole('link', { name })
  expect(await link.getAttribute('href')).toBe(href)
  expect(await link.getAttribute('target')).toBe('_blank')
})

test('an app with a bridge is handed a page, not an intent', async () => {
  stub().page = pageIn(
    'es',
    `<script>Object.defineProperty(Navigator.prototype, 'userAgent', { value: '${ANDROID}' })
    window.notes = []
    window.QuieroAndroid = { postMessage: (text) => notes.push(JSON.parse(text)) }</script>${FORM}`,
  )
  const here = await visit()
  await byHand(here)
  await here.form.getByRole('link', { name: 'Abrir en el navegador' }).click()
  const told = await here.page.evaluate(
    () => (window as { notes?: { type: string; url?: string }[] }).notes ?? [],
  )
  expect(told.filter(({ type }) => type === 'open').map(({ url }) => url)).toEqual([
    `${stub().origin}/f/frm_test?language=es`,
  ])
})

/** The form in a frame that has no origin: storage throws, and its requests say `Origin: null`. */
const closedFrame = () => {
  stub().page = `<!doctype html><body>
    <iframe sandbox="allow-scripts allow-forms" src="/frame" width="375" height="760"></iframe></body>`
  stub().framed = pageIn('es')
}

const REFUSED = { status: 403, body: { code: 'origin-not-allowed' } }

test('a page without an origin says that the message alone is the yes, and asks for what was ticked', async () => {
  closedFrame()
  stub().answers['POST /v1/opt-ins'] = REFUSED
  const { page, faults } = await visit()
  const form = page.frameLocator('iframe').locator('.quiero')
  await fillIn({ page, form, faults })
  await form.getByRole('button', { name: 'Sí, quiero' }).click()
  await form.getByText('Aquí solo cuenta el mensaje').waitFor()
  const link = form.locator('.ways a[href^="https://wa.me"]')
  expect(await link.getAttribute('href')).toBe('https://wa.me/5511912345678?text=%23want%20offers')
  await link.click()
  await form.getByText(/envía (?:tú )?este mensaje a/iu).waitFor()
  expect(await form.textContent()).toContain('#want offers')
  await form.getByRole('button', { name: 'Copiar el mensaje' }).waitFor()
  expect(faults).toEqual([])
})
