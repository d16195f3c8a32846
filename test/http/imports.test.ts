import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { FeedShown } from '../../contract/events.ts'
import type { ImportsShown, ImportTried } from '../../contract/imports.ts'
import { beginImport, forgetOldRefusals } from '../../server/actions/import-list.ts'
import { isProblem, problem } from '../../server/actions/problem.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { history, maySend, newPhone, reasons } from './acts.ts'
import { otherCompany } from './companies.ts'
import {
  imported,
  importNow,
  newImport,
  oldNo,
  oldYes,
  refusedRows,
  sendImport,
} from './imports.ts'

const good = () => oldYes(newPhone())

describe.each(ENGINES)('an import on %s', (engine) => {
  const service = serviceFor({ engine })

  test('reports each refused row by its number, and takes the others', async () => {
    const phone = newPhone()
    const bad: readonly (readonly [row: unknown, problem: string, at?: string])[] = [
      ['{"person":', 'body-not-json'],
      [[], 'body-not-valid', 'person'],
      [{ ...good(), answr: 'yes' }, 'body-not-valid'],
      [oldYes('12'), 'phone-too-short'],
      [oldYes('hola'), 'phone-not-digits'],
      [{ ...good(), person: { phone, email: 'a@b.example' } }, 'body-not-valid', 'person'],
      [{ ...good(), answer: undefined }, 'body-not-valid', 'answer'],
      [{ ...good(), answer: 'maybe' }, 'body-not-valid', 'answer'],
      [{ ...good(), categories: undefined }, 'body-not-valid', 'categories'],
      [{ ...good(), categories: ['nothing'] }, 'category-not-found'],
      [{ ...good(), sender: 'nobody' }, 'sender-not-found'],
      [{ ...good(), source: undefined }, 'body-not-valid', 'source'],
      [{ ...good(), at: undefined }, 'import-time-not-valid', 'at'],
      [{ ...good(), at: '31/05/2024' }, 'import-time-not-valid', 'at'],
      [{ ...good(), at: '2024-02-30' }, 'import-time-not-valid', 'at'],
      [{ ...good(), at: '2024-05-31T10:00:00' }, 'import-time-not-valid', 'at'],
      [{ ...good(), at: '1970-01-01' }, 'import-time-not-valid', 'at'],
      [{ ...good(), at: '2190-01-01' }, 'import-time-not-valid', 'at'],
      [`"${'x'.repeat(70_000)}"`, 'body-too-large'],
    ]
    const rows = ['', good(), ...bad.flatMap(([row]) => [row, good()])]
    const shown = await imported(service(), rows)
    expect(shown).toMatchObject({
      rows: rows.length,
      taken: bad.length + 1,
      refused: bad.length,
    })
    expect(await refusedRows(service(), shown.id)).toEqual(
      bad.map(([, code, at], nth) => ({
        row: 2 * nth + 3,
        problem: code,
        ...(at !== undefined && { at }),
      })),
    )
    const csv = await service().ask(`/v1/imports/${shown.id}/refused`, {
      key: service().keys.imports,
      headers: { accept: 'text/csv' },
    })
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual(['row,problem,at', '3,body-not-json,'])
  })

  test('tells no number of a row that it refuses', async () => {
    const canary = '5255987654321012345'
    const rows = [oldYes(canary), `{"person":{"phone":"${canary}`, { [canary]: canary }]
    const id = newImport()
    const tried = await sendImport(service(), id, rows, { query: { dryRun: '1' } })
    const sent = await sendImport(service(), id, rows)
    const told = await refusedRows(service(), id)
    expect(told).toHaveLength(3)
    expect(JSON.stringify([tried.text, sent.text, told])).not.toContain(canary.slice(0, 10))
  })

  test('that is tried says what would come of it and changes nothing', async () => {
    const before = await service().rows()
    const rows = [oldYes(newPhone()), oldYes('12'), oldNo(newPhone())]
    const answer = await sendImport(service(), 'a-try', rows, { query: { dryRun: '1' } })
    expect(answer.as<ImportTried>()).toEqual({
      id: 'a-try',
      dryRun: true,
      rows: 3,
      taken: 2,
      refused: 1,
      refusedRows: [{ row: 2, problem: 'phone-too-short' }],
    })
    expect(await service().rows()).toEqual(before)
    const there = await service().ask('/v1/imports/a-try', { key: service().keys.imports })
    expect(there).toMatchObject({ status: 404, problem: 'import-not-found' })
  })

  test('that comes again is done once', async () => {
    const phone = newPhone()
    const rows = [oldYes(phone), oldYes('12'), oldNo(newPhone())]
    const first = await imported(service(), rows)
    const before = await service().rows()
    expect(await imported(service(), rows, {}, first.id)).toEqual(first)
    expect(await service().rows()).toEqual(before)
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test('under a known id but with other rows or options is refused', async () => {
    const rows = [oldYes(newPhone()), oldYes(newPhone())]
    const { id } = await imported(service(), rows)
    const others: readonly (readonly [readonly unknown[], object])[] = [
      [[rows[0], oldNo(newPhone())], {}],
      [rows.slice(0, 1), {}],
      [[...rows, oldNo(newPhone())], {}],
      [rows, { query: { categories: 'orders' } }],
      [rows, { query: { country: 'MX' } }],
    ]
    const before = await service().rows()
    for (const [sent, sending] of others) {
      expect(await sendImport(service(), id, sent, sending)).toMatchObject({
        status: 409,
        problem: 'import-differs',
      })
    }
    expect(await service().rows()).toEqual(before)
  })

  test('tells one row from another by its key, wherever it stands', async () => {
    const [a, b] = [newPhone(), newPhone()]
    const rows = [
      oldYes(a, { key: 'a' }),
      oldYes(a, { key: 'a' }),
      oldYes(b, { key: 'a' }),
      oldYes(a, { key: 'a', categories: ['orders'] }),
      oldYes(b, { key: 'b' }),
    ]
    const shown = await imported(service(), rows)
    expect(shown).toMatchObject({ taken: 2, repeated: 1, refused: 2 })
    expect(await refusedRows(service(), shown.id)).toEqual([
      { row: 3, problem: 'attempt-already-used' },
      { row: 4, problem: 'attempt-already-used' },
    ])
  })

  test('comes packed as well', async () => {
    const phone = newPhone()
    const body = gzipSync(`${JSON.stringify(oldYes(phone))}\n`)
    const headers = { 'content-encoding': 'gzip' }
    expect(await imported(service(), body, { headers })).toMatchObject({ taken: 1 })
    expect(await maySend(service(), phone)).toMatchObject({ reason: 'quarantined' })
  })

  test('knows people by any identity, and one person by the spellings of a number', async () => {
    const phone = newPhone()
    const spelled = phone.replace('+52', '+521')
    const email = `${newImport()}@shop.example`
    await imported(service(), [
      oldYes(phone),
      oldNo(spelled, { categories: ['offers'] }),
      { ...oldNo(''), person: { email } },
    ])
    expect(await history(service(), phone)).toHaveLength(2)
    expect(await maySend(service(), { email })).toMatchObject({ reason: 'blocked' })
  })

  test('takes what its rows leave out from what is said of all of them', async () => {
    const phone = newPhone()
    const query = {
      answer: 'yes',
      categories: 'offers orders',
      at: '2023-01-01',
      source: 'fair',
      country: 'MX',
    }
    const shown = await imported(service(), [{ person: { phone: phone.slice(3) } }], { query })
    expect(shown).toMatchObject({ taken: 1 })
    expect(await reasons(service(), phone)).toEqual(['quarantined', 'quarantined'])
  })

  test('is told in the feed, and among the company’s imports', async () => {
    const { id } = await imported(service(), [oldYes(newPhone()), oldNo(newPhone())])
    let told: FeedShown['events'] = []
    for (let tries = 0; tries < 50 && told.length < 2; tries += 1) {
      const feed = await service().ask('/v1/events?limit=1000&wait=1', {
        key: service().keys.events,
      })
      told = feed.as<FeedShown>().events.filter(({ act }) => 'import' in act && act.import === id)
    }
    expect(told.map(({ act }) => act.kind).toSorted()).toEqual(['opt_in', 'opt_out'])
    const list = await service().ask('/v1/imports', { key: service().keys.imports })
    expect(list.as<ImportsShown>().imports).toContainEqual(await importNow(service(), id))
  })

  test('is its company’s alone, though another one’s has the same name', async () => {
    const phone = newPhone()
    const { id } = await imported(service(), [oldNo(phone), 'x'])
    const key = await service().load({ ...otherCompany(), id: 'another' })
    for (const path of [id, `${id}/refused`]) {
      const answer = await service().ask(`/v1/imports/${path}`, { key })
      expect(answer).toMatchObject({ status: 404, problem: 'import-not-found' })
    }
    const sent = await sendImport(service(), id, [oldNo(phone)], { key })
    expect(sent.as<object>()).toMatchObject({ rows: 1, taken: 1, refused: 0 })
    expect(await importNow(service(), id)).toMatchObject({ rows: 2, taken: 1, refused: 1 })
    expect(await history(service(), phone)).toHaveLength(1)
  })

  test('whose rows are mostly refused is read no further', async () => {
    const { deps } = service()
    const stored = await deps.memory.company('demo')
    const asked = { id: newImport(), country: undefined, defaults: {}, form: 'any' }
    const begun = async (from: number) => {
      const running = stored && (await beginImport(deps, stored, { ...asked, from }))
      if (!running || isProblem(running)) throw new Error('it was not begun')
      return running
    }
    await (await begun(0)).end('in-part')
    const counts = { rows: 150_000, taken: 49_999, repeated: 0, refused: 100_000, digest: 'x' }
    await deps.memory
      .of('demo')
      .write((records) => records.keepProgress(asked.id, counts, [], service().now()))
    const running = await begun(150_000)
    const lines = [{ text: 'x', read: () => problem('body-not-json') }]
    expect(await running.take(lines)).toEqual(problem('import-mostly-refused'))
    expect(await running.end('in-part')).toMatchObject({ rows: 150_001, refused: 100_001 })
  })

  test('keeps which rows were refused for 90 days, and how many for ever', async () => {
    const { id } = await imported(service(), ['x'])
    await forgetOldRefusals(service().deps, 'demo')
    expect(await refusedRows(service(), id)).toHaveLength(1)
    service().pass(90 * 24 * 3_600_000)
    await forgetOldRefusals(service().deps, 'demo')
    expect(await refusedRows(service(), id)).toEqual([])
    expect(await importNow(service(), id)).toMatchObject({ refused: 1 })
  })
})
