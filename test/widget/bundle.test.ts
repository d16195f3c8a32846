import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const widget = readFileSync('dist/widget.js')

/** What the widget may weigh. Raise it only in the commit that says what the bytes are for. */
const CEILING = { brotli: 14_800, gzip: 16_800 }

test('the widget stays under its ceiling', () => {
  expect(brotliCompressSync(widget).length).toBeLessThanOrEqual(CEILING.brotli)
  expect(gzipSync(widget, { level: 9 }).length).toBeLessThanOrEqual(CEILING.gzip)
})

test.each(['valibot', 'hono', 'libphonenumber', 'signals', 'country_calling_codes', 'eval('])(
  'it has no %s in it',
  (word) => {
    expect(widget.toString('utf8').toLowerCase()).not.toContain(word)
  },
)
