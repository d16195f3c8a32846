import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { OpenApi } from '../../server/http/openapi/open-api.ts'
import { pageVisits } from './world.ts'

const DOCS = '/docs'

const run = promisify(execFile)

/** With scripts, which axe is one of. The page has none of its own. */
const SCRIPTED = { javaScriptEnabled: true, bypassCSP: true } as const

const isScrolledSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

const openAll = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '')
  })

describe('the reference', () => {
  const { url, visit, faults } = pageVisits()
  const folder = mkdtempSync(join(tmpdir(), 'quiero-curl-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([
    ['light', 320],
    ['dark', 1280],
  ] as const)('has no fault that axe knows, %s and %i px wide', async (colorScheme, width) => {
    const viewport = { width, height: 800 }
    const page = await visit(DOCS, { ...SCRIPTED, viewport, colorScheme })
    await openAll(page)
    expect(await isScrolledSideways(page)).toBe(false)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<axe.AxeResults>(
      "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    )
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
    expect(found).toEqual([])
  })

  test('does not scroll sideways with letters twice as large', async () => {
    const page = await visit(DOCS, { ...SCRIPTED, viewport: { width: 320, height: 256 } })
    await openAll(page)
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    expect(await isScrolledSideways(page)).toBe(false)
  })

  test('is one request, and keeps to its own policy', async () => {
    const asked: string[] = []
    const before = async (page: Page) => {
      page.on('request', (request) => asked.push(request.url()))
    }
    const page = await visit(DOCS, { javaScriptEnabled: true, before })
    await page.waitForLoadState()
    expect(asked).toEqual([url() + DOCS])
    expect(faults).toEqual([])
    // The style sheet is taken by its hash.
    const main = page.locator('main')
    expect(await main.evaluate((each) => getComputedStyle(each).maxWidth)).toBe('800px')
    expect(await page.locator('script, link[href^=http]').count()).toBe(0)
  })

  test('leads everywhere that it points to', async () => {
    const page = await visit(DOCS, SCRIPTED)
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = await page
      .locator('a[href^="#"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')?.slice(1) ?? ''))
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
    expect(targets.length).toBeGreaterThan(100)
  })

  test('has a command for each operation, which the server understands', async () => {
    const page = await visit(DOCS, SCRIPTED)
    const commands = await page
      .locator('.operation')
      .evaluateAll((all) =>
        all
          .flatMap((each) => each.querySelector('pre')?.textContent ?? [])
          .filter((text) => text.startsWith('curl ')),
      )
    const { paths } = (await (await fetch(`${url()}/openapi.json`)).json()) as OpenApi
    expect(commands).toHaveLength(Object.values(paths).flatMap((item) => Object.keys(item)).length)
    writeFileSync(join(folder, 'questions.ndjson'), '{}\n')
    const env = { ...process.env, QUIERO_API_KEY: 'qk_demo' }
    for (const command of commands) {
      const asked = command.replace('curl ', "curl -s -m 20 -w '%{http_code}' ")
      const { stdout } = await run('sh', ['-c', asked], { cwd: folder, env })
      expect([command, UNDERSTOOD.test(stdout)]).toEqual([command, true])
    }
  })
})

// The examples name nobody: what is not there is not found. The demo's key makes no keys.
const UNDERSTOOD =
  /20[0-4]$|"code":"(?:[a-z-]+-not-found|notice-token-not-valid|origin-not-allowed|cursor-not-valid|log-size-not-valid|document-refused|form-taken|secret-not-allowed|time-not-valid|scope-missing)".*\d{3}$/su
