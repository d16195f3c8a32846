import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds what the demo's pages run, under names that its servers know: stage.js, panel.js and their styles. */
export default defineConfig({
  root: here('.'),
  base: '/demo/',
  publicDir: here('public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: {
        stage: here('client/stage.tsx'),
        panel: here('client/panel.tsx'),
        'in-app': here('client/in-app.tsx'),
        webview: here('client/webview.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
})
