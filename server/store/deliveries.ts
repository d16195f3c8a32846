import { sql } from 'kysely'
import type { EventId } from '../../consent/mark.ts'
import type { ClaimedDelivery, DeadLetter, Lease } from '../ports.ts'
import { eventIdOf, eventOf, idBytes, personIdOf } from './rows.ts'
import type { Db, DeliveryTable, EventTable } from './schema.ts'

type Due = Pick<DeliveryTable, 'position' | 'queued_at' | 'tries'> &
  Pick<EventTable, 'id' | 'person' | 'moment' | 'act'>

/**
 * Takes events that are due at a webhook, for this process alone until the lease ends: of each person only the first,
 * so that none overtakes another.
 */
export const claimDeliveries = async (
  db: Db,
  company: string,
  webhook: string,
  lease: Lease,
  now: number,
  limit: number,
): Promise<readonly ClaimedDelivery[]> => {
  const { rows } = await sql<Due>`
    select waiting.position, waiting.queued_at, waiting.tries,
      events.id, events.person, events.moment, events.act
    from deliveries as waiting
      join events on events.company = waiting.company and events.id = waiting.event
    where waiting.company = ${company} and waiting.webhook = ${webhook} and waiting.dead_at is null
      and waiting.next_at <= ${now} and waiting.lease_until <= ${now}
      and not exists (
        select 1 from deliveries as earlier
        where earlier.company = waiting.company and earlier.webhook = waiting.webhook
          and earlier.person = waiting.person and earlier.dead_at is null
          and earlier.position < waiting.position
      )
    order by waiting.next_at, waiting.position limit ${limit}`.execute(db)
  const claimed: ClaimedDelivery[] = []
  for (const row of rows) {
    const { numUpdatedRows } = await db
      .updateTable('deliveries')
      .set({ lease: lease.mark, lease_until: lease.until, tries: row.tries + 1 })
      .where('company', '=', company)
      .where('webhook', '=', webhook)
      .where('event', '=', row.id)
      .where('dead_at', 'is', null)
      .where('lease_until', '<=', now)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) continue
    const { position, queued_at: queuedAt, tries } = row
    claimed.push({ webhook, event: eventOf(row), position, queuedAt, lease, tries: tries + 1 })
  }
  return claimed
}

/** Lets an event wait for another attempt. */
export const postponeDelivery = async (
  db: Db,
  company: string,
  { webhook, event, lease }: ClaimedDelivery,
  until: number,
  reason: string,
): Promise<void> => {
  await db
    .updateTable('deliveries')
    .set({ next_at: until, lease: null, lease_until: 0, reason })
    .where('company', '=', company)
    .where('webhook', '=', webhook)
    .where('event', '=', idBytes(event.id))
    .where('lease', '=', lease.mark)
    .execute()
}

/** Ends a delivery: it is forgotten, or kept as a dead letter with the reason why nobody took it. */
export const endDelivery = async (
  db: Db,
  company: string,
  { webhook, event, lease }: ClaimedDelivery,
  reason: string | null,
  now: number,
): Promise<void> => {
  if (reason === null) {
    await db
      .deleteFrom('deliveries')
      .where('company', '=', company)
      .where('webhook', '=', webhook)
      .where('event', '=', idBytes(event.id))
      .where('lease', '=', lease.mark)
      .execute()
    return
  }
  await db
    .updateTable('deliveries')
    .set({ reason, dead_at: now, lease: null, lease_until: 0 })
    .where('company', '=', company)
    .where('webhook', '=', webhook)
    .where('event', '=', idBytes(event.id))
    .where('lease', '=', lease.mark)
    .execute()
}

/** Lets dead letters wait again, all or that of one event. Gives how many. */
export const replayDead = async (
  db: Db,
  company: string,
  webhook: string,
  event: EventId | null,
  now: number,
): Promise<number> => {
  let dead = db
    .updateTable('deliveries')
    .set({ dead_at: null, queued_at: now, next_at: now, tries: 0 })
    .where('company', '=', company)
    .where('webhook', '=', webhook)
    .where('dead_at', 'is not', null)
  if (event !== null) dead = dead.where('event', '=', idBytes(event))
  const { numUpdatedRows } = await dead.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What a webhook never took, in the order of the log. */
export const deadLetters = async (
  db: Db,
  company: string,
  webhook: string,
  limit: number,
): Promise<readonly DeadLetter[]> => {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('company', '=', company)
    .where('webhook', '=', webhook)
    .where('dead_at', 'is not', null)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    event: eventIdOf(row.event),
    person: personIdOf(row.person),
    position: row.position,
    tries: row.tries,
    reason: row.reason ?? '',
    queuedAt: row.queued_at,
    endedAt: row.dead_at ?? 0,
  }))
}
