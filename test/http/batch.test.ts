import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, maySend, newPhone, writes } from './acts.ts'
import { answersIn, askList } from './batch-lists.ts'

const about = (phone: string, category = 'offers') => ({
  person: { phone },
  sender: 'main',
  category,
})

const CSV = { headers: { 'content-type': 'text/csv' } }
const HEAD = 'allow,reason,evidence,proof,personId,asOf,validForSeconds,problem'

describe.each(ENGINES)('a list on %s', (engine) => {
  const service = serviceFor({ engine })

  test('is answered line by line in its order, as single questions are', async () => {
    const [granted, stopped, unknown] = [newPhone(), newPhone(), newPhone()]
    await writes(service(), by(granted), '#want')
    await writes(service(), by(stopped), '#want')
    await writes(service(), by(stopped), 'SALIR')
    const phones = [stopped, granted, unknown, granted, stopped]
    const answer = await askList(
      service(),
      phones.map((phone) => about(phone)),
    )
    expect(answer).toMatchObject({ status: 200, type: 'application/x-ndjson; charset=utf-8' })
    const single = await Promise.all(phones.map((phone) => maySend(service(), phone)))
    expect(answersIn(answer.text)).toEqual(single)
    expect(single.map(({ reason }) => reason)).toEqual([
      'blocked',
      'consented',
      'never_asked',
      'consented',
      'blocked',
    ])
  })

  test('is answered in CSV where it comes in CSV', async () => {
    const granted = newPhone()
    await writes(service(), by(granted), '#want')
    const answer = await askList(
      service(),
      `sender,category,phone\r\nmain,offers,${granted}\r\nmain,offers,12\r\n`,
      CSV,
    )
    expect(answer).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8; header=present' })
    const { evidence, personId, asOf } = await maySend(service(), granted)
    expect(answer.text.split('\r\n')).toEqual([
      HEAD,
      `true,consented,${evidence},message,${personId},${asOf},0,`,
      ',,,,,,,phone-too-short',
      '',
    ])
  })
})

