import { expect, test } from 'vitest'
import { ALL } from '../../bench/server/figures/all.ts'
import { measureFigures, SHORT } from '../../bench/server/figures/measure-figures.ts'
import { tellFigures } from '../../bench/server/figures/table.ts'
import { openDatabase } from '../support/databases.ts'
import { PATIENCE } from './proved.ts'

/** Where no process can be traced, and on a server that takes no imports. */
const MAY_BE_LEFT_OUT = ['slow-sync', 'imports']

const MACHINE = { cores: 2, load: 1 }

/** Those that need nothing which is fetched from elsewhere. */
const OWN = ALL.filter(({ name }) => name !== 'may-send' && name !== 'opt-ins')

test.for(OWN)(
  '$name is measured, and told beside what it is to reach',
  PATIENCE,
  async (one, { skip }) => {
    const figures = await measureFigures([one], openDatabase, SHORT, () => {})
    if (MAY_BE_LEFT_OUT.includes(one.name) && figures.length === 0) skip()
    expect(figures).not.toEqual([])
    for (const { name, value, byWork } of figures) {
      expect(name).toBe(one.name)
      expect(value ?? 1).toBeGreaterThan(0)
      expect(byWork ?? 1).toBeGreaterThan(0)
    }
    expect(tellFigures(figures, MACHINE)).not.toMatch(/NaN|undefined|Infinity/u)
  },
)

test('a figure that is taken anew leaves the others in the table', () => {
  const figure = {
    what: 'a list',
    engine: 'sqlite',
    ours: '1 a second',
    beside: '2 a second',
    byWork: null,
    limit: { least: 0.6 },
  } as const
  const before = tellFigures(
    [
      { ...figure, name: 'batch', value: 0.5 },
      { ...figure, name: 'batch', what: 'its memory', value: 0.7 },
      { ...figure, name: 'bytes', value: 0.8 },
    ],
    MACHINE,
  )
  const after = tellFigures([{ ...figure, name: 'bytes', value: 0.4 }], MACHINE, before)
  const cells = after.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  expect(cells.slice(2, 5).map((row) => [row[1], row[2], row[6], row[8]])).toEqual([
    ['`batch`', 'a list', '0.50', '≥ 0.6: missed'],
    ['', 'its memory', '0.70', '≥ 0.6'],
    ['`bytes`', 'a list', '0.40', '≥ 0.6: missed'],
  ])
})
