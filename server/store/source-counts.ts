import { sql } from 'kysely'
import type { EventId } from '../../consent/mark.ts'
import { JUDGED_FOR } from '../../consent/source-signal.ts'
import type { SourceCount, SourceTrend } from '../ports.ts'
import { eventIdOf, idBytes } from './rows.ts'
import type { Db } from './schema.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const persons = (what: string) =>
  sql<number>`count(distinct case when what = ${what} then person end)`

const within = (time: number) =>
  sql<number>`count(distinct case when what = 'opt_out' and waited <= ${time} then person end)`

/** How each source did at each sender between two instants: persons, each counted once. */
export const sourceCounts = async (
  db: Db,
  company: string,
  from: number,
  to: number,
): Promise<readonly SourceCount[]> => {
  const rows = await db
    .selectFrom('source_signals')
    .select(['sender', 'source'])
    .select(persons('opt_in').as('optIns'))
    .select(persons('opt_out').as('optOuts'))
    .select(persons('provider_block').as('providerBlocks'))
    .select(persons('platform_stop').as('platformStops'))
    .select([within(HOUR).as('hour'), within(DAY).as('day')])
    .select([within(7 * DAY).as('week'), within(30 * DAY).as('month')])
    .where('company', '=', company)
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(['sender', 'source'])
    .orderBy('sender')
    .orderBy('source')
    .execute()
  return rows.map(({ hour, day, week, month, ...row }) => ({
    ...row,
    within: { hour, day, week, month },
  }))
}

/** How each source did since an instant, or since a hold on it was last lifted, all senders together. */
export const sourcesSince = async (
  db: Db,
  company: string,
  from: number,
): Promise<readonly SourceTrend[]> => {
  const { rows } = await sql<SourceTrend>`
    select source,
      count(distinct case when what = 'opt_in' then person end) as "optIns",
      count(distinct case when what <> 'opt_in' and waited <= ${JUDGED_FOR} then person end) as "optOuts"
    from source_signals as signals
    where company = ${company} and at >= ${from} and source is not null
      and at > coalesce((
        select max(lifted_at) from holds
        where holds.company = ${company} and holds.source = signals.source
      ), -1)
    group by source order by source`.execute(db)
  return rows
}

/** Where the yeses of these events came from. */
export const sourcesOf = async (
  db: Db,
  company: string,
  events: readonly EventId[],
): Promise<ReadonlyMap<EventId, string>> => {
  if (events.length === 0) return new Map()
  const rows = await db
    .selectFrom('source_signals')
    .select(['event', 'source'])
    .where('company', '=', company)
    .where('event', 'in', events.map(idBytes))
    .execute()
  return new Map(
    rows.flatMap(({ event, source }) =>
      source === null ? [] : [[eventIdOf(event), source] as const],
    ),
  )
}
