import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { freePort } from '../story/free-ports.ts'
import { pageVisits } from './world.ts'

const FORM = '/f/frm_demo'
const shopPort = await freePort()
const SHOP = `http://localhost:${shopPort}`
const { url, visit, faults } = pageVisits({}, [SHOP])

const script = '**/f/frm_demo.js*'

describe('without JavaScript', () => {
  test('the whole way goes by keyboard alone, and Enter in the field means yes', async () => {
    const page = await visit(FORM)
    for (let tabs = 0; tabs < 2; tabs += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('55 1234 5678')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: FORM_TEXTS.es.continue }).waitFor()
    expect(page.url()).toBe(`${url()}${FORM}?language=es`)
    expect(await page.locator('.draft').first().textContent()).toContain('“Ofertas”')
    await page.getByRole('button', { name: PAGE_TEXTS.es.lookNow }).press('Enter')
    await page.getByText(PAGE_TEXTS.es.notYet).waitFor()
    expect(page.url()).toBe(`${url()}${FORM}/status?language=es`)
    await page.getByRole('link', { name: FORM_TEXTS.es.openWhatsApp }).press('Enter')
    await page.waitForURL(/^https:\/\/wa\.me\/5511912345678\?text=%23want/u)
    expect(faults).toEqual([])
  })

  test('what is wrong has the focus, and the rest is as it was left', async () => {
    const page = await visit(`${FORM}?view=app`)
    await page.getByRole('checkbox', { name: 'Pedidos' }).check()
    await page.getByLabel(FORM_TEXTS.es.country).selectOption('AR')
    await page.getByLabel(FORM_TEXTS.es.phone).fill('11 2345')
    await page.locator('[value=yes]').click()
    const field = page.locator('#phone[aria-invalid=true]')
    await field.waitFor()
    expect(await field.inputValue()).toBe('11 2345')
    expect(await page.getByLabel(FORM_TEXTS.es.country).inputValue()).toBe('AR')
    expect(await page.getByRole('checkbox', { name: 'Pedidos' }).isChecked()).toBe(true)
    await expect.poll(() => focused(page)).toBe('phone')
    expect(await page.locator('.around').count()).toBe(0)
  })

  test('no is one press, and stopping is one number and one press', async () => {
    const page = await visit(FORM)
    await page.locator('[value=no]').click()
    await page.getByRole('heading', { name: /no te escribirá/u }).waitFor()
    await page.getByRole('link', { name: /^Dejar de recibir/u }).click()
    await page.getByLabel(FORM_TEXTS.es.phone).fill('5512345678')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /ya no le escribirá/u }).waitFor()
    expect(page.url()).toBe(`${url()}${FORM}/stop?language=es`)
  })

  test('a pasted number is answered where it was pasted, and not in the address', async () => {
    const page = await visit('/n/demo/main')
    await page.getByLabel(PAGE_TEXTS.es.sender.pasteHere).fill('+52 55 1234 5678')
    await page.keyboard.press('Enter')
    await page.locator('.verdict').waitFor()
    expect(page.url()).toBe(`${url()}/n/demo/main?language=es#check`)
    expect(await page.locator('.verdict').textContent()).toContain('No. Café Aurora no escribe')
  })
})

