import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { screensOf } from './all-screens.ts'
import { viewIn } from './company.ts'
import { freshAnswers, pageIn, startStub } from './stub.ts'

// Takes a picture of every screen in every language, and of the form at every width, light and dark:
// `npm run shots` puts them into .cache/screens.
const FOLDER = process.argv[2] ?? '.cache/screens'
const WIDTHS = [320, 375, 768, 1280]
const LANGUAGES = ['es', 'pt', 'en'] as const
const SCHEMES = ['light', 'dark'] as const

type Shot = {
  readonly screen: string
  readonly language: (typeof LANGUAGES)[number]
  readonly width: number
  readonly scheme: (typeof SCHEMES)[number]
}

const views = LANGUAGES.map((language) => ({
  ...viewIn(language),
  theme: { scheme: 'auto' as const },
}))
const stub = await startStub(views)
const screens = screensOf(() => stub)

const shoot = async (browser: Browser, shot: Shot): Promise<void> => {
  const { screen, language, width, scheme } = shot
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: language,
    colorScheme: scheme,
  })
  await context.route('https://wa.me/**', (route) => route.fulfill({ status: 204 }))
  const page = await context.newPage()
  stub.page = pageIn(language).replace('<body>', '<body style="font-family: system-ui">')
  stub.answers = freshAnswers()
  await page.goto(stub.origin)
  const form = page.locator('.quiero')
  await form.waitFor()
  await screens[screen]?.({ page, form, faults: [] })
  await page.waitForTimeout(300)
  await page.screenshot({
    path: `${FOLDER}/${screen.replace(' ', '-')}-${language}-${width}-${scheme}.png`,
    fullPage: true,
  })
  await context.close()
}

const SHOTS: readonly Shot[] = [
  ...Object.keys(screens).flatMap((screen) =>
    LANGUAGES.map((language) => ({ screen, language, width: 375, scheme: 'light' as const })),
  ),
  ...WIDTHS.flatMap((width) =>
    SCHEMES.map((scheme) => ({ screen: 'filling-in', language: 'es' as const, width, scheme })),
  ),
]

mkdirSync(FOLDER, { recursive: true })
const browser = await launchBrowser()
for (const shot of SHOTS) await shoot(browser, shot)
await browser.close()
await stub.close()
