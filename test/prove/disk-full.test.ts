import { expect, test } from 'vitest'
import { diskFull } from '../../bench/prove-disk-full.ts'
import { PATIENCE, prove } from './proved.ts'

test(
  'a full disk refuses acts, answers questions and costs no acknowledged act',
  PATIENCE,
  async (context) => {
    const figures = await prove(diskFull, 'sqlite', context)
    expect(figures).toMatchObject({ times: diskFull.short.times })
  },
)
