import type { Act } from '../../consent/event.ts'
import { rowsAfter } from './feed.ts'
import { eventOf } from './rows.ts'
import type { Db } from './schema.ts'

// Five hundred rows of twelve values stay far below what one statement of either engine takes.
const AT_ONCE = 500

/** A webhook that takes nothing stays behind in the log, which is kept anyway, and lets no more than these wait. */
const MOST_WAITING = 1_000

/** Lets the next events of the log that are wanted wait for a webhook. Gives how many events it has gone on by. */
export const queueDeliveries = async (
  db: Db,
  company: string,
  webhook: string,
  isWanted: (act: Act) => boolean,
  now: number,
): Promise<number> => {
  const row = await db
    .selectFrom('webhooks')
    .select('position')
    .where('company', '=', company)
    .where('id', '=', webhook)
    .executeTakeFirst()
  if (!row || (await waitingFor(db, company, webhook)) >= MOST_WAITING) return 0
  const events = await rowsAfter(db, company, row.position, AT_ONCE)
  const last = events.at(-1)
  if (!last) return 0
  const waiting = events
    .filter((event) => isWanted(eventOf(event).act))
    .map(({ id, person, position }) => ({
      company,
      webhook,
      event: id,
      person,
      position,
      queued_at: now,
      next_at: now,
      tries: 0,
      lease: null,
      lease_until: 0,
      reason: null,
      dead_at: null,
    }))
  if (waiting.length > 0) {
    await db
      .insertInto('deliveries')
      .values(waiting)
      // A webhook that begins again wants its dead letters too; what waits already goes on as it is.
      .onConflict((it) =>
        it
          .columns(['company', 'webhook', 'event'])
          .doUpdateSet({ queued_at: now, next_at: now, tries: 0, reason: null, dead_at: null })
          .where('deliveries.dead_at', 'is not', null),
      )
      .execute()
  }
  await db
    .updateTable('webhooks')
    .set({ position: last.position })
    .where('company', '=', company)
    .where('id', '=', webhook)
    .execute()
  return events.length
}

const waitingFor = async (db: Db, company: string, webhook: string): Promise<number> => {
  const rows = await db
    .selectFrom('deliveries')
    .select('position')
    .where('company', '=', company)
    .where('webhook', '=', webhook)
    .where('dead_at', 'is', null)
    .limit(MOST_WAITING)
    .execute()
  return rows.length
}
