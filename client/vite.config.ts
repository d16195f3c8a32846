import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Makes what is built a package of its own, of the same name, for those who want the client without the server. */
const ownPackage: Plugin = {
  name: 'own-package',
  generateBundle() {
    const { name, version, license } = JSON.parse(readFileSync(here('../package.json'), 'utf8'))
    const own = {
      name,
      version,
      description: 'The client of Quiero for companies’ backends',
      license,
      type: 'module',
      exports: { './client': { types: './types/client/index.d.ts', default: './quiero.js' } },
      engines: { node: '>=20.3' },
    }
    const source = `${JSON.stringify(own, null, 2)}\n`
    this.emitFile({ type: 'asset', fileName: 'package.json', source })
  },
}

/** Builds the client as one module of plain JavaScript, readable; its declarations are the compiler's (tsconfig.dist.json). */
export default defineConfig({
  publicDir: false,
  plugins: [ownPackage],
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: here('index.ts'), formats: ['es'], fileName: () => 'quiero.js' },
  },
})
