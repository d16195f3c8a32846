import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Theme } from '../../consent/company.ts'
import { demoCompany, DEMO_SECRETS, loadCompany } from '../../demo/company.ts'
import { type AskedLink, makeLink } from '../../server/actions/make-link.ts'
import { isProblem } from '../../server/actions/problem.ts'
import { readConfig } from '../../server/config.ts'
import { plainLog } from '../../server/log.ts'
import { startServer } from '../../server/start.ts'
import { freePort } from '../story/free-ports.ts'
import { launchBrowser } from '../support/browser.ts'

/** A server on a port of its own, as `npm run serve` starts it, with the demo's company. */
const startWorld = async (theme: Theme, origins: readonly string[]) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'quiero-pages-'))
  const port = await freePort()
  const config = {
    ...readConfig({ PORT: String(port), DATA_DIR: dataDir }),
    demo: true,
    secrets: new Map(Object.entries(DEMO_SECRETS)),
  }
  const server = await startServer(
    config,
    undefined,
    plainLog(() => {}),
  )
  const company = demoCompany(origins)
  const forms = company.forms.map((form) => ({ ...form, theme }))
  await loadCompany(server.deps, { ...company, forms })
  return {
    url: config.publicUrl,
    deps: server.deps,
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** How a visit differs from that of a phone without JavaScript. */
export type Visiting = BrowserContextOptions & {
  /** What happens before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>
}

/** A server and a browser for one test file, and visits to the pages. */
export const pageVisits = (theme: Theme = {}, origins = ['https://shop.example']) => {
  let browser: Browser | undefined
  let world: Awaited<ReturnType<typeof startWorld>> | undefined
  const faults: string[] = []

  beforeAll(async () => {
    world = await startWorld(theme, origins)
    browser = await launchBrowser()
  }, 60_000)
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
    faults.length = 0
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const url = () => world?.url ?? ''

  /** Makes a personal link of the demo's and gives its path. */
  const linkFor = async (asked: Partial<AskedLink> & Pick<AskedLink, 'person'>) => {
    const stored = await world?.deps.memory.company('demo')
    if (!world || !stored) throw new Error('the world has not been started')
    const usual = { form: 'frm_demo', channel: 'sms', validForDays: 30 } as const
    const made = await makeLink(world.deps, stored, { ...usual, ...asked })
    if (isProblem(made)) throw new Error(made.problem)
    return new URL(made.url).pathname
  }

  /** How many events are in the log. */
  const eventsSoFar = async () => ((await world?.deps.memory.of('demo').lastPosition()) ?? -1) + 1

  const visit = async (path: string, { before, ...options }: Visiting = {}): Promise<Page> => {
    if (!browser) throw new Error('the browser has not been started')
    const context = await browser.newContext({
      viewport: { width: 375, height: 800 },
      locale: 'es-MX',
      javaScriptEnabled: false,
      ...options,
    })
    const page = await context.newPage()
    page.on('pageerror', (fault) => faults.push(fault.message))
    page.on('console', (line) => {
      if (/Content Security Policy|Refused to/u.test(line.text())) faults.push(line.text())
    })
    await page.route('https://wa.me/**', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: 'the chat' }),
    )
    await before?.(page)
    // Not until every script has come: one that comes late is part of what is tried.
    await page.goto(url() + path, { waitUntil: 'domcontentloaded' })
    return page
  }

  return { url, visit, linkFor, eventsSoFar, faults }
}
