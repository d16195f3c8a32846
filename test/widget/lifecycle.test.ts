import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import type { QuieroApi } from '../../widget/install.ts'
import { pageIn } from './stub.ts'
import { fillIn, heading, visits, type Visit } from './visit.ts'

const { stub, visit } = visits()

const WATCH = '/v1/opt-ins/opt_1'
const asked = () => stub().seen.filter(({ path }) => path === WATCH).length

/** As a page of one address does: the element is taken out and kept, and put back later. */
const takeOut = ({ page }: Visit) =>
  page.evaluate(() => {
    const place = document.querySelector('[data-quiero]')
    Object.assign(window, { kept: place })
    place?.remove()
  })
const putBack = ({ page }: Visit) =>
  page.evaluate(() => {
    const { kept } = window as { kept?: Element }
    if (kept) document.body.append(kept)
  })

test('taken out of the page it asks no more; put back it goes on where it was', async () => {
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  await takeOut(here)
  await here.page.waitForTimeout(200)
  const before = asked()
  await here.page.waitForTimeout(2500)
  expect(asked()).toBe(before)
  await putBack(here)
  await expect.poll(asked).toBe(before + 1)
  expect(await here.form.getByRole('heading', { name: 'Falta un paso' }).isVisible()).toBe(true)
  expect(here.faults).toEqual([])
})

// Headless Chromium keeps no page for the way back (`BackForwardCacheDisabledForDelegate`): this is what a browser
// that does tells a page.
test('a page that comes back from the browser’s cache asks at once', async () => {
  const here = await visit()
  await fillIn(here)
  await here.form.getByRole('button', { name: 'Sí, quiero' }).click()
  await heading(here, 'Falta un paso')
  const before = asked()
  await here.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  await expect.poll(asked, { timeout: 500 }).toBe(before + 1)
})

test('two forms on a page do not know of each other', async () => {
  const views = stub().views
  const [first] = views
  if (!first) throw new Error('no form')
  stub().views = [...views, { ...first, form: 'frm_other' }]
  stub().page = pageIn(
    'es',
    '<div id="one" data-quiero="frm_test"></div><quiero-form id="two" form="frm_other"></quiero-form>',
  )
  const here = await visit()
  const [one, two] = [here.page.locator('#one'), here.page.locator('#two')]
  await two.getByRole('checkbox').first().check()
  expect(await one.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await fillIn({ ...here, form: one.locator('.quiero') })
  await one.locator('[type=submit]').click()
  await one.locator('#link').waitFor()
  expect(await two.locator('[type=submit]').isVisible()).toBe(true)
  const forms = () => [...new Set(stub().seen.map(({ body }) => body['form']))].filter(Boolean)
  await expect.poll(() => new Set(forms())).toEqual(new Set(['frm_other', 'frm_test']))
  stub().views = views
})

test('the script twice, in a corner too, is one button', async () => {
  const script = '<script src="/f/frm_test.js" data-float></script>'
  stub().page = pageIn('es', '<p>Hola</p>', script + script)
  const { page, faults } = await visit()
  await page.locator('#float').waitFor()
  await page.waitForTimeout(300)
  expect(await page.locator('#float').count()).toBe(1)
  expect(faults).toEqual([])
})

test('taken away before what follows has come, it leaves no listener and no style behind', async () => {
  stub().page = pageIn('es', '<div id="here"></div>').replace(
    '<body>',
    `<body><script>window.listening = 0
    for (const [name, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
      const before = document[name]
      document[name] = function (kind, ...rest) {
        if (kind === 'visibilitychange') window.listening += by
        return before.call(this, kind, ...rest)
      }
    }</script>`,
  )
  const here = await visit()
  await here.form.waitFor()
  const left = await here.page.evaluate(async () => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    const place = document.getElementById('here')
    if (!place) return []
    for (let round = 0; round < 10; round += 1) {
      const takeAway = quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve))
      place.shadowRoot?.querySelector('input')?.click()
      takeAway?.()
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    const takeLast = quiero?.mount(place, { form: 'frm_test' })
    await new Promise((resolve) => setTimeout(resolve))
    takeLast?.()
    return [Reflect.get(window, 'listening'), place.shadowRoot?.adoptedStyleSheets.length]
  })
  expect(left).toEqual([0, 0])
})

