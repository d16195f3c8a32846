import Database from 'better-sqlite3'
import { Client } from 'pg'
import { forEachAtOnce } from '../../at-once.ts'
import { isOk, openLine } from '../../http.ts'
import { people, wamid } from '../../people.ts'
import { requestsOf } from '../../requests.ts'
import { type Service, withService } from '../../service.ts'
import { type Bench, type Figure, type Figures } from './figure.ts'

const AT_ONCE = 32

/** What a person and an event take of the disk, with their indexes: people who wrote a keyword for two categories. */
export const bytes: Figures = {
  name: 'bytes',
  tells: 'what a person and an event take of the disk',
  measure: async (bench) => [
    ...(await measureOn(bench, 'sqlite')),
    ...(await measureOn(bench, 'postgres')),
  ],
}

const measureOn = ({ open, size }: Bench, engine: Service['engine']): Promise<readonly Figure[]> =>
  withService(open, engine, async (service) => {
    const before = await bytesIn(service)
    const count = size.amount
    await subscribe(service, count)
    const after = await bytesIn(service)
    const perPerson = (table: string): number =>
      ((after.get(table) ?? 0) - (before.get(table) ?? 0)) / count
    const person = perPerson('identities') + perPerson('registers')
    const event = perPerson('events')
    return [
      {
        what: 'bytes a person: the number, and the registers of two categories',
        engine,
        ours: `${person.toFixed(0)} bytes`,
        beside: '',
        value: person,
        byWork: null,
        // The issue of space is SQLite's: PostgreSQL's rows alone have 28 bytes of their own.
        limit: engine === 'sqlite' ? { most: 350 } : null,
      },
      {
        what: 'bytes an event, with its sealed evidence',
        engine,
        ours: `${event.toFixed(0)} bytes`,
        beside: '',
        value: null,
        byWork: null,
        limit: null,
      },
    ]
  })

/** Has so many people write the keyword, whose notice is of two categories. */
const subscribe = async (service: Service, count: number): Promise<void> => {
  const server = await service.start()
  const requests = requestsOf(service.access)
  const line = openLine()
  try {
    await forEachAtOnce(people(count), AT_ONCE, async ({ digits }) => {
      const content = { kind: 'text', text: '#want' } as const
      const id = wamid(digits, 0)
      // A number and nothing else: whoever has WhatsApp's user id too has one identity more.
      const message = { id, from: digits, bsuid: '', name: 'Ana', sentAt: Date.now(), content }
      const answer = await line.send(server.url, requests.message(message))
      if (!isOk(answer)) throw new Error(`a message was answered ${answer.status}`)
    })
  } finally {
    line.close()
    await server.stop()
  }
}

/** How much each table takes, its indexes with it. */
const bytesIn = (service: Service): Promise<ReadonlyMap<string, number>> =>
  service.engine === 'sqlite' ? bytesInSqlite(service) : bytesInPostgres(service)

const bytesInSqlite = async ({ database: file }: Service): Promise<ReadonlyMap<string, number>> => {
  const database = new Database(file, { readonly: true })
  const rows = database
    .prepare<[], { table: string; bytes: number }>(
      `select tbl_name as "table", sum(pgsize) as bytes
       from dbstat join sqlite_schema using (name) group by tbl_name`,
    )
    .all()
  database.close()
  return new Map(rows.map(({ table, bytes: size }) => [table, size]))
}

const bytesInPostgres = async ({ database }: Service): Promise<ReadonlyMap<string, number>> => {
  const client = new Client({ connectionString: database })
  await client.connect()
  try {
    await client.query('vacuum')
    const { rows } = await client.query<{ table: string; bytes: string }>(
      `select relname as "table", pg_total_relation_size(relid) as bytes from pg_stat_user_tables`,
    )
    return new Map(rows.map(({ table, bytes: size }) => [table, Number(size)]))
  } finally {
    await client.end()
  }
}
