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
    ['breaks off', gzipSync('{}\n{}\n').subarray(0, 11), 'gzip', 400, 'body-not-gzip'],
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

  test.each([
    ['unpacks to endless lines', gzipSync(Buffer.alloc(64 << 20, '\n')), 'body-too-large'],
    ['breaks off after some lines', gzipSync('{}\n{}\n').subarray(0, 15), 'body-not-gzip'],
  ])('that %s is answered so far and no further', async (_, bytes, told) => {
    const headers = { 'content-encoding': 'gzip' }
    // The answer breaks off too, so that nobody takes it for whole.
    await expect(askList(service(), bytes, { headers })).rejects.toThrow(told)
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
