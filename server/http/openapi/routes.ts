import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { HttpDeps } from '../deps.ts'
import { pack, sendPacked, type Packed } from '../packed.ts'
import { openApiDocument } from './document.ts'

const PACKAGE = new URL('../../../package.json', import.meta.url)

/** GET /openapi.json: all that a client backend can ask, as OpenAPI 3.1. */
export const openApiRoutes = ({ publicUrl }: HttpDeps) => {
  const document = () => openApiDocument(publicUrl, versionOf(readFileSync(PACKAGE, 'utf8')))
  let packed: Promise<Packed> | null = null
  return new Hono().get('/openapi.json', async (c) => {
    packed ??= pack(JSON.stringify(document()))
    return sendPacked(c, await packed, {
      'Content-Type': 'application/vnd.oai.openapi+json;version=3.1; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Access-Control-Allow-Origin': '*',
    })
  })
}

const versionOf = (text: string): string => {
  const { version }: { readonly version: string } = JSON.parse(text)
  return version
}
