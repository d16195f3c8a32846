import { brotliCompressSync, constants } from 'node:zlib'

/** How many bytes a text takes when it is compressed as the server does it: with Brotli, as well as it can. */
export const brotliSize = (text: string | Uint8Array): number => {
  const bytes = Buffer.from(text)
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return brotliCompressSync(bytes, { params }).length
}
