import { sql } from 'kysely'
import type { QueueLengths } from '../ports.ts'
import type { Db } from './schema.ts'

/** How much waits, of all companies. Each condition is that of an index. */
export const queueLengths = async (db: Db): Promise<QueueLengths> => {
  const { rows } = await sql<{ [queue in keyof QueueLengths]: number | string }>`
    select
      (select count(*) from inbox where note is null) as inbox,
      (select count(*) from outbox where state in ('waiting', 'claimed', 'sending')) as replies,
      (select count(*) from passings where ended_at is null) as passings,
      (select count(*) from deliveries where dead_at is null) as deliveries,
      (select count(*) from deliveries where dead_at is not null) as dead_deliveries`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a count has no row')
  // PostgreSQL's counts come as text.
  return {
    inbox: Number(row.inbox),
    replies: Number(row.replies),
    passings: Number(row.passings),
    deliveries: Number(row.deliveries),
    dead_deliveries: Number(row.dead_deliveries),
  }
}
