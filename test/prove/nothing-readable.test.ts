import { describe, expect, test } from 'vitest'
import { disguisesOf } from '../../bench/disguises.ts'
import { nothingReadable } from '../../bench/prove-nothing-readable.ts'
import { searcherFor } from '../../bench/search-bytes.ts'
import { PATIENCE, prove } from './proved.ts'

describe.each(nothingReadable.engines)('the files of a database, on %s', (engine) => {
  test('show nobody, and would show who was planted there', PATIENCE, async (context) => {
    const { forms, found, plantedFound } = await prove(nothingReadable, engine, context)
    expect({ found, plantedFound }).toEqual({ found: 0, plantedFound: forms })
  })
})

const NUMBER = disguisesOf({ name: 'number', kind: 'number', value: '+5511971234567' })
const TEXT = disguisesOf({ name: 'text', kind: 'text', value: '127.114.203.177' })
const ALL = [...NUMBER, ...TEXT]
const search = searcherFor(ALL.map(({ needle }) => needle))
const formsIn = (bytes: Buffer): readonly string[] =>
  [...search(bytes)].map((at) => ALL[at]?.form ?? '')

describe('the search', () => {
  test.each(ALL.map(({ canary, form, written }) => ({ canary, form, written })))(
    'finds a $canary written $form',
    ({ form, written }) => {
      const noise = Buffer.alloc(5000, 'The quick brown fox, 0123456789. ')
      expect(formsIn(Buffer.concat([noise, written, noise]))).toContain(form)
    },
  )

  test.each([0, 1, 2])('finds a number inside other text in base64, %i bytes further on', (by) => {
    const text = `${'{"a":'.slice(by)}"5511971234567","b":"later"}`
    expect(formsIn(Buffer.from(Buffer.from(text).toString('base64'))).join()).toMatch('base64 at')
    expect(formsIn(Buffer.from(Buffer.from(text).toString('base64url'))).join()).toMatch(
      'base64url',
    )
  })

  test('finds what stands at the very end, and nothing where nothing is', () => {
    expect(formsIn(Buffer.from('phone: 71234567'))).toContain('plain')
    expect(formsIn(Buffer.from('phone: 7123456'))).toEqual([])
    expect(formsIn(Buffer.alloc(0))).toEqual([])
  })
})
