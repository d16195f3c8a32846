import type { PersonId } from '../../consent/mark.ts'
import type { SaidReply } from '../../consent/reply.ts'
import type { ReplyCount, SenderReplyCount } from '../ports.ts'
import { eventIdOf, idBytes } from './rows.ts'
import type { Db } from './schema.ts'

/** What was said to one person by one sender since then, or may have been. */
export const saidTo = async (
  db: Db,
  company: string,
  person: PersonId,
  sender: string,
  since: number,
): Promise<readonly SaidReply[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select(['event', 'kind', 'everything', 'acted_at', 'said_at', 'words'])
    .where('company', '=', company)
    .where('person', '=', idBytes(person))
    .where('sender', '=', sender)
    .where('said_at', '>=', since)
    .execute()
  return rows.map((row) => ({
    event: eventIdOf(row.event),
    kind: row.kind,
    isOfEverything: row.everything === 1,
    actedAt: row.acted_at,
    saidAt: row.said_at ?? 0,
    words: row.words ?? '',
  }))
}

/** How many replies of a company there are, by kind, state and reason. */
export const replyCounts = async (db: Db, company: string): Promise<readonly ReplyCount[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select((it) => ['kind', 'state', 'reason', it.fn.countAll<number | string>().as('count')])
    .where('company', '=', company)
    .groupBy(['kind', 'state', 'reason'])
    .orderBy('kind')
    .orderBy('state')
    .orderBy('reason')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** The same for each sender, of what people wrote between two instants. */
export const replyCountsBySender = async (
  db: Db,
  company: string,
  from: number,
  to: number,
): Promise<readonly SenderReplyCount[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select((it) => [
      'sender',
      'kind',
      'state',
      'reason',
      it.fn.countAll<number | string>().as('count'),
    ])
    .where('company', '=', company)
    .where('acted_at', '>=', from)
    .where('acted_at', '<', to)
    .groupBy(['sender', 'kind', 'state', 'reason'])
    .orderBy('sender')
    .orderBy('kind')
    .orderBy('state')
    .orderBy('reason')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
