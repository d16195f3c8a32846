import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const FILES = ['first', 'more', 'scan', 'widget'] as const

/** What each file may weigh, in bytes of Brotli. Raise it only in the commit that says what the bytes are for. */
const CEILING = { first: 12_150, more: 5_100, scan: 3_600, widget: 19_400 } as const

describe.each(FILES)('%s.js', (name) => {
  const code = readFileSync(`dist/${name}.js`)

  test('stays under its ceiling', () => {
    expect(brotliCompressSync(code).length).toBeLessThanOrEqual(CEILING[name])
  })

  test.each(['valibot', 'hono', 'libphonenumber', 'signals', 'country_calling_codes', 'eval('])(
    'has no %s in it',
    (word) => {
      expect(code.toString('utf8').toLowerCase()).not.toContain(word)
    },
  )
})
