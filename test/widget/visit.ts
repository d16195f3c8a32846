import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { viewIn } from './company.ts'
import { freshAnswers, pageIn, startStub, type Stub } from './stub.ts'

/** A person on a page with the form: the page, and the form in it. */
export type Visit = { readonly page: Page; readonly form: Locator; readonly faults: string[] }

/** How a visit differs from the usual one. */
export type VisitOptions = {
  readonly width?: number
  readonly locale?: string
  readonly path?: string
  /** What is done to the page before anything is loaded in it. */
  readonly before?: (page: Page) => Promise<unknown>
}

/** A browser and a stub for one test file. Every test begins on a fresh page, with the usual answers. */
export const visits = () => {
  let browser: Browser
  const pages: Page[] = []
  const contexts = new Map<string, BrowserContext>()
  const parts: { stub: Stub | null } = { stub: null }

  const stub = (): Stub => {
    if (parts.stub === null) throw new Error('the stub has not been started')
    return parts.stub
  }

  beforeAll(async () => {
    browser = await launchBrowser()
    parts.stub = await startStub([viewIn('es'), viewIn('pt'), viewIn('en')])
  })
  afterAll(async () => {
    await browser.close()
    await stub().close()
  })
  afterEach(async () => {
    await Promise.all(pages.splice(0).map(forget))
    stub().seen.length = 0
    stub().page = pageIn('es')
    stub().headers = {}
    stub().missing = []
    stub().files.length = 0
    stub().answers = freshAnswers()
  })

  const visit = async ({
    width = 375,
    locale = 'es-MX',
    path = '/',
    before,
  }: VisitOptions = {}) => {
    const key = `${width} ${locale}`
    const viewport = { width, height: 800 }
    const context = contexts.get(key) ?? (await browser.newContext({ viewport, locale }))
    contexts.set(key, context)
    const page = await context.newPage()
    pages.push(page)
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(fault.message))
    // WhatsApp opens over the page, which stays where it is.
    await context.route('https://wa.me/**', (route) => route.fulfill({ status: 204 }))
    await before?.(page)
    await page.goto(stub().origin + path)
    return { page, form: page.locator('.quiero'), faults } satisfies Visit
  }

  return { stub, visit }
}

/** Closes a page, and with it what the form keeps in the browser. */
const forget = async (page: Page) => {
  await page.context().setOffline(false)
  // A page without storage has nothing to forget.
  await page.evaluate(() => localStorage.clear()).catch(() => null)
  await page.close()
}

/** Types a Mexican number and ticks the boxes of these categories. */
export const fillIn = async ({ form }: Visit, categories: readonly string[] = ['Ofertas']) => {
  await form.locator('#phone').pressSequentially('5512345678')
  for (const title of categories) await form.getByRole('checkbox', { name: title }).check()
}

/** Waits for a screen by its heading. */
export const heading = async ({ form }: Visit, text: string) => {
  await form.getByRole('heading', { name: text }).waitFor()
  // It is where the focus is, so that a screen reader begins to read there.
  expect(await form.locator('h2').textContent()).toContain(text)
}
