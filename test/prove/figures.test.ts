import { expect, test } from 'vitest'
import { ALL } from '../../bench/server/figures/all.ts'
import type { Figure, Figures, Taken } from '../../bench/server/figures/figure.ts'
import { measureFigures, SHORT } from '../../bench/server/figures/measure-figures.ts'
import { tellFigures } from '../../bench/server/figures/table.ts'
import { openDatabase } from '../support/databases.ts'
import { PATIENCE } from './proved.ts'

/** Where no process can be traced, and on a server that takes no imports. */
const MAY_BE_LEFT_OUT = ['slow-sync', 'imports']

const MACHINE = { cores: 2, load: 1 }

const EASY: Figure = {
  what: 'a list',
  engine: 'sqlite',
  ours: '1 a second',
  beside: '2 a second',
  value: 0.5,
  byWork: null,
  limit: { least: 0.6 },
}

const measured = async (one: Figures): Promise<readonly Taken[]> => {
  const taken: Taken[] = []
  for await (const some of measureFigures([one], openDatabase, SHORT, () => {})) taken.push(...some)
  return taken
}

/** Those that need nothing which is fetched from elsewhere. */
const OWN = ALL.filter(({ name }) => name !== 'may-send' && name !== 'opt-ins')

test.for(OWN)(
  '$name is measured, and told beside what it is to reach',
  PATIENCE,
  async (one, { skip }) => {
    const figures = await measured(one)
    if (MAY_BE_LEFT_OUT.includes(one.name) && figures.length === 0) skip()
    expect(figures).not.toEqual([])
    for (const { name, value, byWork } of figures) {
      expect(name).toBe(one.name)
      // So short a list may take no memory.
      expect(value ?? 1).toBeGreaterThanOrEqual(0)
      expect(byWork ?? 1).toBeGreaterThan(0)
    }
    expect(tellFigures(figures, MACHINE)).not.toMatch(/NaN|undefined|Infinity/u)
  },
)

test('a figure that fails keeps no other from being measured', PATIENCE, async () => {
  const failing: Figures = {
    name: 'failing',
    tells: '',
    measure: () => Promise.reject(new Error('no such luck')),
  }
  const easy: Figures = { name: 'easy', tells: '', measure: () => Promise.resolve([EASY]) }
  const taken: Taken[] = []
  const measuring = (async () => {
    const all = measureFigures([failing, easy], openDatabase, SHORT, () => {})
    for await (const some of all) taken.push(...some)
  })()
  await expect(measuring).rejects.toThrow('1 could not be measured')
  expect(taken).toEqual([{ ...EASY, name: 'easy' }])
})

test('a figure that is taken anew leaves the others in the table', () => {
  const before = tellFigures(
    [
      { ...EASY, name: 'batch', value: 0.5 },
      { ...EASY, name: 'batch', what: 'its memory', value: 0.7 },
      { ...EASY, name: 'bytes', value: 0.8 },
    ],
    MACHINE,
  )
  const after = tellFigures([{ ...EASY, name: 'bytes', value: 0.4 }], MACHINE, before)
  const cells = after.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  expect(cells.slice(2, 5).map((row) => [row[1], row[2], row[6], row[8]])).toEqual([
    ['`batch`', 'a list', '0.50', '≥ 0.6: missed'],
    ['', 'its memory', '0.70', '≥ 0.6'],
    ['`bytes`', 'a list', '0.40', '≥ 0.6: missed'],
  ])
})