/** What the page holds once all that nobody holds is gone. */
const held = async (session: CDPSession) => {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { nodes, listeners: jsEventListeners }
}

/** Ways for a form to come and go, each as often as is said. */
const ROUNDS: { readonly [way: string]: (times: number) => Promise<void> } = {
  'mounted and taken away, in one element': async (times) => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    const place = document.getElementById('here')
    if (!place) return
    for (let round = 0; round < times; round += 1) {
      const takeAway = quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.shadowRoot?.querySelector('input')?.click()
      await new Promise((resolve) => setTimeout(resolve, 5))
      takeAway?.()
    }
  },
  'dropped by the page without a word': async (times) => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    for (let round = 0; round < times; round += 1) {
      const place = document.createElement('div')
      document.body.append(place)
      quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.shadowRoot?.querySelector('input')?.click()
      // Until what follows has come, and listens.
      await new Promise((resolve) => setTimeout(resolve, 40))
      place.remove()
    }
  },
  'as an element': async (times) => {
    for (let round = 0; round < times; round += 1) {
      const place = document.createElement('quiero-form')
      place.setAttribute('form', 'frm_test')
      document.body.append(place)
      await new Promise((resolve) => setTimeout(resolve, 10))
      place.shadowRoot?.querySelector('input')?.click()
      await new Promise((resolve) => setTimeout(resolve, 40))
      place.remove()
    }
  },
  'as a button with a dialog': async (times) => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    for (let round = 0; round < times; round += 1) {
      const place = document.createElement('div')
      place.dataset['float'] = ''
      document.body.append(place)
      quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.shadowRoot?.getElementById('float')?.click()
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.remove()
    }
  },
  'as a button with a dialog, and taken away': async (times) => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    const place = document.getElementById('here')
    if (!place) return
    place.dataset['float'] = ''
    for (let round = 0; round < times; round += 1) {
      const takeAway = quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.shadowRoot?.getElementById('float')?.click()
      await new Promise((resolve) => setTimeout(resolve, 5))
      takeAway?.()
    }
  },
  'in an app, dropped without a word': async (times) => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    Object.assign(window, { QuieroApp: { postMessage: () => {} } })
    for (let round = 0; round < times; round += 1) {
      const place = document.createElement('div')
      place.dataset['view'] = 'app'
      document.body.append(place)
      quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve, 10))
      place.remove()
    }
  },
  'beside the page’s field': async (times) => {
    const { Quiero: quiero } = window as { Quiero?: QuieroApi }
    for (let round = 0; round < times; round += 1) {
      const place = document.createElement('div')
      place.dataset['attach'] = '#tel'
      document.body.append(place)
      quiero?.mount(place, { form: 'frm_test' })
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.shadowRoot?.querySelector('input')?.click()
      await new Promise((resolve) => setTimeout(resolve, 5))
      place.remove()
    }
  },
}

test.each(Object.keys(ROUNDS))('a hundred forms, %s, leave nothing behind', async (way) => {
  stub().page = pageIn('es', '<div id="here"></div><input id="tel" value="5512345678">')
  const here = await visit()
  await here.form.waitFor()
  const rounds = ROUNDS[way]
  if (!rounds) throw new Error('no such way')
  const session = await here.page.context().newCDPSession(here.page)
  // What is made once is made before the counting.
  await here.page.evaluate(rounds, 5)
  await here.page.waitForTimeout(500)
  const before = await held(session)
  await here.page.evaluate(rounds, 100)
  await expect
    .poll(async () => {
      const now = await held(session)
      // Less than one node or listener a round: what is left is the browser's own.
      return [now.nodes - before.nodes < 50, now.listeners - before.listeners < 20]
    })
    .toEqual([true, true])
  expect(here.faults).toEqual([])
})
