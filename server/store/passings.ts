import { sql } from 'kysely'
import type { ClaimedPassing, Lease, Passing } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { eventIdOf, idBytes, passedOnOf, personIdOf } from './rows.ts'
import type { Db, PassingTable } from './schema.ts'

/** Lets a message wait to be passed on, sealed; one that waits already stays as it is. */
export const queuePassing = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  { event, person, sender, at, receivedAt, message }: Passing,
): Promise<void> => {
  await db
    .insertInto('passings')
    .values({
      company,
      event: idBytes(event),
      person: idBytes(person),
      sender,
      at,
      received_at: receivedAt,
      body: seal.seal('passings', event, Buffer.from(JSON.stringify(message))),
      key_id: seal.keyId,
      next_at: receivedAt,
      tries: 0,
      lease: null,
      lease_until: 0,
      reason: null,
      ended_at: null,
    })
    .onConflict((it) => it.columns(['company', 'event']).doNothing())
    .execute()
}

/**
 * Takes messages that are due, for this process alone until the lease ends: of each person at each sender only the
 * first, so that none overtakes another.
 */
export const claimPassings = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  lease: Lease,
  now: number,
  limit: number,
): Promise<readonly ClaimedPassing[]> => {
  const { rows } = await sql<PassingTable>`
    select * from passings as waiting
    where company = ${company} and ended_at is null and next_at <= ${now} and lease_until <= ${now}
      and not exists (
        select 1 from passings as earlier
        where earlier.company = waiting.company and earlier.ended_at is null
          and earlier.person = waiting.person and earlier.sender = waiting.sender
          and (earlier.at, earlier.event) < (waiting.at, waiting.event)
      )
    order by next_at, event limit ${limit}`.execute(db)
  const claimed: ClaimedPassing[] = []
  for (const row of rows) {
    const { numUpdatedRows } = await db
      .updateTable('passings')
      .set({ lease: lease.mark, lease_until: lease.until, tries: row.tries + 1 })
      .where('company', '=', company)
      .where('event', '=', row.event)
      .where('ended_at', 'is', null)
      .where('lease_until', '<=', now)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) continue
    const passing = claimedOf(seal, row, lease)
    if (passing) claimed.push(passing)
    else await giveUp(db, company, row, now)
  }
  return claimed
}

/** What cannot be opened any more keeps nothing else waiting. */
const giveUp = async (
  db: Db,
  company: string,
  { event }: PassingTable,
  now: number,
): Promise<void> => {
  await db
    .updateTable('passings')
    .set({ body: null, reason: 'not_readable', ended_at: now, lease: null })
    .where('company', '=', company)
    .where('event', '=', event)
    .execute()
}

const claimedOf = (seal: CompanySeal, row: PassingTable, lease: Lease): ClaimedPassing | null => {
  const message = passedOnOf(row, seal)
  return (
    message && {
      event: eventIdOf(row.event),
      person: personIdOf(row.person),
      sender: row.sender,
      at: row.at,
      receivedAt: row.received_at,
      message,
      lease,
      tries: row.tries + 1,
    }
  )
}

/** Lets a message wait for another attempt. */
export const postponePassing = async (
  db: Db,
  company: string,
  { event, lease }: ClaimedPassing,
  until: number,
  reason: string,
): Promise<void> => {
  await db
    .updateTable('passings')
    .set({ next_at: until, lease: null, lease_until: 0, reason })
    .where('company', '=', company)
    .where('event', '=', idBytes(event))
    .where('lease', '=', lease.mark)
    .execute()
}

/** Ends a message: it is forgotten, or without its content kept with the reason why nobody took it. */
export const endPassing = async (
  db: Db,
  company: string,
  { event, lease }: ClaimedPassing,
  reason: string | null,
  now: number,
): Promise<void> => {
  if (reason === null) {
    await db
      .deleteFrom('passings')
      .where('company', '=', company)
      .where('event', '=', idBytes(event))
      .where('lease', '=', lease.mark)
      .execute()
    return
  }
  await db
    .updateTable('passings')
    .set({ body: null, reason, ended_at: now, lease: null })
    .where('company', '=', company)
    .where('event', '=', idBytes(event))
    .where('lease', '=', lease.mark)
    .execute()
}

/** The companies that have a message to pass on by then, of those that nobody has taken. */
export const companiesWithPassings = async (db: Db, by: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('passings')
    .select('company')
    .distinct()
    .where('ended_at', 'is', null)
    .where('next_at', '<=', by)
    .where('lease_until', '<=', by)
    .execute()
  return rows.map(({ company }) => company)
}
