import { expect, test } from 'vitest'
import type { QuieroApi } from '../../widget/install.ts'
import { button, dialog, FLOAT, floatVisits, focused, TALL } from './float-visits.ts'
import { pageIn } from './stub.ts'

const { stub, visit, floating } = floatVisits()

test('one line in the head of a page is a button in its corner, and the form comes when it is pressed', async () => {
  stub().page = pageIn('es', TALL, '').replace(
    '</head>',
    '<script src="/f/frm_test.js" data-float async></script></head>',
  )
  const here = await visit()
  await button(here).waitFor()
  expect(await button(here).textContent()).toBe('Recibir novedades por WhatsApp')
  expect(await here.form.count()).toBe(0)
  expect(stub().seen).toEqual([])
  await button(here).click()
  await here.form.waitFor()
  expect(await dialog(here).getAttribute('aria-labelledby')).toBe('title')
  expect(here.faults).toEqual([])
})

test('it does not open by itself: not by waiting, not by scrolling, not by leaving', async () => {
  const here = await floating()
  await here.page.mouse.move(200, 300)
  await here.page.mouse.wheel(0, 1500)
  await here.page.mouse.move(200, 0)
  await here.page.evaluate(() => document.documentElement.dispatchEvent(new Event('mouseleave')))
  await here.page.waitForTimeout(1500)
  expect(await dialog(here).count()).toBe(0)
})

test.each([
  ['the browser’s own dialog', ''],
  ['a browser without dialogs', 'delete HTMLDialogElement.prototype.showModal'],
])(
  'with %s keys are enough: opened, kept inside, closed, and back where they were',
  async (_, before) => {
    stub().page = pageIn('es', `<script>${before}</script>${TALL}${FLOAT}`)
    const here = await visit()
    await button(here).waitFor()
    await here.page.evaluate(() => scrollTo(0, 700))
    await button(here).focus()
    await here.page.keyboard.press('Enter')
    await here.form.waitFor()
    expect(await focused(here)).toBe('title')
    for (let times = 0; times < 30; times += 1) {
      await here.page.keyboard.press('Tab')
      expect(await focused(here)).not.toBe('a')
    }
    await here.page.keyboard.press('Escape')
    await dialog(here).waitFor({ state: 'detached' })
    await dialog(here).waitFor({ state: 'hidden' })
    expect(await focused(here)).toBe('float')
    expect(await here.page.evaluate(() => scrollY)).toBe(700)
    await here.page.keyboard.press('Enter')
    await here.page.locator('#close').click()
    expect(await dialog(here).count()).toBe(0)
  },
)

test('in the dialog the news takes the focus, and what was typed is there when it opens again', async () => {
  const here = await floating()
  await button(here).click()
  await here.form.locator('[type=submit]').click()
  await here.form.locator('input[aria-labelledby=title-orders]:focus').waitFor()
  await here.page.keyboard.press('Space')
  expect(await here.form.getByRole('checkbox').first().isChecked()).toBe(true)
  await here.form.locator('#phone').pressSequentially('5512345678')
  await here.page.locator('#close').click()
  await button(here).click()
  expect(await here.form.locator('#phone').inputValue()).toBe('55 1234 5678')
  await here.form.locator('[type=submit]').click()
  await here.form.locator('#link').waitFor()
  expect(await focused(here)).toBe('link')
})

test('Escape closes the list of countries first, and then the dialog', async () => {
  const here = await floating()
  await button(here).click()
  await here.form.locator('#country').click()
  await here.form.getByRole('option').first().waitFor()
  await here.page.keyboard.press('Escape')
  await here.form.getByRole('option').first().waitFor({ state: 'detached' })
  expect(await dialog(here).isVisible()).toBe(true)
  await here.page.keyboard.press('Escape')
  await dialog(here).waitFor({ state: 'hidden' })
})

test('behind the dialog nothing of the page can be reached, and it says so', async () => {
  const here = await floating()
  await button(here).click()
  await here.form.waitFor()
  expect(await dialog(here).getAttribute('aria-modal')).toBe('true')
  expect(await here.page.getByRole('link', { name: 'Una página larga' }).isVisible()).toBe(true)
  await here.page.locator('#a').focus()
  expect(await focused(here)).not.toBe('a')
})

test('a page whose part cannot be loaded is as it was', async () => {
  stub().missing = ['place.js']
  stub().page = pageIn('es', `${FLOAT}<div id="flow" data-quiero="frm_test"></div>`)
  const here = await visit()
  await here.page.locator('#flow .quiero').waitFor()
  await here.page.evaluate(() => (window as { Quiero?: QuieroApi }).Quiero?.open())
  await here.page.waitForTimeout(300)
  expect(await button(here).count()).toBe(0)
  expect(here.faults).toEqual([])
})

