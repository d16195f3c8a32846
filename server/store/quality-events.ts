import type { QualityEvent } from '../ports.ts'
import { eventIdOf, idBytes } from './rows.ts'
import type { Db } from './schema.ts'

/** Keeps what a provider thinks of a number, a template or an account. One that is there already stays as it is. */
export const keepQuality = async (db: Db, company: string, event: QualityEvent): Promise<void> => {
  await db
    .insertInto('quality_events')
    .values({ ...event, company, id: idBytes(event.id) })
    .onConflict((it) => it.columns(['company', 'id']).doNothing())
    .execute()
}

/** What providers thought between two instants, the newest first. */
export const qualityEvents = async (
  db: Db,
  company: string,
  from: number,
  to: number,
  limit: number,
): Promise<readonly QualityEvent[]> => {
  const rows = await db
    .selectFrom('quality_events')
    .select(['id', 'at', 'about', 'sender', 'event', 'template', 'detail'])
    .where('company', '=', company)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, id: eventIdOf(row.id) }))
}