describe('a list', () => {
  const service = serviceFor({ engine: 'sqlite' })

  const problems = async (lines: readonly unknown[] | Uint8Array) =>
    answersIn((await askList(service(), lines)).text).map((one) =>
      'problem' in one ? one.problem : one.reason,
    )

  test('has a bad line answered as one, wherever it stands, and the others as ever', async () => {
    const bad: readonly (readonly [line: unknown, problem: string])[] = [
      ['{"person":{"phone":"+5255', 'body-not-json'],
      ['', 'body-not-json'],
      ['null', 'body-not-valid'],
      ['[]', 'body-not-valid'],
      [{ ...about(newPhone()), templete: 'x' }, 'body-not-valid'],
      [
        { ...about(newPhone()), person: { phone: newPhone(), email: 'a@b.example' } },
        'body-not-valid',
      ],
      [about('+52'), 'phone-too-short'],
      [about(`+${'5'.repeat(10_000)}`), 'phone-too-long'],
      [about('hola'), 'phone-not-digits'],
      [{ ...about(newPhone()), sender: 'nobody' }, 'sender-not-found'],
      [about(newPhone(), 'nothing'), 'category-not-found'],
      [`"${'x'.repeat(70_000)}"`, 'body-too-large'],
      [`"${'x'.repeat(900_000)}"`, 'body-too-large'],
    ]
    const good = about(newPhone())
    const lines = bad.flatMap(([line]) => [good, line])
    const told = bad.flatMap(([, problem]) => ['never_asked', problem])
    expect(await problems([...lines, good])).toEqual([...told, 'never_asked'])
  })

  test('names the field of a bad line, and repeats nothing of it', async () => {
    const answer = await askList(service(), [
      { ...about('x'), category: 'Anacanaria' },
      '{"Anacanaria',
    ])
    expect(answersIn(answer.text)).toEqual([
      { problem: 'body-not-valid', at: 'category' },
      { problem: 'body-not-json' },
    ])
  })

  test('need not end with a line’s end, may begin with a mark, and may be empty', async () => {
    const line = JSON.stringify(about(newPhone()))
    for (const text of [line, `\uFEFF${line}\n`, `${line}\r\n`]) {
      expect(await problems(Buffer.from(text))).toEqual(['never_asked'])
    }
    expect(await problems(Buffer.from(''))).toEqual([])
    expect(await problems(Buffer.from('\n\n'))).toEqual(['body-not-json', 'body-not-json'])
    const notUtf8 = Buffer.from(`{"person":{"external":"José"}}\n${line}`, 'latin1')
    expect(await problems(notUtf8)).toEqual(['body-not-json', 'never_asked'])
  })

  test('longer than what is read at once keeps its order', async () => {
    const lines = Array.from({ length: 9_000 }, (_, n) =>
      n % 7 === 0 ? about('1') : about(newPhone(), n % 2 === 0 ? 'offers' : 'nothing'),
    )
    const told = lines.map((_, n) => {
      if (n % 7 === 0) return n % 2 === 0 ? 'phone-too-short' : 'phone-too-short'
      return n % 2 === 0 ? 'never_asked' : 'category-not-found'
    })
    expect(await problems(lines)).toEqual(told)
  })

  test('may be packed, and is answered so where that is taken', async () => {
    const bytes = gzipSync(`${JSON.stringify(about(newPhone()))}\n`)
    const headers = { 'content-encoding': 'gzip' }
    const plain = await askList(service(), bytes, { headers })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(answersIn(plain.text)).toMatchObject([{ reason: 'never_asked' }])
    const response = await service().app.request('/v1/may-send/batch', {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Bearer ${service().keys['may-send']}`,
        'accept-encoding': 'gzip, br',
      },
      body: new Uint8Array(bytes),
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const unpacked = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(unpacked).toBe(plain.text)
  })

  test.each([
    ['is no gzip', Buffer.from('{}\n'), 'gzip', 400, 'body-not-gzip'],
    ['breaks off', gzipSync('{}\n{}\n').subarray(0, 15), 'gzip', 400, 'body-not-gzip'],
    ['is packed otherwise', Buffer.from('{}\n'), 'br', 400, 'body-not-gzip'],
    [
      'unpacks to nothing but size',
      gzipSync(Buffer.alloc(64 << 20)),
      'gzip',
      413,
      'body-too-large',
    ],
  ])('that %s is refused', async (_, bytes, encoding, status, problem) => {
    const headers = { 'content-encoding': encoding }
    expect(await askList(service(), bytes, { headers })).toMatchObject({ status, problem })
  })

  test('that unpacks to endless lines breaks off, so that nobody takes it for whole', async () => {
    const bytes = gzipSync(Buffer.alloc(64 << 20, '\n'))
    const headers = { 'content-encoding': 'gzip' }
    await expect(askList(service(), bytes, { headers })).rejects.toThrow(/body-too-large/u)
  })

  test('is refused where too many are judged, until one ends', async () => {
    const open = () => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      const line = new TextEncoder().encode(`${JSON.stringify(about(newPhone()))}\n`)
      const answer = service().app.request('/v1/may-send/batch', {
        method: 'POST',
        headers: { authorization: `Bearer ${service().keys['may-send']}` },
        body: readable,
        duplex: 'half',
      } as RequestInit)
      return writer.write(line).then(async () => ({ writer, answer: await answer }))
    }
    const [first, second] = [await open(), await open()]
    expect(await askList(service(), [])).toMatchObject({ status: 429, problem: 'too-many-batches' })
    await first?.writer.close()
    expect(answersIn(await first.answer.text())).toHaveLength(1)
    expect(await askList(service(), [])).toMatchObject({ status: 200 })
    await second?.answer.body?.cancel()
    expect(await askList(service(), [])).toMatchObject({ status: 200 })
  })
})

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
    const service_ = service()
    const body = { person: { external: 'José Ñuñez' }, sender: 'main' }
    expect(
      await service_.ask('/v1/opt-outs', { key: service_.keys['opt-outs'], body }),
    ).toMatchObject({
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
