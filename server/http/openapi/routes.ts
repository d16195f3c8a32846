import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { HttpDeps } from '../deps.ts'
import { pack, sendPacked } from '../packed.ts'
import { openApiDocument } from './document.ts'
import { REFERENCE_HEADERS, referencePage } from './reference/page.ts'

const PACKAGE = new URL('../../../package.json', import.meta.url)

const DOCUMENT_HEADERS = {
  'Content-Type': 'application/vnd.oai.openapi+json;version=3.1; charset=utf-8',
  'Cache-Control': 'no-cache',
  // It is the same for everybody, and tools on other pages read it.
  'Access-Control-Allow-Origin': '*',
} as const

/** GET /openapi.json: all that a client backend can ask, as OpenAPI 3.1. GET /docs: the same for people. */
export const openApiRoutes = ({ publicUrl }: HttpDeps) => {
  const made = once(() => openApiDocument(publicUrl, versionOf(readFileSync(PACKAGE, 'utf8'))))
  const document = once(() => pack(JSON.stringify(made())))
  const page = once(async () => pack(await referencePage(made())))
  return new Hono()
    .get('/openapi.json', async (c) => sendPacked(c, await document(), DOCUMENT_HEADERS))
    .get('/docs', async (c) => sendPacked(c, await page(), REFERENCE_HEADERS))
}

/** Makes something when it is first asked for. */
const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly it: Made } | null = null
  return () => (made ??= { it: make() }).it
}

const versionOf = (text: string): string => {
  const { version }: { readonly version: string } = JSON.parse(text)
  return version
}
