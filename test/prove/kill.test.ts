import { describe, expect, test } from 'vitest'
import { kill } from '../../bench/prove-kill.ts'
import { PATIENCE, prove } from './proved.ts'

describe.each(kill.engines)('a server that is killed under load, on %s', (engine) => {
  test('has lost nothing that it had acknowledged or kept', PATIENCE, async (context) => {
    const figures = await prove(kill, engine, context)
    expect(figures).toMatchObject({ kills: kill.short.kills })
  })
})
