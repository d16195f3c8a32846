import { c15tInstance } from '@c15t/backend'
import { kyselyAdapter } from '@c15t/backend/db/adapters/kysely'
import { migrator } from '@c15t/backend/db/migrator'
import { DB } from '@c15t/backend/db/schema'
import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'

// c15t's own server as its docs put it together (self-host/quickstart.md, guides/database-setup.md), on a SQLite file
// that is as durable as ours, with as many people in it, and with indexes on what it looks people up by.

const { DATABASE, PEOPLE, PORT } = process.env
const ORIGIN = 'https://shop.example'

const INDEXES = [
  'create index subject_external on subject ("externalId")',
  'create index consent_subject on consent ("subjectId")',
  'create index policy_type on "consentPolicy" (type, "isActive", "effectiveDate")',
  'create index domain_name on domain (name)',
  'create index purpose_code on "consentPurpose" (code)',
]

const database = new Database(DATABASE)
database.pragma('journal_mode = WAL')
// After WAL and in words: better-sqlite3 else runs NORMAL there.
database.pragma('synchronous = FULL')
database.pragma('mmap_size = 268435456')
const adapter = kyselyAdapter({
  db: new Kysely({ dialect: new SqliteDialect({ database }) }),
  provider: 'sqlite',
})
const migration = await migrator({ db: DB.client(adapter), schema: 'latest' })
await migration.execute()
for (const index of INDEXES) database.exec(index)

const { handler } = c15tInstance({
  adapter,
  trustedOrigins: [ORIGIN],
  logger: { level: 'error' },
})

/** Records one person's consent through the API, and copies its rows for the others. */
const fill = async (people) => {
  const first = await handler(
    new Request('http://127.0.0.1/subjects', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: ORIGIN },
      body: JSON.stringify({
        type: 'marketing_communications',
        subjectId: 'sub_first',
        externalSubjectId: 'first',
        domain: 'shop.example',
        givenAt: Date.now(),
        preferences: { offers: true, orders: true },
        metadata: { page: `${ORIGIN}/checkout` },
      }),
    }),
  )
  if (!first.ok) throw new Error(`c15t answered ${first.status}: ${await first.text()}`)
  const copies = ['subject', 'consent'].map((table) => copyOf(table))
  database.transaction(() => {
    for (let n = 0; n < people; n += 1) {
      // In an order that has nothing to do with the numbers, as the ids that its clients make are.
      const id = `${((n * 2_654_435_761) >>> 0).toString(36)}_${n}`
      const [subject, consent] = copies
      const phone = `+55119${String(70_000_000 + n).padStart(8, '0')}`
      subject({ id: `sub_${id}`, externalId: phone })
      consent({ id: `cns_${id}`, subjectId: `sub_${id}` })
    }
  })()
  database.exec('analyze')
  database.pragma('wal_checkpoint(TRUNCATE)')
}

const copyOf = (table) => {
  const row = database.prepare(`select * from "${table}"`).get()
  const names = Object.keys(row)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const insert = database.prepare(
    `insert into "${table}" (${columns}) values (${names.map((name) => `@${name}`).join(', ')})`,
  )
  return (changes) => insert.run({ ...row, ...changes })
}

await fill(Number(PEOPLE))
const server = serve({ fetch: handler, port: Number(PORT), hostname: '127.0.0.1' }, ({ port }) =>
  process.stdout.write(`listens on http://127.0.0.1:${port}\n`),
)
process.once('SIGTERM', () => server.close(() => process.exit(0)))
