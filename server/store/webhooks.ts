import { sql } from 'kysely'
import type { WebhookState, WebhookWork } from '../ports.ts'
import type { Engine } from './engine.ts'
import { lastPosition } from './feed.ts'
import type { Db } from './schema.ts'

const NEW = { gone_url: null, gone_at: null, told_size: 0, told_next_at: 0, told_tries: 0 }

/** Opens webhooks that are new at the end of the log, and forgets all others with whatever waits for them. */
export const keepWebhooks = async (
  db: Db,
  engine: Pick<Engine, 'lock'>,
  company: string,
  ids: readonly string[],
): Promise<void> => {
  const rows = await db
    .selectFrom('webhooks')
    .select('id')
    .where('company', '=', company)
    .orderBy('id')
    .execute()
  for (const { id } of rows.filter((row) => !ids.includes(row.id))) {
    // Whoever lets events wait for it at this moment would else leave them to nobody.
    await engine.lock(db, company, 'webhook', id)
    await db
      .deleteFrom('deliveries')
      .where('company', '=', company)
      .where('webhook', '=', id)
      .execute()
    await db.deleteFrom('webhooks').where('company', '=', company).where('id', '=', id).execute()
  }
  const known = new Set(rows.map(({ id }) => id))
  const added = ids.filter((id) => !known.has(id))
  if (added.length === 0) return
  const position = await lastPosition(db, company)
  await db
    .insertInto('webhooks')
    .values(added.map((id) => ({ company, id, position, ...NEW })))
    .onConflict((it) => it.columns(['company', 'id']).doNothing())
    .execute()
}

/** What there is to do for a webhook; null for one that was never opened. */
export const webhookWork = async (
  db: Db,
  company: string,
  id: string,
  now: number,
): Promise<WebhookWork | null> => {
  const { rows } = await sql<{ position: number; gone_url: string | null; due: number }>`
    select position, gone_url, (
      select count(*) from (
        select 1 as one from deliveries
        where company = ${company} and webhook = ${id} and dead_at is null
          and next_at <= ${now} and lease_until <= ${now}
        limit 1
      ) as found
    ) as due
    from webhooks where company = ${company} and id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return null
  const isBehind = (await lastPosition(db, company)) > row.position
  return { isBehind, isDue: row.due > 0, goneUrl: row.gone_url }
}

/** How each webhook of a company stands, by id. */
export const webhookStates = async (db: Db, company: string): Promise<readonly WebhookState[]> => {
  const last = await lastPosition(db, company)
  const { rows } = await sql<{
    id: string
    position: number
    gone_url: string | null
    gone_at: number | null
    waiting: number
    dead: number
  }>`
    select id, position, gone_url, gone_at, (
      select count(*) from deliveries
      where company = ${company} and webhook = webhooks.id and dead_at is null
    ) as waiting, (
      select count(*) from deliveries
      where company = ${company} and webhook = webhooks.id and dead_at is not null
    ) as dead
    from webhooks where company = ${company} order by id`.execute(db)
  return rows.map(({ id, position, gone_url: goneUrl, gone_at: goneAt, waiting, dead }) => ({
    id,
    position,
    behind: last - position,
    waiting,
    dead,
    goneUrl,
    goneAt,
  }))
}

/** Lets a webhook begin again after a position, never further on than it is. Gives by how many events. */
export const rewindWebhook = async (
  db: Db,
  company: string,
  id: string,
  position: number,
): Promise<number> => {
  const row = await db
    .selectFrom('webhooks')
    .select('position')
    .where('company', '=', company)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.position <= position) return 0
  await db
    .updateTable('webhooks')
    .set({ position })
    .where('company', '=', company)
    .where('id', '=', id)
    .execute()
  return row.position - position
}

/** Notes that an address is gone for good; null: it is there again. */
export const noteGone = async (
  db: Db,
  company: string,
  id: string,
  url: string | null,
  at: number,
): Promise<void> => {
  await db
    .updateTable('webhooks')
    .set({ gone_url: url, gone_at: url === null ? null : at })
    .where('company', '=', company)
    .where('id', '=', id)
    .execute()
}
