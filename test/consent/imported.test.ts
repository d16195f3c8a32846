import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsentEvent } from '../../consent/event.ts'
import { importedAct, importedMoment, readRecordedTime } from '../../consent/imported.ts'
import { noAt, yesAt } from '../../consent/moment.ts'
import { raisedBy, registersOf } from '../../consent/registers.ts'
import { after, eventId, personId } from './acts.ts'
import { asked, eventOf, events, rearranged, stopAtMain } from './arbitrary-events.ts'
import { ask, said } from './ask.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const iso = (at: number): string => new Date(at).toISOString()

const momentOf = (answer: 'yes' | 'no', written: string) =>
  importedMoment(answer, readRecordedTime(written), NOW)

const record = { import: 'crm', categories: ['offers'], senders: ['main'] } as const

const eventWith = (answer: 'yes' | 'no', everything = false): ConsentEvent => ({
  id: eventId(1),
  person: personId(1),
  moment: { clock: 'ours', receivedAt: 1000 },
  act: importedAct({ ...record, answer, ...(everything && { categories: null }) }),
})

const names = (event: ConsentEvent) => raisedBy(event).map(({ register }) => register)

const allowed = (all: readonly ConsentEvent[]) =>
  asked(({ allow }, { sender, category }) => {
    return allow && sender === 'main' && category.id === 'offers'
  }, registersOf(all))

describe('when a record says that somebody acted (R2)', () => {
  test.each([
    ['2024-05-31', '2024-05-30T10:00:00.000Z', '2024-06-01T11:59:59.999Z'],
    ['2024-05-31T10:00:00Z', '2024-05-31T10:00:00.000Z', '2024-05-31T10:00:00.000Z'],
    ['2024-05-31 10:00-03:00', '2024-05-31T13:00:00.000Z', '2024-05-31T13:00:00.000Z'],
    ['2024-02-29', '2024-02-28T10:00:00.000Z', '2024-03-01T11:59:59.999Z'],
  ])('%s is from %s to %s', (written, earliest, latest) => {
    const time = readRecordedTime(written)
    expect(time && [iso(time.earliest), iso(time.latest)]).toEqual([earliest, latest])
  })

  test.each([
    '',
    'ayer',
    '31/05/2024',
    '5/31/24',
    '20240531',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-05-31T25:00:00Z',
    '2024-05-31T10:00:00',
    '2024-02-30T10:00:00Z',
    '1717149600',
    '1960-01-01',
    '+275760-09-13',
  ])('%j is no time', (written) => {
    expect(readRecordedTime(written)).toBeNull()
  })

  test('R2: a yes counts at the earliest moment that it allows, a no at the latest', () => {
    const [yes, no] = [momentOf('yes', '2024-05-31'), momentOf('no', '2024-05-31')]
    expect(yes && iso(yesAt(yes))).toBe('2024-05-30T10:00:00.000Z')
    expect(no && iso(noAt(no))).toBe('2024-06-01T11:59:59.999Z')
  })

  test('a yes that nobody can have said then is none, and a no always counts', () => {
    for (const written of [
      '',
      '2026-11-25',
      '2190-01-01',
      '2009-02-22',
      '1970-01-01',
      '1899-12-30',
    ]) {
      expect([written, momentOf('yes', written)]).toEqual([written, null])
      expect(momentOf('no', written)).not.toBeNull()
    }
    const [unknown, later] = [momentOf('no', 'ayer'), momentOf('no', '2190-01-01')]
    expect(unknown && noAt(unknown)).toBe(NOW)
    expect(later && noAt(later) - NOW).toBe(5 * 60 * 1000)
    // It is this day already somewhere.
    expect(momentOf('yes', '2026-11-24')).not.toBeNull()
  })
})

describe('an old record (R3)', () => {
  test('R3: raises what its answer says and nothing more', () => {
    expect(names(eventWith('yes'))).toEqual(['granted/main/offers/imported'])
    expect(names(eventWith('no'))).toEqual(['revoked/offers'])
    expect(names(eventWith('no', true))).toEqual(['halted/main'])
  })

  test('R3: is enough only by the category’s policy, and never for who once said no', () => {
    const accepting = { category: { acceptsImported: true } }
    expect(said(ask('10 imported', {}))).toBe('quarantined 1 imported')
    expect(said(ask('10 imported', { category: { leastProof: 'imported' } }))).toBe(
      'quarantined 1 imported',
    )
    expect(said(ask('10 imported', accepting))).toBe('consented 1 imported')
    for (const no of ['stop', 'halt', 'revoked', 'refused']) {
      for (const told of [`10 imported, 11 ${no}`, `10 ${no}, 11 imported`]) {
        const back = `${told}, 20 hello`
        for (const history of [told, back]) expect(ask(history, accepting).allow).toBe(false)
      }
    }
    expect(said(ask('10 stop, 11 imported, 12 want', accepting))).toBe('consented 3 message')
    // What a typed number is worth is another question.
    expect(said(ask('10 asserted', accepting))).toBe('pending 1 asserted')
  })

  test('R3: an imported yes changes no answer about anybody who has said no, in any order', () => {
    const imports = fc.array(
      fc.tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.constantFrom('main', 'second')),
      { minLength: 1, maxLength: 4 },
    )
    const property = fc
      .tuple(events(), stopAtMain, fc.integer({ min: 0, max: 4000 }), imports)
      .chain(([all, stop, at, old]) => {
        const no = eventOf(90, { clock: 'ours', receivedAt: 1_000_000_000_000 + at }, stop)
        const yeses = old.map(([offset, sender], nth) =>
          eventOf(
            600 + nth,
            { clock: 'ours', receivedAt: 1_000_000_000_000 + offset },
            importedAct({ ...record, senders: [sender], answer: 'yes' }),
          ),
        )
        return fc.tuple(fc.constant([...all, no]), rearranged([...all, no, ...yeses]))
      })
    fc.assert(
      fc.property(property, ([without, withYeses]) => {
        expect(allowed(withYeses)).toEqual(allowed(without))
      }),
      { numRuns: 300 },
    )
  })

  test('R3: an imported yes gives no right that its policy does not give', () => {
    const gives = asked(
      ({ allow }, { category }) => allow && category.acceptsImported !== true,
      after('10 imported'),
    )
    expect(gives).toEqual([])
  })
})
