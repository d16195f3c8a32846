import { Client, escapeLiteral } from 'pg'

/** How many machines there are, as far as the planner can tell. */
export const SHARDS = 4

/** What every machine has the whole of: small, seldom written, looked up without a company (docs/spread.md). */
export const EVERYWHERE = ['api_keys', 'forms', 'rate_limits', 'secrets']

/** What parts the rows of a table: the company, as which a company's own row is called by its id. */
const keyOf = (table: string): string => (table === 'companies' ? 'id' : 'company')

/** A statement as the store sent it. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] }

/** Parts every table by the hash of the company, all in the same way, as Citus does with colocated tables. */
export const spread = async (url: string): Promise<void> => {
  const client = await connected(url)
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename not like 'kysely%' order by tablename`,
  )
  for (const { name } of rows) {
    if (EVERYWHERE.includes(name)) continue
    const parts = Array.from(
      { length: SHARDS },
      (_, nth) =>
        `create table ${name}_s${nth} partition of ${name}
         for values with (modulus ${SHARDS}, remainder ${nth});`,
    )
    await client.query(`begin;
      alter table ${name} rename to ${name}_whole;
      create table ${name} (like ${name}_whole including all) partition by hash (${keyOf(name)});
      ${parts.join('\n')}
      insert into ${name} select * from ${name}_whole;
      drop table ${name}_whole;
      commit`)
  }
  await client.end()
}

/** Gives a company so many people that the planner has something to choose by. None of them can be unsealed. */
export const fill = async (url: string, company: string, people: number): Promise<void> => {
  const client = await connected(url)
  const [own, id] = [`'${company}', decode(md5('p' || n), 'hex')`, `decode(md5('e' || n), 'hex')`]
  const moment = `'{"clock":"ours","receivedAt":1}'`
  const act = `'{"kind":"platform_resume","sender":"main"}'`
  await client.query(`
    insert into identities (company, person, kind, sealed, key_id, since)
      select ${own}, 'phone', decode(md5('s' || n), 'hex'), '', 1 from generate_series(1, ${people}) n;
    insert into registers (company, person, register, at, event)
      select ${own}, register, 1, ${id} from generate_series(1, ${people}) n,
      unnest(array['granted/main/offers/message', 'message/main', 'window/main']) register;
    insert into events (company, person, id, kind, moment, act, received_at, leaf, key_id, position)
      select ${own}, ${id}, 'platform_resume', ${moment}, ${act}, 1, '', '', n - 1
      from generate_series(1, ${people}) n;
    analyze`)
  await client.end()
}

/** On which shards each row of a company lies. */
export const shardsOf = async (url: string, company: string): Promise<ReadonlySet<string>> => {
  const client = await connected(url)
  const { rows } = await client.query<{ parent: string; part: string }>(
    `select inhparent::regclass::text as parent, inhrelid::regclass::text as part
     from pg_inherits join pg_class on pg_class.oid = inhparent where relkind = 'p'`,
  )
  const shards = new Set<string>()
  for (const { parent, part } of rows) {
    const found = await client.query(`select 1 from ${part} where ${keyOf(parent)} = $1 limit 1`, [
      company,
    ])
    if (found.rows.length > 0) shards.add(part.replace(`${parent}_s`, ''))
  }
  await client.end()
  return shards
}

/** What the planner makes of a statement: its plan as text, and the shards that it touches. */
export type Planned = { readonly plan: string; readonly shards: readonly number[] }

/** Asks the planner, with the values that the statement was sent with. */
export const planned = async (client: Client, { text, values }: Sent): Promise<Planned> => {
  // A table of a few rows is read whole, whatever its indexes.
  await client.query('set enable_seqscan = off; set enable_bitmapscan = off')
  const { rows } = await client.query<PlanLine>(`explain (costs off) ${text}`, [...values])
  return plannedIn(rows)
}

/** The same of a plan that serves whatever values: which a statement that is run often may get. */
export const plannedForAll = async (client: Client, { text, values }: Sent): Promise<Planned> => {
  await client.query(`set plan_cache_mode = force_generic_plan; prepare asked as ${text}`)
  try {
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query<PlanLine>(`explain (costs off) execute asked${given}`)
    return plannedIn(rows)
  } finally {
    await client.query('deallocate asked; reset plan_cache_mode')
  }
}

type PlanLine = { readonly 'QUERY PLAN': string }

const plannedIn = (lines: readonly PlanLine[]): Planned => {
  const plan = lines.map((line) => line['QUERY PLAN']).join('\n')
  // Index names have the shard's in them too, and alone would tell the same.
  const shards = [...plan.matchAll(/\b[a-z_]+_s(\d)\b/gu)].map(([, shard]) => Number(shard))
  return { plan, shards: [...new Set(shards)] }
}

const literal = (value: unknown): string => {
  if (value === null) return 'null'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  return escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value))
}

export const connected = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}
