import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const FOLDER = fileURLToPath(new URL('../dist/demo', import.meta.url))

/** Whether `npm run build` has made the demo's pages. */
export const isBuilt = (): boolean => existsSync(`${FOLDER}/stage.js`)

/** Serves the scripts, styles and pictures that Vite built, under /demo/. */
export const builtFiles = (): Hono =>
  new Hono().get(
    '/demo/*',
    serveStatic({
      root: FOLDER,
      rewriteRequestPath: (path) => path.replace(/^\/demo/u, ''),
      onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
    }),
  )
