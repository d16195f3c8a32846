import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { QuieroApi } from '../../widget/install.ts'
import { CONFIRMED, pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const NAMES = ['shown', 'submitted', 'confirmed', 'refused', 'stopped']

/** A page that keeps what it is told, at its outermost element. */
const listening = (inside: string, script?: string) =>
  pageIn('es', inside, script).replace(
    '</head>',
    `<script>window.told = []; window.dataLayer = [{ event: 'before' }]
    for (const name of ${JSON.stringify(NAMES)}) document.documentElement.addEventListener('quiero:' + name,
      (event) => told.push([name, event.target.id, event.detail]))</script></head>`,
  )

const held = ({ page }: Visit, name: 'told' | 'dataLayer' | 'heard') =>
  page.evaluate((each): unknown => Reflect.get(window, each), name)

const YES = 'Sí, quiero'

test('from a dialog too, through the data layer that the script names', async () => {
  stub().page = listening(
    '<p>Hola</p>',
    '<script src="/f/frm_test.js" data-float data-layer="dataLayer"></script>',
  )
  const here = await visit()
  await here.page.locator('#float').click()
  await here.form.waitFor()
  await expect.poll(() => held(here, 'dataLayer')).toHaveLength(2)
  expect(await held(here, 'told')).toEqual([['shown', '', { form: 'frm_test' }]])
})

test.each(['nowhere', 'location', 'undefined'])(
  'a data layer called %j is left alone',
  async (layer) => {
    stub().page = listening(`<div data-quiero="frm_test" data-layer="${layer}"></div>`)
    const here = await visit()
    await fillIn(here)
    await here.form.getByRole('button', { name: YES }).click()
    await heading(here, 'Falta un paso')
    expect(here.faults).toEqual([])
  },
)

test('a listener or a data layer that throws does not break the form', async () => {
  stub().page = listening('<div data-quiero="frm_test" data-layer="dataLayer"></div>').replace(
    '</head>',
    `<script>addEventListener('quiero:submitted', () => { throw new Error('theirs') })
    dataLayer.push = () => { throw new Error('theirs') }</script></head>`,
  )
  stub().answers['GET /v1/opt-ins/opt_1'] = { status: 200, body: CONFIRMED }
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: YES }).click()
  await here.form.locator('.done').waitFor()
  expect(new Set(here.faults)).toEqual(new Set(['theirs']))
})

test('the page can listen with a function, and end it', async () => {
  stub().page = pageIn(
    'es',
    '<div id="here" data-quiero="frm_test"></div><div id="there"></div>',
    '',
  )
    .replace('</body>', '<script src="/f/frm_test.js"></script></body>')
    .replace(
      '</body>',
      `<script>window.heard = []; window.off = Quiero.on('shown', (event) => heard.push([event.target.id, event.detail]))</script></body>`,
    )
  const here = await visit()
  await here.form.waitFor()
  await expect.poll(() => held(here, 'heard')).toEqual([['here', { form: 'frm_test' }]])
  await here.page.evaluate(() => {
    const page = window as { Quiero?: QuieroApi; off?: () => void }
    page.off?.()
    const place = document.getElementById('there')
    if (place) page.Quiero?.mount(place, { form: 'frm_test' })
  })
  await here.page.locator('#there .quiero').waitFor()
  await here.page.waitForTimeout(100)
  expect(await held(here, 'heard')).toHaveLength(1)
})

