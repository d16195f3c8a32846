import { expect, test } from 'vitest'
import { type Driven, perSecond } from '../../bench/server/load.ts'
import { measure, SHORT } from '../../bench/server/measure.ts'
import { tell } from '../../bench/server/tables.ts'
import { HEARD } from '../../bench/server/traffic.ts'
import { openDatabase } from '../support/databases.ts'
import { PATIENCE } from './proved.ts'

const measureShortly = (voice: (typeof HEARD)[number]) =>
  measure(
    { open: openDatabase, engine: 'sqlite', size: SHORT, progress: () => {} },
    voice,
    voice === HEARD[0],
  )

/** Everything that was sent was answered well; how fast is the machine's own affair. */
const expectWhole = (driven: Driven) => {
  expect(driven).toMatchObject({ answered: SHORT.amount * SHORT.rounds, failed: 0 })
  expect(perSecond(driven)).toBeGreaterThan(0)
  expect(perSecond(driven)).toBeLessThan(1_000_000)
  expect(driven.p50).toBeLessThanOrEqual(driven.p99)
}

test.each(HEARD)(
  'the bench measures what %s sends, beside bare servers',
  PATIENCE,
  async (voice) => {
    const measured = await measureShortly(voice)
    expect(measured.map(({ connections }) => connections)).toEqual(
      voice === HEARD[0] ? [64, 16, 64] : [64],
    )
    for (const { ours, beside } of measured) {
      expect(beside).not.toEqual([])
      for (const driven of [ours, ...beside.map((one) => one.driven)]) expectWhole(driven)
    }
    expect(tell(measured, { cores: 2, load: 1 })).not.toMatch(/NaN|undefined|Infinity/u)
  },
)
