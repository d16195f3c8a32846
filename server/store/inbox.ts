import { sql } from 'kysely'
import type { Inbound } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { prepare, slot } from './prepared.ts'
import { inboundOf } from './rows.ts'
import type { Db, InboxTable } from './schema.ts'

const keeping = prepare<Omit<InboxTable, 'note' | 'tries'>, unknown>(sql`
  insert into inbox
    (company, id, provider, sender, received_at, body, key_id, note, type, stale, tries)
  values (
    ${slot('company')}, ${slot('id')}, ${slot('provider')}, ${slot('sender')},
    ${slot('received_at')}, ${slot('body')}, ${slot('key_id')}, null, ${slot('type')},
    ${slot('stale')}, 0
  )
  on conflict (company, id) do nothing`)

/** Keeps a verified body, sealed. One that is there already stays as it is. */
export const keepInbound = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  inbound: Inbound,
): Promise<void> => {
  const { id, provider, place, receivedAt, body, type, isStale } = inbound
  await keeping(db, {
    company,
    id,
    provider,
    sender: place,
    received_at: receivedAt,
    body: seal.seal('inbox', id, body),
    key_id: seal.keyId,
    type,
    stale: Number(isStale),
  })
}

type Ending = { company: string; id: string }

const removing = prepare<Ending, unknown>(sql`
  delete from inbox where company = ${slot('company')} and id = ${slot('id')}`)

const noting = prepare<Ending & { note: string }, unknown>(sql`
  update inbox set note = ${slot('note')}
  where company = ${slot('company')} and id = ${slot('id')}`)

/** Removes a body that is worked off, or notes why it stays. */
export const finishInbound = async (
  db: Db,
  company: string,
  id: string,
  note: string | null,
): Promise<void> => {
  await (note === null ? removing(db, { company, id }) : noting(db, { company, id, note }))
}

/** Puts a body that could not be heard behind those that have been tried less. */
export const postponeInbound = async (db: Db, company: string, id: string): Promise<void> => {
  await db
    .updateTable('inbox')
    .set((it) => ({ tries: it('tries', '+', 1) }))
    .where('company', '=', company)
    .where('id', '=', id)
    .execute()
}

/** Bodies that were taken and not worked off, those least tried first, then the oldest. */
export const waitingInbound = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  limit: number,
): Promise<readonly Inbound[]> => {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'provider', 'sender', 'received_at', 'body', 'type', 'stale'])
    .where('company', '=', company)
    .where('note', 'is', null)
    .orderBy('tries')
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => inboundOf({ ...row, body: seal.unseal('inbox', row.id, row.body) }))
}
