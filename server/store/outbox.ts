import { sql } from 'kysely'
import type { DeliveredReceipt } from '../../consent/delivered.ts'
import type { EventId } from '../../consent/mark.ts'
import type { Reply, ReplyState } from '../../consent/reply.ts'
import type { ClaimedReplies, ClaimedReply, Lease, ReplyEnd, ReplyStart } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { idBytes, replyOf } from './rows.ts'
import type { Db, OutboxTable } from './schema.ts'

/** Lets a reply wait. One that is there already stays as it is. */
export const queueReply = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  reply: Reply,
  now: number,
): Promise<void> => {
  const { event, kind, person, sender, actedAt, language, matter, to } = reply
  const body = Buffer.from(JSON.stringify({ language, matter, to }))
  await db
    .insertInto('outbox')
    .values({
      company,
      event: idBytes(event),
      kind,
      person: idBytes(person),
      sender,
      state: 'waiting',
      acted_at: actedAt,
      due_at: now,
      tries: 0,
      lease: null,
      everything: Number(matter.categories.length === 0),
      body: seal.seal('outbox', `${event}/${kind}`, body),
      key_id: seal.keyId,
      words: null,
      said_at: null,
      message: null,
      reason: null,
    })
    .onConflict((it) => it.columns(['company', 'event', 'kind']).doNothing())
    .execute()
}

/** Takes due replies, the oldest first; attempts whose lease has ended are given up. */
export const claimReplies = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  lease: Lease,
  now: number,
  limit: number,
): Promise<ClaimedReplies> => {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'unknown', reason: 'interrupted', body: null, lease: null })
    .where('company', '=', company)
    .where('state', '=', 'sending')
    .where(isOpen)
    .where('due_at', '<=', now)
    .executeTakeFirst()
  const due = await db
    .selectFrom('outbox')
    .selectAll()
    .where('company', '=', company)
    .where('state', 'in', ['waiting', 'claimed'])
    .where(isOpen)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('event')
    .limit(limit)
    .execute()
  const claimed: ClaimedReply[] = []
  for (const row of due) {
    const tries = row.tries + 1
    // Another process may have taken it since it was read; on PostgreSQL the statement waits and looks again.
    const taken = await db
      .updateTable('outbox')
      .set({ state: 'claimed', due_at: lease.until, lease: lease.mark, tries })
      .where('company', '=', company)
      .where('event', '=', row.event)
      .where('kind', '=', row.kind)
      .where('state', 'in', ['waiting', 'claimed'])
      .where('due_at', '<=', now)
      .executeTakeFirst()
    if (taken.numUpdatedRows !== 1n) continue
    const reply = replyOf(row, seal)
    if (reply) claimed.push({ ...reply, lease, tries })
    else await giveUp(db, company, row)
  }
  return { claimed, interrupted: Number(numUpdatedRows) }
}

/** What cannot be opened any more keeps nothing else waiting. */
const giveUp = async (
  db: Db,
  company: string,
  { event, kind }: Pick<OutboxTable, 'event' | 'kind'>,
): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ state: 'failed', reason: 'not_readable', lease: null, body: null })
    .where('company', '=', company)
    .where('event', '=', event)
    .where('kind', '=', kind)
    .execute()
}

/** Marks that a request is about to go out. */
export const startReply = async (
  db: Db,
  company: string,
  claimed: ClaimedReply,
  { at, until, words }: ReplyStart,
): Promise<boolean> => {
  const { numUpdatedRows } = await held(db, company, claimed, 'claimed')
    .set({ state: 'sending', words, said_at: at, due_at: until })
    .where('due_at', '>', at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Lets a reply wait for another attempt. */
export const postponeReply = async (
  db: Db,
  company: string,
  claimed: ClaimedReply,
  until: number,
  reason: string,
): Promise<void> => {
  await held(db, company, claimed, 'sending')
    .set({ state: 'waiting', due_at: until, lease: null, words: null, said_at: null, reason })
    .execute()
}

/** Ends a reply. What it says and to whom goes. */
export const endReply = async (
  db: Db,
  company: string,
  claimed: ClaimedReply,
  { state, reason, message, at }: ReplyEnd,
): Promise<void> => {
  const isSaid = state === 'sent' || state === 'unknown'
  await held(db, company, claimed, 'claimed', 'sending')
    .set({
      state,
      reason,
      message: message && idBytes(message),
      body: null,
      lease: null,
      ...(isSaid ? { said_at: at } : { words: null, said_at: null }),
    })
    .execute()
}

// Nothing but the process that has the lease writes to a reply that is claimed.
const held = (
  db: Db,
  company: string,
  { event, kind, lease }: ClaimedReply,
  ...states: readonly ReplyState[]
) =>
  db
    .updateTable('outbox')
    .where('company', '=', company)
    .where('event', '=', idBytes(event))
    .where('kind', '=', kind)
    .where('lease', '=', lease.mark)
    .where('state', 'in', states)

/** What may still become of a message in a state: receipts arrive in any order. */
const BEFORE = {
  sent: [],
  delivered: ['sent'],
  read: ['sent', 'delivered'],
  failed: ['sent'],
} as const satisfies { readonly [status in DeliveredReceipt['status']]: readonly ReplyState[] }

/** Marks what became of a message that was sent. */
export const markReply = async (
  db: Db,
  company: string,
  message: EventId,
  status: DeliveredReceipt['status'],
  reason: string | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: status, reason })
    .where('company', '=', company)
    .where('message', '=', idBytes(message))
    .where('state', 'in', [...BEFORE[status], status])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The companies that have a reply to say, or an attempt to give up, by then. */
export const companiesWithReplies = async (db: Db, by: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select('company')
    .distinct()
    .where(isOpen)
    .where('due_at', '<=', by)
    .execute()
  return rows.map(({ company }) => company)
}

// In the words of the partial index, without parameters, or neither engine would use it.
const isOpen = sql<boolean>`state in ('waiting', 'claimed', 'sending')`
