import { describe, expect, test } from 'vitest'
import { optOutAtOnce } from '../../bench/prove-opt-out-at-once.ts'
import { PATIENCE, prove } from './proved.ts'

describe.each(optOutAtOnce.engines)('an opt-out that one process has answered, on %s', (engine) => {
  test('is a no in a second process right after', PATIENCE, async (context) => {
    const { people } = optOutAtOnce.short
    const figures = await prove(optOutAtOnce, engine, context)
    expect(figures).toMatchObject({ stops: people, deniedAtOnce: people })
  })
})
