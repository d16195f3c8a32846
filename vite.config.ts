import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const POSTGRES = 'test/support/postgres.ts'

/** The files of the widget: what comes with a form, what comes later, and all of it in one, for SRI. */
const ENTRIES = {
  first: 'first',
  more: 'more-file',
  place: 'place-file',
  scan: 'scan-file',
  work: 'work-file',
  widget: 'whole',
} as const

/** What the later files take from the first (`widget/kit.ts`). */
const KIT =
  /^preact$|\/(?:marks|mount|phone-box|phone-field|phone-format|phone-plan|stop-link|tell-page|typed-phone)\.tsx?$/u

/**
 * Long names that nobody reads from outside, shortened the same in every file: terser leaves properties as they are.
 * Ours go from file to file of the widget; Preact's are those of class components, of which the widget has none.
 */
const LONG_NAMES = `
  Tick WhatsAppMark PhoneBox StopLink TroubleLine dialledIn editPhone formatPhone isInUse isLandline mountWidget
  tellPage typedPhone withoutTrunk isTickMissing hasNoticeChanged isInternational isAbroad isTicked
  findView reactions effects extras screens
  componentWillMount componentDidMount componentWillReceiveProps shouldComponentUpdate componentWillUpdate
  componentDidUpdate componentWillUnmount componentDidCatch getDerivedStateFromProps getDerivedStateFromError
  getSnapshotBeforeUpdate getChildContext contextType setState forceUpdate debounceRendering`
  .trim()
  .split(/\s+/u)

const shortNames = Object.fromEntries(
  LONG_NAMES.map((name, at) => [`$${name}`, `k${at.toString(36)}`]),
)

const optionsFor = (file: keyof typeof ENTRIES) => {
  if (file === 'first' || file === 'widget') return {}
  // It runs on pages without a widget too, and draws nothing.
  if (file === 'work') return { treeshake: { moduleSideEffects: false } }
  return { external: KIT, output: { globals: () => 'Quiero.kit' } }
}

const isEntry = (mode: string): mode is keyof typeof ENTRIES => mode in ENTRIES

export default defineConfig(({ mode }) => {
  const file = isEntry(mode) ? mode : 'widget'
  return {
    // The classic form saves the hundred bytes of Preact's JSX runtime.
    oxc: {
      jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
      jsxInject: "import { h, Fragment } from 'preact'",
    },
    css: {
      // Logical corners as they are, not by lists of languages, which take 200 bytes and read `lang` instead of
      // the direction: an old webview rounds the corner. 524288 is lightningcss's Features.LogicalProperties.
      lightningcss: { exclude: 524_288 },
    },
    build: {
      // Webviews of cheap phones are old. Vite changes syntax, not library calls: widget/tsconfig.json has the floor.
      target: 'es2020',
      // Not lowered: the style sheets are written for old browsers, and lowering adds what nothing needs.
      cssTarget: 'chrome123',
      emptyOutDir: false,
      // A hundred bytes less of Brotli than the built-in minifier's.
      minify: 'terser' as const,
      terserOptions: {
        // Unsafe only where the built-ins are others than JavaScript's, or a Symbol is made a text.
        compress: {
          passes: 3,
          unsafe_arrows: true,
          unsafe_methods: true,
          keep_fargs: false,
          inline: 1,
          unsafe: true,
        },
        format: { comments: false },
        mangle: { properties: { regex: new RegExp(`^(?:${LONG_NAMES.join('|')})$`, 'u') } },
        nameCache: { props: { props: shortNames } },
      },
      lib: {
        entry: `widget/${ENTRIES[file]}.ts`,
        formats: ['iife'],
        name: 'QuieroWidget',
        fileName: () => `${file}.js`,
      },
      rolldownOptions: optionsFor(file),
    },
    test: {
      include: ['test/**/*.test.ts'],
      globalSetup: existsSync(POSTGRES) ? [POSTGRES] : [],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      pool: 'forks',
    },
  }
})
