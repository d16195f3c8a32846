import Database from 'better-sqlite3'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { scrub } from '../../server/scrub.ts'
import { toldError } from '../../server/told-error.ts'
import { openDatabase } from '../support/databases.ts'

const DIGITS = '5511987654321'
const bytes = (text: string): Buffer => Buffer.from(text)
const percent = (text: string): string =>
  [...bytes(text)].map((byte) => `%${byte.toString(16)}`).join('')

const NUMBERS = [
  ['plain', `+${DIGITS}`],
  ['without a plus', DIGITS],
  ['in a word', `id${DIGITS}x`],
  ['in an address', `/l/+${DIGITS}/go?from=%2B${DIGITS}&x=1`],
  ['spaced', '+55 11 98765 4321'],
  ['with hyphens and brackets', '+55 (11) 98765-4321'],
  ['with dots', '55.11.98765.4321'],
  ['each digit apart', DIGITS.split('').join(' ')],
  ['in full-width digits', '＋５５１１９８７６５４３２１'],
  ['in Arabic digits', '٥٥١١٩٨٧٦٥٤٣٢١'],
  ['percent-encoded whole', percent(`+${DIGITS}`)],
  ['in hexadecimal', bytes(DIGITS).toString('hex')],
  ['in base64', bytes(DIGITS).toString('base64')],
  ['in base64, one further', bytes(`+${DIGITS}`).toString('base64')],
  ['in base64, two further', bytes(`p:${DIGITS}`).toString('base64')],
  ['in base64url', bytes(`??${DIGITS}??`).toString('base64url')],
  ['as a wamid', `wamid.${bytes(`\u0001\u0018${DIGITS}\u0015`).toString('base64')}`],
] as const

describe('a text of the log', () => {
  test.each(NUMBERS)('loses a number that is %s', (_how, written) => {
    const seen = scrub(`it was ${written}, and failed`)
    expect(seen).toMatch(/^it was .*…/u)
    expect(seen).toContain('failed')
    expect(seen).not.toMatch(/\p{Nd}{3}|%3\d|[A-Za-z\d]{9}/u)
  })

  test.each([
    ['an e-mail address', 'no room for ana.maria@mail.example here', 'ana'],
    ['an encoded e-mail address', 'no room for ana%40mail.example here', 'mail'],
    ['what somebody wrote', 'Unexpected token in "ya no me escriban" here', 'escriban'],
    ['what breaks off', 'invalid input: "ya no me escriban', 'escriban'],
    ['what stands in single quotes', "no such column: 'ya no' here", 'ya no'],
    ['what stands in curly quotes', 'no such column: “ya no” here', 'ya no'],
    ['a key of a row', 'Key (company, name)=(demo, ana) exists', 'ana'],
    ['a key of the API', 'refused qk_a1B2c3D4e5F6g7H8i9J0k1L2 here', 'a1B2'],
  ])('loses %s', (_what, written, part) => {
    expect(scrub(written)).not.toContain(part)
    expect(scrub(written)).toContain('…')
  })

  test.each([
    'connect ECONNREFUSED at port 5432 after 8 tries',
    'the person’s key is another company’s',
    'too many connections for role',
    'SQLITE_CONSTRAINT_PRIMARYKEY in companiesWithReplies',
    'asking the message log of demo/main',
    'POST /v1/may-send/batch',
  ])('stays as it is where it tells of nobody: %s', (text) => {
    expect(scrub(text)).toBe(text)
  })
})

const failing = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work()
  } catch (error) {
    return error
  }
}

describe('an error of', () => {
  test('PostgreSQL is told without what was being stored', async () => {
    const database = await openDatabase('postgres')
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query('create table people (phone text primary key, age int)')
    const insert = (phone: string, age: string) => () =>
      client.query('insert into people values ($1, $2)', [phone, age])
    await insert(`+${DIGITS}`, '7')()
    const twice = await failing(insert(`+${DIGITS}`, '7'))
    const odd = await failing(insert('+1', `+${DIGITS}`))
    const text = await failing(() => client.query(`select 'Ana ${DIGITS}'::json`))
    await client.end()
    await database.drop()
    // The driver does hold them: there is something to take out.
    const whole = [twice, odd, text].map((error) => `${String(error)} ${JSON.stringify(error)}`)
    expect(whole[0]).toContain(DIGITS)
    expect(whole[1]).toContain(DIGITS)
    expect(whole[2]).toContain('Ana')
    expect(toldError(twice)).toMatchObject({
      code: '23505',
      table: 'people',
      constraint: 'people_pkey',
      message: expect.stringContaining('duplicate key value'),
    })
    expect(toldError(odd)).toMatchObject({ code: '22003' })
    expect(toldError(text)).toMatchObject({ code: '22P02' })
    const told = JSON.stringify([twice, odd, text].map((error) => toldError(error)))
    expect(told).not.toContain(DIGITS)
    expect(told).not.toContain('Ana')
  })

  test('SQLite is told with its code', () => {
    const database = new Database(':memory:')
    database.exec('create table people (phone text primary key)')
    const insert = database.prepare('insert into people values (?)')
    insert.run(DIGITS)
    const told = (() => {
      try {
        return insert.run(DIGITS)
      } catch (error) {
        return toldError(error)
      }
    })()
    expect(told).toMatchObject({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  })

  test('a parser is told without what it could not read', async () => {
    const error = await failing(() => JSON.parse('hola soy Ana') as unknown)
    expect(String(error)).toContain('hola')
    expect(toldError(error)).toMatchObject({ name: 'SyntaxError', message: '' })
    expect(JSON.stringify(toldError(error))).not.toMatch(/hola|Ana/u)
  })

  test('another error is told with it, and nothing else that it holds', () => {
    const cause = Object.assign(new Error(`no answer to ${DIGITS}`), { code: 'ECONNRESET' })
    const error = Object.assign(new Error('not kept', { cause }), { phone: DIGITS, detail: DIGITS })
    const told = toldError(error)
    expect(told).toMatchObject({
      name: 'Error',
      message: 'not kept',
      cause: { code: 'ECONNRESET', message: 'no answer to […]' },
    })
    expect(told.stack[0]).toMatch(/scrub\.test\.ts:\d+:\d+/u)
    expect(JSON.stringify(told)).not.toContain(DIGITS)
  })

  test('no kind that is known is told as nothing', () => {
    expect(toldError(`+${DIGITS}`)).toEqual({ name: 'not an error', message: '', stack: [] })
  })
})
