import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { screensOf } from './all-screens.ts'
import { viewIn } from './company.ts'
import { freshAnswers, pageIn, startStub } from './stub.ts'

// Takes a picture of every screen and every place in every language, and of the form at every width, light and dark:
// `npm run shots` puts them into .cache/screens.
const FOLDER = process.argv[2] ?? '.cache/screens'
const WIDTHS = [320, 375, 768, 1280]
const LANGUAGES = ['es', 'pt', 'en'] as const
const SCHEMES = ['light', 'dark'] as const

/** Where a form can stand beside the page's flow: the page, and what leads there. */
const PLACES: { readonly [name: string]: readonly [inside: string, press: string] } = {
  button: ['<p>…</p><div data-quiero="frm_test" data-float></div>', 'body'],
  dialog: ['<p>…</p><div data-quiero="frm_test" data-float></div>', '#float'],
  'beside a field': [
    '<input id="tel" aria-label="☎" value="55 1234 5678"><div data-quiero="frm_test" data-attach="#tel"></div>',
    '[type=checkbox]',
  ],
}

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
  const [inside, press] = PLACES[screen] ?? []
  stub.page = pageIn(language, inside).replace('<body>', '<body style="font-family: system-ui">')
  stub.answers = freshAnswers()
  await page.goto(stub.origin)
  const form = page.locator('.quiero')
  await page.locator('.quiero, #float').first().waitFor()
  if (press) await page.locator(press).first().click()
  await screens[screen]?.({ page, form, faults: [] })
  await page.waitForTimeout(300)
  await page.screenshot({
    path: `${FOLDER}/${screen.replaceAll(' ', '-')}-${language}-${width}-${scheme}.png`,
    fullPage: screen !== 'dialog' && screen !== 'button',
  })
  await context.close()
}

const SHOTS: readonly Shot[] = [
  ...[...Object.keys(screens), ...Object.keys(PLACES)].flatMap((screen) =>
    LANGUAGES.map((language) => ({ screen, language, width: 375, scheme: 'light' as const })),
  ),
  ...WIDTHS.flatMap((width) =>
    ['filling-in', ...Object.keys(PLACES)].flatMap((screen) =>
      SCHEMES.map((scheme) => ({ screen, language: 'es' as const, width, scheme })),
    ),
  ),
]

mkdirSync(FOLDER, { recursive: true })
const browser = await launchBrowser()
for (const shot of SHOTS) await shoot(browser, shot)
await browser.close()
await stub.close()
