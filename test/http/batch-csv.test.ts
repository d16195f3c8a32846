import { describe, expect, test } from 'vitest'
import { serviceFor } from '../support/service.ts'
import { newPhone } from './acts.ts'
import { askList } from './batch-lists.ts'

const CSV = { headers: { 'content-type': 'text/csv' } }
const HEAD = 'allow,reason,evidence,proof,personId,asOf,validForSeconds,problem'

describe('a CSV', () => {
  const service = serviceFor({ engine: 'sqlite' })

  const rows = async (text: string | Uint8Array) => {
    const answer = await askList(service(), text, CSV)
    expect(answer.status).toBe(200)
    const [head, ...lines] = answer.text.split('\r\n')
    expect(head).toBe(HEAD)
    expect(lines.pop()).toBe('')
    return lines.map((line) => {
      const cells = line.split(',')
      return cells[1] === '' ? cells[7] : cells[1]
    })
  }

  test('is read with a mark, quotes, semicolons and tabs, as spreadsheets write it', async () => {
    const phone = newPhone()
    expect(await rows(`phone,sender,category\n${phone},main,offers`)).toEqual(['never_asked'])
    for (const between of [',', ';', '\t']) {
      const write = (...cells: string[]) => cells.join(between)
      const text = [
        write('"Phone"', 'SENDER', 'category', 'template', 'external'),
        write(`"${phone}"`, 'main', '"offers"', '', ''),
        write(phone, 'main', 'offers', '"a ""quoted"" name"'),
        write('', 'main', 'offers', '', `"Pérez${between} José"`),
        write(` ${phone} `, ' main ', 'offers', '', ''),
      ].join('\r\n')
      for (const bytes of [`\uFEFF${text}`, text, Buffer.from(text, 'latin1')]) {
        expect(await rows(bytes)).toEqual(Array.from({ length: 4 }, () => 'never_asked'))
      }
    }
  })

  test('in Latin-1 means the same people as in UTF-8', async () => {
    const it = service()
    const body = { person: { external: 'José Ñuñez' }, sender: 'main' }
    expect(await it.ask('/v1/opt-outs', { key: it.keys['opt-outs'], body })).toMatchObject({
      problem: null,
    })
    const text = 'external,sender,category\nJosé Ñuñez,main,offers\nJose Nunez,main,offers\n'
    const told = ['blocked', 'never_asked']
    expect(await rows(text)).toEqual(told)
    expect(await rows(Buffer.from(text, 'latin1'))).toEqual(told)
  })

  test('has a bad line answered as one', async () => {
    const phone = newPhone()
    const lines = [
      ['main,offers', 'body-not-valid'],
      [`${phone},,main,offers,and more`, 'body-not-valid'],
      [`${phone},a@b.example,main,offers`, 'body-not-valid'],
      [`"${phone},,main,offers`, 'body-not-valid'],
      [`${phone}",,main,offers`, 'body-not-valid'],
      [`"${phone}"1,,main,offers`, 'body-not-valid'],
      ['', 'body-not-valid'],
      ['"', 'body-not-valid'],
      [`=1+1,,main,offers`, 'phone-not-digits'],
      [`${phone},,@nobody,offers`, 'body-not-valid'],
      [`${phone},,main,${'x'.repeat(80_000)}`, 'body-too-large'],
    ] as const
    const good = `${phone},,main,offers`
    const text = [
      'phone,email,sender,category',
      ...lines.flatMap(([line]) => [line, good]),
      '',
    ].join('\n')
    const told = lines.flatMap(([, problem]) => [problem, 'never_asked'])
    expect(await rows(text)).toEqual(told)
  })

  test.each([
    ['no columns', ''],
    ['a line of questions in place of its names', '+525512345678,main,offers\n'],
    ['a column that nobody knows', 'phone,sender,category,templete\n'],
    ['a column twice', 'phone,phone,sender,category\n'],
    ['nobody', 'sender,category\n'],
    ['no category', 'phone,sender\n'],
  ])('with %s is refused', async (_, text) => {
    expect(await askList(service(), text, CSV)).toMatchObject({
      status: 422,
      problem: 'batch-header-not-valid',
    })
  })

  test('is answered in cells that no spreadsheet takes for a formula', async () => {
    const text = 'external,sender,category\n=cmd|calc,main,offers\n+1,main,=x\n@a,-main,offers\n'
    const answer = await askList(service(), text, CSV)
    for (const cell of answer.text.split(/[,\r\n]+/u)) expect(cell).not.toMatch(/^[=+\-@\t]/u)
    expect(answer.text).not.toContain('calc')
  })
})