describe('with JavaScript', () => {
  test('a browser without constructed style sheets shows the widget as it looks', async () => {
    const page = await visit(FORM, {
      javaScriptEnabled: true,
      before: (opened) =>
        opened.addInitScript(() => {
          for (const holder of [Document, ShadowRoot]) {
            Reflect.deleteProperty(holder.prototype, 'adoptedStyleSheets')
          }
          Reflect.deleteProperty(window, 'CSSStyleSheet')
        }),
    })
    const yes = page.locator('.quiero [type=submit]')
    await yes.waitFor()
    const colour = await yes.evaluate((button) => getComputedStyle(button).backgroundColor)
    expect(colour).toBe('rgb(0, 128, 105)')
    await page.locator('.quiero').getByRole('checkbox').last().check()
    await page.locator('.quiero #phone').fill('5512345678')
    await yes.click()
    const link = page.locator('.quiero #link')
    await link.waitFor()
    expect(await link.evaluate((face) => getComputedStyle(face).backgroundColor)).toBe(colour)
    expect(faults).toEqual([])
  })

  test('the widget takes the plain form’s place, and the whole way goes in it', async () => {
    const page = await visit(FORM, { javaScriptEnabled: true })
    const widget = page.locator('.quiero')
    await widget.waitFor()
    expect(await page.locator('#say-yes').isVisible()).toBe(false)
    await widget.getByRole('checkbox').last().check()
    await widget.locator('#phone').fill('5512345678')
    await widget.locator('[type=submit]').click()
    await widget.locator('#link').waitFor()
    expect(faults).toEqual([])
  })

  test('what somebody has begun to type is not taken away by a script that comes late', async () => {
    const late = new EventEmitter()
    const page = await visit(FORM, {
      javaScriptEnabled: true,
      before: (fresh) =>
        fresh.route(script, async (route) => {
          await once(late, 'now')
          await route.continue()
        }),
    })
    await page.locator('#phone').pressSequentially('55')
    const arrived = page.waitForResponse(script)
    late.emit('now')
    await (await arrived).finished()
    await page.waitForFunction('window.Quiero !== undefined')
    await page.waitForTimeout(200)
    expect(await page.locator('#phone').inputValue()).toBe('55')
    expect(await page.locator('.quiero').count()).toBe(0)
  })

  test('a script that never comes leaves a form that works', async () => {
    const page = await visit(FORM, {
      javaScriptEnabled: true,
      before: (fresh) => fresh.route(script, (route) => route.abort()),
    })
    await page.locator('#phone').fill('5512345678')
    await page.getByRole('checkbox').first().check()
    await page.locator('[value=yes]').click()
    const heading = page.getByRole('heading', { name: FORM_TEXTS.es.continue })
    await heading.waitFor()
    expect(await page.locator('.draft').count()).toBe(2)
  })
})

/** A page of somebody's, with ours in a frame. */
const startOuter = async (port: number) => {
  const outer = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<iframe src="${url()}${FORM}" width="375" height="800"></iframe>`)
  })
  await new Promise<void>((resolve) => outer.listen(port, '127.0.0.1', resolve))
  const address = outer.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      outer.closeAllConnections()
      return new Promise((resolve) => outer.close(resolve))
    },
  }
}

/** Whether a page of this host can show the form's page in a frame. */
const isFramed = async (host: string, wished: number): Promise<boolean> => {
  const { port, close } = await startOuter(wished)
  const page = await visit('/healthz')
  await page.goto(`http://${host}:${port}`)
  const form = page.frameLocator('iframe').locator('#say-yes')
  const isShown = await form.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  )
  await close()
  return isShown
}

describe('in a frame', () => {
  test('the page of an app or a shop that the form names shows it', async () => {
    expect(await isFramed('localhost', shopPort)).toBe(true)
  })

  test('the tap into WhatsApp leaves the frame, where WhatsApp would not show', async () => {
    const { close } = await startOuter(shopPort)
    const page = await visit('/healthz')
    await page.goto(SHOP)
    const frame = page.frameLocator('iframe')
    await frame.locator('#phone').fill('5512345678')
    await frame.getByRole('checkbox').first().check()
    await frame.locator('[value=yes]').click()
    await frame.locator('#link').click()
    await page.waitForURL(/^https:\/\/wa\.me\//u)
    expect(page.frames()).toHaveLength(1)
    await close()
  })

  test('any other page does not', async () => {
    expect(await isFramed('127.0.0.1', 0)).toBe(false)
  })
})

const focused = (page: Page): Promise<string | null> =>
  page.locator(':focus').getAttribute('id', { timeout: 5_000 })
