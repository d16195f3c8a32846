import { describe, expect, test } from 'vitest'
import { serviceFor } from '../support/service.ts'
import { history, newPhone, reasons } from './acts.ts'
import { CSV, imported, newImport, refusedRows, sendImport } from './imports.ts'

const mapping = (columns: object) => ({ columns: JSON.stringify(columns) })

describe('a CSV of old records', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('is read with a mark, quotes, semicolons and tabs, in UTF-8 and Latin-1', async () => {
    for (const between of [',', ';', '\t']) {
      const phones = [newPhone(), newPhone(), newPhone()]
      const write = (...cells: string[]) => cells.join(between)
      const text = [
        write('Phone', 'ANSWER', '"categories"', 'at', 'source', 'evidence.Sucursal'),
        write(`"${phones[0]}"`, 'Sí', '"orders, offers"', '2024-05-31', '"José ""Pepe"""', 'León'),
        write(`'${phones[1]}`, 'SIM', 'offers', '2024-05-31T10:00:00-03:00', 'feira', ''),
        write(` ${phones[2]} `, 'Não', '', '', '', ''),
        '',
      ].join('\r\n')
      for (const bytes of [Buffer.from(`\uFEFF${text}`), Buffer.from(text, 'latin1')]) {
        expect(await imported(service(), bytes, CSV)).toMatchObject({ rows: 3, taken: 3 })
      }
      expect(await reasons(service(), phones[0] ?? '')).toEqual(['quarantined', 'quarantined'])
      expect(await reasons(service(), phones[1] ?? '')).toEqual(['never_asked', 'quarantined'])
      expect(await reasons(service(), phones[2] ?? '')).toEqual(['blocked', 'blocked'])
      for (const { evidence } of await history(service(), phones[0] ?? '')) {
        expect(evidence).toMatchObject({ source: 'José "Pepe"', details: { Sucursal: 'León' } })
      }
    }
  })

  test('has columns of the company’s own, of which only those count that are named', async () => {
    const phone = newPhone()
    const columns = JSON.stringify({
      Teléfono: 'phone',
      'Acepta?': 'answer',
      Alta: 'at',
      'N° pedido': 'evidence.order',
    })
    const text = [
      'Nombre;Teléfono;Acepta?;Alta;N° pedido;answer',
      `Ana;${phone.slice(3)};si;2024-05-31;77;no`,
    ].join('\n')
    const query = { columns, categories: 'offers', source: 'crm', country: 'MX' }
    expect(await imported(service(), text, { ...CSV, query })).toMatchObject({ taken: 1 })
    const [event] = await history(service(), phone)
    expect(event).toMatchObject({ act: { kind: 'opt_in' }, evidence: { details: { order: '77' } } })
    expect(JSON.stringify(event)).not.toContain('Ana')
  })

  test('has a bad line reported as one', async () => {
    const lines = [
      ['"+52', 'body-not-valid'],
      [`${newPhone()},no,,and more`, 'body-not-valid'],
      [`${newPhone()},maybe,`, 'body-not-valid', 'answer'],
      [',no,', 'body-not-valid', 'person'],
      [`${newPhone()},no,Offers!`, 'body-not-valid', 'categories'],
      ['=1+1,no,', 'phone-not-digits'],
      ['5.21552E+12,no,', 'phone-not-digits'],
      [`${newPhone()},no,${'x'.repeat(80_000)}`, 'body-too-large'],
    ] as const
    const text = [
      'phone,answer,categories',
      ...lines.flatMap(([line]) => [line, `${newPhone()},no,`]),
      ',,',
      '',
    ].join('\n')
    const shown = await imported(service(), text, CSV)
    expect(shown).toMatchObject({ rows: 17, taken: 8, refused: 8 })
    expect(await refusedRows(service(), shown.id)).toEqual(
      lines.map(([, problem, at], nth) => ({
        row: 2 * nth + 1,
        problem,
        ...(at !== undefined && { at }),
      })),
    )
  })

  test.each([
    ['nothing', '', {}],
    ['rows in place of its names', '+525512345678,no\n', {}],
    ['a column that nobody knows', 'phone,answer,nombre\n', {}],
    ['a column twice', 'phone,Phone,answer\n', {}],
    ['nobody', 'answer,at\n', {}],
    ['another encoding', Buffer.from('\uFEFFphone,answer\n', 'utf16le'), {}],
    ['a mapping of a column that is not there', 'tel,answer\n', mapping({ tel: 'phone', a: 'at' })],
    ['two columns for one thing', 'a,b\n', mapping({ a: 'phone', b: 'phone' })],
  ])('with %s is refused, and leaves its id to another', async (_, text, query) => {
    const id = newImport()
    expect(await sendImport(service(), id, text, { ...CSV, query })).toMatchObject({
      status: 422,
      problem: 'import-header-not-valid',
    })
    await imported(service(), `phone,answer\n${newPhone()},no\n`, CSV, id)
  })

  test.each([
    ['no id', { id: '' }],
    ['an id with a number in front', { id: '+525512345678' }],
    ['an option that nobody knows', { colums: '{}' }],
    ['columns that are no JSON', { columns: 'phone' }],
    ['columns of which nobody knows what they are', mapping({ tel: 'telephone' })],
    ['an answer that is none', { answer: 'perhaps' }],
  ])('is refused with %s', async (_, query) => {
    const sent = await sendImport(service(), 'options', 'phone\n', { ...CSV, query })
    expect(sent).toMatchObject({ status: 400, problem: 'body-not-valid' })
  })
})