test('a page of one address that changes its whole body keeps the button that its script has put there', async () => {
  stub().page = pageIn('es', TALL, '').replace(
    '</head>',
    '<script src="/f/frm_test.js" data-float async></script></head>',
  )
  const here = await visit()
  await button(here).click()
  await here.form.waitFor()
  await here.page.evaluate(() => {
    const body = document.createElement('body')
    body.append('Otra página')
    document.body.replaceWith(body)
  })
  await expect.poll(() => button(here).count()).toBe(1)
  expect(await dialog(here).count()).toBe(0)
  await button(here).click()
  expect(await here.form.isVisible()).toBe(true)
  // Who takes the button itself away means it.
  await here.page.evaluate(() => document.querySelector('div[data-float]')?.remove())
  await here.page.waitForTimeout(100)
  expect(await button(here).count()).toBe(0)
  expect(here.faults).toEqual([])
})

test('the page lifts the button above a bar of its own', async () => {
  stub().page = pageIn('es', FLOAT).replace(
    '</head>',
    '<style>[data-float] { --quiero-above: 64px }</style></head>',
  )
  const here = await visit({ width: 320 })
  await button(here).waitFor()
  const box = await button(here).boundingBox()
  expect(box && Math.round(800 - box.y - box.height)).toBe(80)
})

test('after a no the button keeps quiet', async () => {
  const here = await floating()
  const loud = await button(here).evaluate((each) => getComputedStyle(each).backgroundColor)
  await button(here).click()
  await here.form.locator('.choice button').first().click()
  await here.form.locator('h2').waitFor()
  await here.page.locator('#close').click()
  const quiet = await button(here).evaluate((each) => getComputedStyle(each).backgroundColor)
  expect([loud, quiet]).toEqual(['rgb(0, 128, 105)', 'rgb(255, 255, 255)'])
  await here.page.reload()
  const later = await button(here).evaluate((each) => getComputedStyle(each).backgroundColor)
  expect(later).toBe(quiet)
})

test('the button never covers what has the focus', async () => {
  stub().page = pageIn(
    'es',
    `${TALL}<a href="#b" id="b" style="position:fixed;right:60px;bottom:30px">Ayuda</a>${FLOAT}`,
  )
  const here = await visit()
  await button(here).waitFor()
  const opacity = () => button(here).evaluate((each) => getComputedStyle(each).opacity)
  await here.page.locator('#b').focus()
  await expect.poll(opacity).toBe('0')
  await button(here).focus()
  await expect.poll(opacity).toBe('1')
})

test('the page opens and closes a form by its name, with a button or without', async () => {
  stub().page = pageIn('es', '<div data-quiero="frm_test" lang="es"></div>')
  const here = await visit()
  await here.form.waitFor()
  const call = (name: 'open' | 'close') =>
    here.page.evaluate((deed) => {
      const { Quiero: quiero } = window as { Quiero?: QuieroApi }
      if (deed === 'open') quiero?.open('frm_test')
      else quiero?.close()
    }, name)
  await call('open')
  await call('open')
  await dialog(here).locator('.quiero').waitFor()
  expect(await here.form.count()).toBe(2)
  expect(await button(here).count()).toBe(0)
  await call('close')
  await expect.poll(() => dialog(here).count()).toBe(0)
  await call('open')
  await dialog(here).locator('.quiero').waitFor()
  expect(await here.form.count()).toBe(2)
  expect(here.faults).toEqual([])
})

test('a page that styles everything away does not reach the button or the dialog', async () => {
  stub().page = pageIn('es', FLOAT).replace(
    '</head>',
    '<style>* { all: unset !important; display: none !important } html, body, main { display: block !important }</style></head>',
  )
  const here = await visit()
  await button(here).click()
  expect(await here.form.isVisible()).toBe(true)
})

test('under a strict CSP with Trusted Types it opens too, and from the whole file without another', async () => {
  stub().headers = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
  }
  for (const script of ['/f/frm_test.js', '/w/0.1.0/widget.js']) {
    stub().page = pageIn('es', '<p>Hola</p>' + FLOAT, `<script src="${script}"></script>`)
    stub().files.length = 0
    const here = await visit()
    await button(here).click()
    await here.form.waitFor()
    expect(await button(here).evaluate((each) => getComputedStyle(each).minHeight)).toBe('48px')
    expect(stub().files).toEqual(script.startsWith('/w') ? ['widget.js'] : ['first.js', 'place.js'])
    expect(here.faults).toEqual([])
  }
})
