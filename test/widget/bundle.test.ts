import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import metadata from 'libphonenumber-js/max/metadata'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FormServer, NINE_COUNTRIES, openFormServer } from '../support/form-server.ts'
import { pinnedSizes } from '../support/pinned-sizes.ts'
import { plansOf } from './company.ts'

const FILES = ['first', 'more', 'place', 'scan', 'work', 'widget'] as const

// In bytes of Brotli. Raise one only in the commit that says what the bytes are for.
const PINNED = pinnedSizes()

describe.each(FILES)('%s.js', (name) => {
  const code = readFileSync(`dist/${name}.js`)

  test('stays under its ceiling', () => {
    expect(brotliCompressSync(code).length).toBeLessThanOrEqual(PINNED[name])
  })

  test.each(['valibot', 'hono', 'libphonenumber', 'signals', 'country_calling_codes', 'eval('])(
    'has no %s in it',
    (word) => {
      expect(code.toString('utf8').toLowerCase()).not.toContain(word)
    },
  )
})

describe('a form of nine countries, as it is sent', () => {
  let server: FormServer
  beforeAll(async () => {
    server = await openFormServer()
  })
  afterAll(() => server.close())

  test.each(['es', 'pt', 'en'])('stays under its ceiling in %s', async (language) => {
    const sent = await server.sent(`/f/${NINE_COUNTRIES}.js?language=${language}`)
    expect(sent.length).toBeLessThanOrEqual(PINNED.form)
  })
})

test('no country’s numbering is heavier than a country may be', () => {
  const heavy = Object.keys(metadata.countries).filter((country) => {
    const numbering = JSON.stringify(plansOf([country]))
    return brotliCompressSync(numbering).length > PINNED.country
  })
  expect(heavy).toEqual([])
})
