import Database from 'better-sqlite3'
import { Client } from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { askMaySend } from '../../server/actions/ask-may-send.ts'
import { cursorAt, positionAt, readFeed } from '../../server/actions/feed.ts'
import { isProblem } from '../../server/actions/problem.ts'
import { rebuildRegisters } from '../../server/actions/rebuild-registers.ts'
import type { Deps } from '../../server/ports.ts'
import { compareMoved, isSame, move, type Move } from '../../server/store/move/move.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { openDatabase, type TestDatabase } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, handedIn, newPhone, reasons, writes } from '../http/acts.ts'
import { otherCompany } from '../http/companies.ts'

const KEY = new Uint8Array(32).fill(7)

/** Runs statements behind Quiero's back; gives the rows of the last. */
const run = async (url: string, ...statements: readonly string[]): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    let rows: readonly unknown[] = []
    for (const statement of statements) ({ rows } = await client.query(statement))
    return rows
  } finally {
    await client.end()
  }
}

describe('a SQLite file moved into PostgreSQL', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const phones: string[] = []
  const targets: TestDatabase[] = []

  beforeAll(async () => {
    await service().load(otherCompany())
    for (const [nth, said] of [
      '#want',
      '#want offers',
      'SALIR',
      'hola',
      '#stop orders',
    ].entries()) {
      const phone = newPhone()
      phones.push(phone)
      await writes(service(), { ...by(phone), from_user_id: `MX.7${phone.slice(1)}` }, '#want')
      await writes(service(), by(phone), said)
      if (nth % 2 === 0) await handedIn(service(), { phone: newPhone() })
    }
    // What no ordinary text has: quotes, braces, backslashes, ends of lines, nothing at all.
    for (const external of ['a"b\\c', '{,}', 'null', 'NULL', 'ñ\n😀', ' ', String.raw`\x00`]) {
      const key = service().keys['opt-outs']
      const body = { person: { external }, evidence: { note: external } }
      const { problem } = await service().ask('/v1/opt-outs', { key, body })
      if (problem !== null) throw new Error(problem)
    }
  })

  afterEach(async () => {
    for (const target of targets.splice(0)) await target.drop()
  })

  const emptyTarget = async (): Promise<string> => {
    const target = await openDatabase('postgres')
    targets.push(target)
    return target.url
  }

  const moving = (to: string, from = service().url): Move => ({ from, to, onPart: () => () => {} })

  /** The service's actions on the moved memory. */
  const withMoved = async (url: string, work: (deps: Deps) => Promise<void>): Promise<void> => {
    const opened = await openMemory({ url, key: KEY, now: () => service().now() })
    try {
      await work({ ...service().deps, ...opened })
    } finally {
      await opened.memory.close()
    }
  }

  test('has every row, answers every question the same, and goes on with every cursor', async () => {
    const to = await emptyTarget()
    const seen = { copied: 0, checked: 0 }
    const onPart: Move['onPart'] = (part) => (more) => void (seen[part] += more)
    const found = await move({ ...moving(to), onPart })
    expect(found.filter((one) => !isSame(one))).toEqual([])
    const counted = Object.fromEntries(found.map(({ table, rows }) => [table, rows]))
    expect(counted).toMatchObject({ companies: 2, secrets: 1 })
    expect(counted['events']).toBeGreaterThan(15)
    const total = Object.values(counted).reduce((sum, rows) => sum + rows, 0)
    expect(seen).toEqual({ copied: total, checked: total })
    const { kysely_migration: _a, kysely_migration_lock: _b, ...there } = await service().rows()
    expect(counted).toEqual(there)

    await withMoved(to, async (deps) => {
      const stored = await deps.memory.company('demo')
      if (!stored) throw new Error('the company was left behind')
      for (const value of phones) {
        const told = []
        for (const category of ['orders', 'offers']) {
          const person = { kind: 'phone', value } as const
          const answer = await askMaySend(deps, stored, { person, sender: 'main', category })
          told.push(isProblem(answer) ? answer.problem : answer.decision.reason)
        }
        expect(told).toEqual(await reasons(service(), value))
      }
      const half = cursorAt(service().deps.sealer, 'demo', 4)
      const position = await positionAt(deps, stored, half)
      if (isProblem(position)) throw new Error(position.problem)
      const reading = { limit: 1000, which: 'with-evidence' } as const
      expect(await readFeed(deps, stored, position, reading)).toEqual(
        await readFeed(service().deps, stored, 4, reading),
      )
      for (const company of ['demo', 'other']) {
        expect((await rebuildRegisters(deps, company, false)).differences).toEqual([])
      }
    })
  })

  test('goes on as it would have: what is new takes the next place, what is known is not taken twice', async () => {
    const to = await emptyTarget()
    await move(moving(to))
    await withMoved(to, async (deps) => {
      const moved = deps.memory.of('demo')
      const last = await moved.lastPosition()
      const [first] = await moved.eventsAfter(-1, 1, 'thin')
      if (!first) throw new Error('nothing was moved')
      expect(await moved.write((records) => records.append(first.event, null))).toBe(false)
      const event = { ...first.event, id: deps.ids.newEvent() }
      await moved.write((records) => records.append(event, null))
      await expect.poll(() => moved.lastPosition(), { timeout: 10_000 }).toBe(last + 1)
    })
  })

  test('is looked over afterwards: one value changed, one row gone, one too many', async () => {
    const to = await emptyTarget()
    await move(moving(to))
    expect((await compareMoved(moving(to))).every(isSame)).toBe(true)
    await run(
      to,
      `update registers set at = at + 1 where (company, person, register) in
        (select company, person, register from registers order by 1, 2, 3 limit 1)`,
      `delete from identities where (company, kind, sealed) in
        (select company, kind, sealed from identities order by 1, 2, 3 limit 2)`,
      `insert into forms values ('frm_another', 'other')`,
    )
    const differing = (await compareMoved(moving(to))).filter((one) => !isSame(one))
    expect(differing).toMatchObject([
      { table: 'forms', missing: 0, differing: 0, extra: 1 },
      { table: 'identities', missing: 2, differing: 0, extra: 0 },
      { table: 'registers', missing: 0, differing: 1, extra: 0 },
    ])
  })

  test('is all there or not at all: a row that PostgreSQL changes on its way is found, and nothing stays', async () => {
    const to = await emptyTarget()
    await move(moving(to))
    const tables = (await run(
      to,
      `create function meddle() returns trigger language plpgsql as
        $$ begin new.at := new.at + 1; return new; end $$`,
      'create trigger meddling before insert on registers for each row execute function meddle()',
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
    )) as readonly { name: string }[]
    const all = tables.map(({ name }) => name).join(', ')
    await run(to, `truncate ${all}`)
    await expect(move(moving(to))).rejects.toThrow(
      /^The copy is not the same: registers \(\d+ rows/u,
    )
    for (const { name } of tables) expect(await run(to, `select 1 from ${name}`)).toEqual([])
    await run(to, 'drop trigger meddling on registers')
    expect((await move(moving(to))).every(isSame)).toBe(true)
  })

  test('is refused where something is already, or is of another release', async () => {
    const filled = await emptyTarget()
    await withMoved(filled, async () => {})
    await expect(move(moving(filled))).rejects.toThrow('not empty: secrets')

    const newer = await emptyTarget()
    await move(moving(newer))
    await run(newer, `insert into kysely_migration values ('9.0.0', '')`)
    await expect(move(moving(newer))).rejects.toThrow('of another release (9.0.0)')

    const foreign = await emptyTarget()
    await run(foreign, 'create table shop (id int)')
    await expect(move(moving(foreign))).rejects.toThrow('somebody else')
    expect(
      await run(foreign, `select tablename from pg_tables where schemaname = 'public'`),
    ).toEqual([{ tablename: 'shop' }])

    const older = await openDatabase('sqlite')
    targets.push(older)
    await openMemory({ url: older.url, key: KEY, now: () => 0 }).then(({ memory }) =>
      memory.close(),
    )
    const file = new Database(older.url)
    file.exec('delete from kysely_migration where name = (select max(name) from kysely_migration)')
    file.close()
    const empty = await emptyTarget()
    await expect(move(moving(empty, older.url))).rejects.toThrow('The file is of another release')
    expect(await run(empty, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([])
  })

  test('keeps writers out of the file while it is copied', async () => {
    const to = await emptyTarget()
    let tried: unknown
    const onPart: Move['onPart'] = () => () => {
      const other = new Database(service().url, { timeout: 0 })
      try {
        other.prepare(`update companies set version = version`).run()
        tried = 'written'
      } catch (error) {
        tried = (error as { code: string }).code
      } finally {
        other.close()
      }
    }
    await move({ ...moving(to), onPart })
    expect(tried).toBe('SQLITE_BUSY')
  })
})
