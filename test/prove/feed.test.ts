import { describe, expect, test } from 'vitest'
import { feed } from '../../bench/prove-feed.ts'
import { PATIENCE, prove } from './proved.ts'

describe.each(feed.engines)('three readers of the change feed, on %s', (engine) => {
  test('miss and repeat nothing while two processes write', PATIENCE, async (context) => {
    const { acknowledged, found } = await prove(feed, engine, context)
    expect(found).toBe(acknowledged)
  })
})
