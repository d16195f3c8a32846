import { describe, expect, test } from 'vitest'
import { twoWriters } from '../../bench/prove-two-writers.ts'
import { PATIENCE, prove } from './proved.ts'

describe.each(twoWriters.engines)('two processes on one database, on %s', (engine) => {
  test('refuse nobody and lose nothing', PATIENCE, async (context) => {
    const { acknowledged, found } = await prove(twoWriters, engine, context)
    expect(found).toBe(acknowledged)
  })
})
