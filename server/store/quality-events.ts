import type { QualityEvent } from '../ports.ts'
import { idBytes } from './rows.ts'
import type { Db } from './schema.ts'

/** Keeps what a provider thinks of a number, a template or an account. One that is there already stays as it is. */
export const keepQuality = async (db: Db, company: string, event: QualityEvent): Promise<void> => {
  await db
    .insertInto('quality_events')
    .values({ ...event, company, id: idBytes(event.id) })
    .onConflict((it) => it.columns(['company', 'id']).doNothing())
    .execute()
}
