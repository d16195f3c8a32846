import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const POSTGRES = 'test/support/postgres.ts'

export default defineConfig({
  // The classic form saves the hundred bytes of Preact's JSX runtime.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: "import { h, Fragment } from 'preact'",
  },
  build: {
    // Webviews of cheap phones are old. Vite changes syntax, not library calls: widget/tsconfig.json has the floor.
    target: 'es2020',
    cssTarget: 'chrome73',
    emptyOutDir: false,
    lib: {
      entry: 'widget/main.ts',
      formats: ['iife'],
      name: 'QuieroWidget',
      fileName: () => 'widget.js',
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: existsSync(POSTGRES) ? [POSTGRES] : [],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})
