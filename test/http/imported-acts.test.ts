import { describe, expect, test } from 'vitest'
import { rebuildRegisters } from '../../server/actions/rebuild-registers.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, history, maySend, newPhone, person, reasons, writes } from './acts.ts'
import { imported, oldNo, oldYes } from './imports.ts'

describe.each(ENGINES)('what is imported on %s', (engine) => {
  const service = serviceFor({ engine })

  test('keeps an old yes with its date, source and evidence, and gives no right by it', async () => {
    const phone = newPhone()
    const evidence = { order: 'A-17', paper: true }
    const shown = await imported(service(), [oldYes(phone, { evidence })])
    expect(shown).toMatchObject({ state: 'done', rows: 1, taken: 1, repeated: 0, refused: 0 })
    expect(await maySend(service(), phone)).toMatchObject({
      allow: false,
      reason: 'quarantined',
      proof: 'imported',
    })
    const [event, ...others] = await history(service(), phone)
    expect(others).toEqual([])
    expect(event).toMatchObject({
      // The earliest instant that is the 31st of May anywhere.
      at: '2024-05-30T10:00:00.000Z',
      act: { kind: 'opt_in', proof: 'imported', source: 'import', import: shown.id },
      evidence: { phone, source: 'the old shop', details: evidence },
    })
    const { senders } = await person(service(), phone)
    expect(senders[0]?.categories).toContainEqual(
      expect.objectContaining({ category: 'offers', status: 'pending', proof: 'imported' }),
    )
  })

  test('counts an old no at once, everywhere and to everything', async () => {
    const [silent, known] = [newPhone(), newPhone()]
    await writes(service(), by(known), '#want')
    await imported(service(), [oldNo(silent), oldNo(known)])
    expect(await reasons(service(), silent)).toEqual(['blocked', 'blocked'])
    expect(await reasons(service(), known)).toEqual(['blocked', 'blocked'])
  })

  test('dates a no: who came back since then by their own message stays', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    await imported(service(), [oldNo(phone, { at: '2020-01-01' })])
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    await imported(service(), [oldNo(phone, { at: 'ayer', categories: ['offers'] })])
    expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
  })

  test('never lets a yes override a no, whichever is older or comes first', async () => {
    const days = ['2019-03-01', '2021-03-01']
    for (const [yesAt = '', noAt = ''] of [days, days.toReversed(), ['2021-03-01', '2021-03-01']]) {
      for (const isNoFirst of [true, false]) {
        const phone = newPhone()
        const no = oldNo(phone, { at: noAt, categories: ['offers'] })
        const rows = [oldYes(phone, { at: yesAt }), no]
        await imported(service(), isNoFirst ? rows.toReversed() : rows)
        expect(await maySend(service(), phone)).toMatchObject({ reason: 'revoked' })
        await imported(service(), [oldYes(phone)])
        expect(await maySend(service(), phone)).toMatchObject({ reason: 'revoked' })
      }
    }
    const stopped = newPhone()
    await writes(service(), by(stopped), 'SALIR')
    await imported(service(), [oldYes(stopped)])
    expect(await maySend(service(), stopped)).toMatchObject({ reason: 'blocked' })
  })

  test('is confirmed by the person’s own message', async () => {
    const phone = newPhone()
    await imported(service(), [oldYes(phone)])
    await writes(service(), by(phone), '#want')
    expect(await maySend(service(), phone)).toMatchObject({ reason: 'consented', proof: 'message' })
  })

  test('is enough where the category’s policy accepts it, except for who once said no', async () => {
    const [said, stopped] = [newPhone(), newPhone()]
    await writes(service(), by(stopped), 'SALIR')
    await writes(service(), by(stopped), 'hola')
    await imported(service(), [oldYes(said), oldYes(stopped)])
    const stored = await service().deps.memory.company('demo')
    if (!stored) throw new Error('the demo is gone')
    const { document } = stored
    const accepting = document.categories.map((one) => ({ ...one, acceptsImported: true }))
    await service().load({ ...document, categories: accepting })
    expect(await maySend(service(), said)).toMatchObject({ allow: true, proof: 'imported' })
    expect(await maySend(service(), stopped)).toMatchObject({ allow: false })
    await service().load(document)
    expect(await maySend(service(), said)).toMatchObject({ reason: 'quarantined' })
  })

  test('is what its events come to, leaf by leaf and register by register', async () => {
    const phones = [newPhone(), newPhone(), newPhone()]
    const days = ['2021-01-01', '2024-01-01', '2020-01-01', '2023-01-01', '2019-01-01']
    const rows = days.flatMap((at, nth) =>
      phones.flatMap((phone) => [
        oldYes(phone, { at, categories: nth % 2 === 0 ? ['offers', 'orders'] : ['offers'] }),
        oldNo(phone, { at, ...(nth % 2 === 0 && { categories: ['orders'] }) }),
      ]),
    )
    expect(await imported(service(), rows)).toMatchObject({ taken: rows.length })
    const rebuilt = await rebuildRegisters(service().deps, 'demo', false)
    expect(rebuilt.events).toBeGreaterThanOrEqual(rows.length)
    expect(rebuilt.differences).toEqual([])
  })
})
