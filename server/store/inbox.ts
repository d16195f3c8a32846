import type { Inbound } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { inboundOf } from './rows.ts'
import type { Db } from './schema.ts'

/** Keeps a verified body, sealed. One that is there already stays as it is. */
export const keepInbound = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  inbound: Inbound,
): Promise<void> => {
  const { id, provider, place, receivedAt, body, type, isStale } = inbound
  await db
    .insertInto('inbox')
    .values({
      company,
      id,
      provider,
      sender: place,
      received_at: receivedAt,
      body: seal.seal('inbox', id, body),
      key_id: seal.keyId,
      note: null,
      type,
      stale: Number(isStale),
      tries: 0,
    })
    .onConflict((it) => it.columns(['company', 'id']).doNothing())
    .execute()
}

/** Removes a body that is worked off, or notes why it stays. */
export const finishInbound = async (
  db: Db,
  company: string,
  id: string,
  note: string | null,
): Promise<void> => {
  await (note === null
    ? db.deleteFrom('inbox').where('company', '=', company).where('id', '=', id).execute()
    : db
        .updateTable('inbox')
        .set({ note })
        .where('company', '=', company)
        .where('id', '=', id)
        .execute())
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