test('as an element it stands where it is put, moves with it, and is drawn anew when it changes', async () => {
  stub().page = pageIn('es', '<quiero-form form="frm_test" language="pt"></quiero-form>')
  const here = await visit()
  const element = here.page.locator('quiero-form')
  const yes = (name: string) => element.getByRole('button', { name, exact: true })
  await yes('Sim, quero').waitFor()
  await element.evaluate((each) => each.setAttribute('language', 'en'))
  await yes('Yes, please').waitFor()
  await element.evaluate((each) => each.setAttribute('theme', 'dark'))
  await element.locator('.quiero[data-scheme=dark]').waitFor()
  expect(await element.locator('.quiero').count()).toBe(1)

  await element.getByRole('checkbox').first().check()
  const ticked = await element.evaluate(async (each) => {
    const tickedNow = () => each.shadowRoot?.querySelectorAll('input:checked').length
    document.body.append(each)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const moved = tickedNow()
    each.remove()
    await new Promise((resolve) => setTimeout(resolve, 50))
    document.body.append(each)
    await new Promise((resolve) => setTimeout(resolve, 50))
    return [moved, tickedNow()]
  })
  expect(ticked).toEqual([1, 1])
  expect(await element.locator('.quiero').count()).toBe(1)
  expect(here.faults).toEqual([])
})

test('an element that a page makes later finds its form', async () => {
  stub().page = pageIn('es', '<div data-quiero="frm_test"></div>')
  const here = await visit()
  await here.form.waitFor()
  await fillIn(here)
  // Who asks for nothing of the kind does not pay for it.
  expect(stub().files).not.toContain('place.js')
  await here.page.evaluate(() => {
    const element = document.createElement('quiero-form')
    element.setAttribute('form', 'frm_test')
    document.body.append(element)
  })
  await here.page.locator('quiero-form .quiero').waitFor()
  expect(stub().files).toContain('place.js')
  expect(here.faults).toEqual([])
})

test.each([
  ['with a button in the corner', '<div data-quiero="frm_test" data-float></div>', 1],
  ['without one', '<p>Hola</p>', 0],
])('opened at once, before its part has come, %s, it is one dialog', async (_, inside, buttons) => {
  stub().page = pageIn('es', inside, '').replace(
    '</body>',
    '<script src="/f/frm_test.js"></script><script>Quiero.open()</script></body>',
  )
  const { page, faults } = await visit()
  await page.getByRole('dialog').locator('.quiero').waitFor()
  expect(await page.locator('dialog').count()).toBe(1)
  expect(await page.locator('#float').count()).toBe(buttons)
  expect(faults).toEqual([])
})

/** A page of another origin, which brings the script in by its own means. */
const elsewhere = async (html: string) => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(html.replaceAll('STUB', stub().origin))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { server, url: `http://localhost:${port}/` }
}

describe('where no script is running when the form comes', () => {
  const BY_HAND =
    "<script>fetch('STUB/f/frm_test.js').then((it) => it.text()).then((code) => setTimeout(code))</script>"

  test.each([
    [
      'its tag says where the server is',
      '<script type="module" src="STUB/f/frm_test.js"></script>',
      '',
    ],
    ['the page says it', BY_HAND, ' data-api="STUB"'],
  ])('%s', async (_, script, data) => {
    const { server, url } = await elsewhere(
      pageIn('es', `<div data-quiero="frm_test"${data}></div>`, script),
    )
    const here = await visit()
    await here.page.goto(url)
    await here.form.waitFor()
    await fillIn(here)
    await here.form.getByRole('button', { name: YES }).click()
    await heading(here, 'Falta un paso')
    server.closeAllConnections()
    server.close()
    expect(here.faults).toEqual([])
  })

  test('nothing says it: no form, no request to the page’s own server, and a word to its developer', async () => {
    const { server, url } = await elsewhere(
      pageIn('es', '<div data-quiero="frm_test"></div>', BY_HAND),
    )
    const said: string[] = []
    const asked: string[] = []
    const here = await visit()
    here.page.on('console', (message) => said.push(message.text()))
    here.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await here.page.goto(url)
    await expect.poll(() => said).toContain('Quiero: no data-api')
    expect(await here.form.count()).toBe(0)
    expect(asked).toEqual(['/', '/f/frm_test.js'])
    server.closeAllConnections()
    server.close()
    expect(here.faults).toEqual([])
  })
})
