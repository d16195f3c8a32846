import { expect, test } from 'vitest'
import { restarts } from '../../bench/prove-restarts.ts'
import { PATIENCE, prove } from './proved.ts'

test(
  'PostgreSQL restarted at once under load costs no acknowledged act',
  PATIENCE,
  async (context) => {
    const figures = await prove(restarts, 'postgres', context)
    expect(figures).toMatchObject({ restarts: restarts.short.restarts })
  },
)
