import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds the client as one module of plain JavaScript, readable; its declarations are the compiler's (tsconfig.dist.json). */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: here('index.ts'), formats: ['es'], fileName: () => 'quiero.js' },
  },
})
