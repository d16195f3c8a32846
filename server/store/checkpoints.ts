import { sql } from 'kysely'
import { CHECKPOINT_EVERY_EVENTS, CHECKPOINT_EVERY_MS } from '../../consent/checkpoint.ts'
import type { Checkpoint, UntoldCheckpoint } from '../ports.ts'
import { LOG_WIDTH } from './log-tree.ts'
import type { Db } from './schema.ts'

const COLUMNS = ['size', 'at', 'note'] as const

/** The newest checkpoint of a log. */
export const newestCheckpoint = async (db: Db, company: string): Promise<Checkpoint | null> =>
  (await db
    .selectFrom('log_checkpoints')
    .select(COLUMNS)
    .where('company', '=', company)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** Those of more events than that, in order. */
export const checkpointsAfter = (
  db: Db,
  company: string,
  size: number,
  limit: number,
): Promise<readonly Checkpoint[]> =>
  db
    .selectFrom('log_checkpoints')
    .select(COLUMNS)
    .where('company', '=', company)
    .where('size', '>', size)
    .orderBy('size')
    .limit(limit)
    .execute()

/** Keeps a checkpoint; one of the same size stays. */
export const keepCheckpoint = async (
  db: Db,
  company: string,
  checkpoint: Checkpoint,
): Promise<void> => {
  await db
    .insertInto('log_checkpoints')
    .values({ company, ...checkpoint })
    .onConflict((it) => it.columns(['company', 'size']).doNothing())
    .execute()
}

/** The newest checkpoint, if a webhook that is there is to be told of it now. */
export const untoldCheckpoint = async (
  db: Db,
  company: string,
  webhook: string,
  url: string,
  now: number,
): Promise<UntoldCheckpoint | null> => {
  const row = await db
    .selectFrom('webhooks')
    .select(['told_size', 'told_next_at', 'told_tries', 'gone_url'])
    .where('company', '=', company)
    .where('id', '=', webhook)
    .executeTakeFirst()
  if (!row || row.gone_url === url || row.told_next_at > now) return null
  const checkpoint = await newestCheckpoint(db, company)
  if (!checkpoint || checkpoint.size <= row.told_size) return null
  return { checkpoint, tries: row.told_tries }
}

/** Takes the telling of a checkpoint until then. False if another process has it. */
export const takeTelling = async (
  db: Db,
  company: string,
  webhook: string,
  size: number,
  now: number,
  until: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('webhooks')
    .set({ told_next_at: until })
    .where('company', '=', company)
    .where('id', '=', webhook)
    .where('told_next_at', '<=', now)
    .where('told_size', '<', size)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The webhook has taken the checkpoint of that size. */
export const noteTold = async (
  db: Db,
  company: string,
  webhook: string,
  size: number,
): Promise<void> => {
  await db
    .updateTable('webhooks')
    .set({ told_size: size, told_next_at: 0, told_tries: 0 })
    .where('company', '=', company)
    .where('id', '=', webhook)
    .execute()
}

/** The webhook did not take it; it is tried again then. */
export const postponeTelling = async (
  db: Db,
  company: string,
  webhook: string,
  until: number,
): Promise<void> => {
  await db
    .updateTable('webhooks')
    .set((eb) => ({ told_next_at: until, told_tries: eb('told_tries', '+', 1) }))
    .where('company', '=', company)
    .where('id', '=', webhook)
    .execute()
}

/**
 * The companies whose log has grown by a hash that is not kept yet, or has waited long enough for its checkpoint.
 * The last position and the last checkpoint of each are the ends of an index.
 */
export const companiesWithGrownLogs = async (db: Db, now: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select companies.id,
        (select coalesce(max(position) + 1, 0) from events where events.company = companies.id) as size,
        (select coalesce(max(place) + 1, 0) from log_nodes
          where log_nodes.company = companies.id and level = 1) as tiles,
        (select coalesce(max(size), 0) from log_checkpoints
          where log_checkpoints.company = companies.id) as signed,
        (select coalesce(max(at), 0) from log_checkpoints
          where log_checkpoints.company = companies.id
          and size = (select max(size) from log_checkpoints as newest
            where newest.company = companies.id)) as signed_at
      from companies
    ) as logs
    where size >= (tiles + 1) * ${LOG_WIDTH}
      or (size > signed and (size >= signed + ${CHECKPOINT_EVERY_EVENTS} or signed_at <= ${now - CHECKPOINT_EVERY_MS}))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
