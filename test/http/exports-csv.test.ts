import { describe, expect, test } from 'vitest'
import {
  CONSENT_RECORD_COLUMNS,
  EVENT_COLUMNS,
  EXPORTS,
  PERSON_COLUMNS,
} from '../../contract/exports.ts'
import { csvCell, guarded, unguarded } from '../../server/http/csv-cell.ts'
import * as fc from 'fast-check'
import { serviceFor } from '../support/service.ts'
import { newPhone, tells } from './acts.ts'
import { askList } from './batch-lists.ts'
import { askExport, cellsIn, exported } from './export-lists.ts'

const FORMULAS = [
  '=1+1',
  `=cmd|' /C calc'!A0`,
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  `'=1`,
  'a;=1+1',
  'a;\t@b',
  'x,"y"',
  `O'Hara`,
]

/** A text of what spreadsheets mind. */
const odd = fc.string({ unit: fc.constantFrom(...'=+-@＝\'";, \t\r\nab'.split('')) })

describe('a cell', () => {
  test('begins no formula, whatever parts the cells, and says what it said once it is read', () => {
    fc.assert(
      fc.property(odd, (text) => {
        const cell = guarded(text)
        expect(unguarded(cell)).toBe(text)
        for (const part of cell.split(/[;\t\r\n]/u)) expect(part).not.toMatch(/^\s*[=+\-@＝]/u)
        expect(cellsIn(`${csvCell(text)},x\n`)).toEqual([[cell, 'x']])
      }),
      { numRuns: 5_000 },
    )
  })

  test('of ordinary words is left alone', () => {
    for (const text of ["O'Hara", "'s-Hertogenbosch", 'a+b', 'ana@example.com', '2026-11-23', '']) {
      expect(guarded(text)).toBe(text)
      expect(unguarded(text)).toBe(text)
    }
    expect(csvCell('+525512345678')).toBe(`"'+525512345678"`)
  })
})

describe('an export', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('is CSV where that is asked for, with the same in its cells', async () => {
    await tells(service(), newPhone(), '#want')
    for (const name of EXPORTS) {
      const rows = await exported(service(), name)
      for (const request of [
        ['?format=csv', '*/*'],
        ['', 'text/csv'],
      ] as const) {
        const headers = { accept: request[1] }
        const answer = await askExport(service(), `${name}${request[0]}`, { headers })
        expect(answer.type).toBe('text/csv; charset=utf-8; header=present')
        const [head = [], ...lines] = cellsIn(answer.text)
        expect(lines).toHaveLength(rows.length)
        for (const [nth, row] of rows.entries()) {
          expect(lines[nth]?.map(unguarded)).toEqual(
            head.map((column) => {
              const value: unknown = Reflect.get(row, column)
              if (Array.isArray(value)) return value.join(' ')
              if (typeof value === 'object' && value !== null) {
                return JSON.stringify(value).replaceAll(';', String.raw`\u003b`)
              }
              return value === null ? '' : JSON.stringify(value).replaceAll(/^"|"$/gu, '')
            }),
          )
        }
      }
    }
    expect(PERSON_COLUMNS.length + EVENT_COLUMNS.length + CONSENT_RECORD_COLUMNS.length).toBe(53)
  })

  test('in CSV has no cell that a spreadsheet takes for a formula, and a list of questions reads it', async () => {
    const it = service()
    for (const external of FORMULAS) {
      const key = it.keys['opt-outs']
      const answer = await it.ask('/v1/opt-outs', { key, body: { person: { external } } })
      expect(answer.problem).toBeNull()
    }
    const { text } = await askExport(it, 'people?format=csv')
    const [head = [], ...rows] = cellsIn(text)
    const at = head.indexOf('external')
    const told = new Set(rows.map((cells) => unguarded(cells[at] ?? '')))
    expect(FORMULAS.filter((external) => !told.has(external))).toEqual([])
    // Whatever a spreadsheet parts cells by.
    for (const line of text.split('\r\n')) {
      for (const cell of [
        cellsIn(`${line}\n`)[0] ?? [],
        line.split(';'),
        line.split('\t'),
      ].flat()) {
        expect(cell).not.toMatch(/^["\s]*[=+\-@＝]/u)
      }
    }
    const phone = head.indexOf('phone')
    const some = rows.filter((cells) => cells[phone] !== '' || cells[at] !== '')
    const asked = some.map((cells) => {
      const who =
        cells[phone] === '' ? `,"${(cells[at] ?? '').replaceAll('"', '""')}"` : `${cells[phone]},`
      return `${who},main,offers`
    })
    const answers = await askList(it, ['phone,external,sender,category', ...asked], {
      headers: { 'content-type': 'text/csv' },
    })
    const persons = answers.text.split('\r\n').map((line) => line.split(',')[4])
    expect(persons.slice(1, -1)).toEqual(some.map((cells) => cells[0]))
  })
})
