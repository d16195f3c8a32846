import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'

/** A text that is sent often, compressed once as well as it can be. */
export type Packed = {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer>
  readonly tag: string
}

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Compresses a text at the highest level: tens of milliseconds, off the main thread. */
export const pack = async (text: string): Promise<Packed> => {
  const plain = new TextEncoder().encode(text)
  const [br, zipped] = await Promise.all([
    brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    deflate(plain, { level: 9 }),
  ])
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { plain, gzip: new Uint8Array(zipped), br: new Uint8Array(br), tag }
}

/** Sends what was packed, in the best encoding that is asked for, or 304 where it is there already. */
export const sendPacked = (
  c: Context,
  packed: Packed,
  headers: { readonly [name: string]: string },
) => {
  const encoding = encodingIn(c.req.header('accept-encoding') ?? '')
  // A tag names the bytes that are sent, so it differs for each encoding (RFC 9110, 8.8.3).
  const tag = `"${packed.tag}-${encoding}"`
  const common = {
    ...headers,
    ETag: tag,
    Vary: ['Accept-Encoding', headers['Vary']].filter(Boolean).join(', '),
  }
  if (c.req.header('if-none-match')?.includes(tag) === true) return c.body(null, 304, common)
  return c.body(packed[encoding], 200, {
    ...common,
    ...(encoding !== 'plain' && { 'Content-Encoding': encoding }),
  })
}

const encodingIn = (accepted: string): 'br' | 'gzip' | 'plain' => {
  const names = accepted
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/u.test(each))
    .map((each) => each.split(';', 1)[0]?.trim())
  if (names.includes('br')) return 'br'
  return names.includes('gzip') ? 'gzip' : 'plain'
}
