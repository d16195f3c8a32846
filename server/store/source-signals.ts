import { sql } from 'kysely'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import { isAfter, type Mark, type PersonId } from '../../consent/mark.ts'
import { noAt, yesAt } from '../../consent/moment.ts'
import { raise, type Registers } from '../../consent/registers.ts'
import { signalOf, sourceOf, type SourceSignal } from '../../consent/source-signal.ts'
import { insertMany, selectMany } from './in-bulk.ts'
import { prepare, prepareEach, slot, slots } from './prepared.ts'
import { registersIn } from './registers-table.ts'
import { eventIdOf, idBytes, personIdOf, raiseOf } from './rows.ts'
import type { Db, Schema, SourceSignalTable } from './schema.ts'

const storing = prepare<SourceSignalTable, unknown>(sql`
  insert into source_signals (company, event, sender, what, source, person, at, waited) values (
    ${slot('company')}, ${slot('event')}, ${slot('sender')}, ${slot('what')}, ${slot('source')},
    ${slot('person')}, ${slot('at')}, ${slot('waited')}
  ) on conflict (company, event, sender) do nothing`)

/**
 * Counts a new event for the source that it speaks of: a yes for where it came from, a no for where the
 * person's last yes to that sender came from. A no that comes before its yes finds none; it counts all the same.
 */
export const countForSource = async (
  db: Db,
  company: string,
  event: ConsentEvent,
  evidence: Evidence | null,
): Promise<void> => {
  const signal = signalOf(event.act)
  if (!signal) return
  const source = sourceOf(event.act, evidence?.code !== undefined)
  const isYes = signal.what === 'opt_in'
  const at = yesAt(event.moment)
  const registers = isYes ? null : await registersIn(db, company, event.person)
  for (const sender of signal.senders) {
    const yes = registers && lastYes(registers, sender, noAt(event.moment))
    await storing(db, {
      company,
      event: idBytes(event.id),
      sender,
      what: signal.what,
      source: isYes ? source : yes && (await sourceOfYes(db, company, yes)),
      person: idBytes(event.person),
      at,
      waited: yes ? Math.max(0, at - yes.at) : null,
    })
  }
}

const grantsOf = selectMany(
  'person',
  prepareEach(
    (count) => sql<Schema['registers']>`
      select * from registers
      where company = ${slot('company')} and person in (${sql.join(slots('person', count))})
        and register >= 'granted/' and register < 'granted0'`,
  ),
)

const sourcesOfYeses = selectMany(
  'event',
  prepareEach(
    (count) => sql<Pick<SourceSignalTable, 'event' | 'source'>>`
      select event, source from source_signals
      where company = ${slot('company')} and event in (${sql.join(slots('event', count))})`,
  ),
)

const storingMany = insertMany<Omit<SourceSignalTable, 'company'>>('source_signals', [
  'event',
  'sender',
  'what',
  'source',
  'person',
  'at',
  'waited',
])

type Signal = {
  readonly event: ConsentEvent
  readonly what: SourceSignal
  readonly sender: string
  /** The yes that a no came after. */
  readonly yes: Mark | null
}

/** The same of many new events, none of which has a code. */
export const countForSources = async (
  db: Db,
  company: string,
  events: readonly ConsentEvent[],
): Promise<void> => {
  const signals = events.flatMap((event) => {
    const signal = signalOf(event.act)
    return signal ? [{ event, ...signal }] : []
  })
  const granted = await grantsOfEach(
    db,
    company,
    signals.flatMap(({ what, event }) => (what === 'opt_in' ? [] : [event.person])),
  )
  const each = signals.flatMap(({ event, what, senders }) =>
    senders.map((sender): Signal => {
      const registers = what === 'opt_in' ? null : granted.get(event.person)
      const yes = registers ? lastYes(registers, sender, noAt(event.moment)) : null
      return { event, what, sender, yes }
    }),
  )
  const yeses = new Set(each.flatMap(({ yes }) => (yes ? [yes.by] : [])))
  const found = await sourcesOfYeses(db, { company }, [...yeses].map(idBytes))
  const sources = new Map(found.map(({ event, source }) => [eventIdOf(event), source]))
  await storingMany(
    db,
    company,
    each.map(({ event, what, sender, yes }) => ({
      event: idBytes(event.id),
      sender,
      what,
      source:
        what === 'opt_in' ? sourceOf(event.act, false) : ((yes && sources.get(yes.by)) ?? null),
      person: idBytes(event.person),
      at: yesAt(event.moment),
      waited: yes ? Math.max(0, yesAt(event.moment) - yes.at) : null,
    })),
  )
}

const grantsOfEach = async (
  db: Db,
  company: string,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Registers>> => {
  const rows = await grantsOf(db, { company }, [...new Set(persons)].map(idBytes))
  const raises = Map.groupBy(rows, ({ person }) => personIdOf(person))
  return new Map([...raises].map(([person, own]) => [person, raise(new Map(), own.map(raiseOf))]))
}

/** The last time that a person said yes to a sender, up to an instant. */
const lastYes = (registers: Registers, sender: string, until: number): Mark | null => {
  let last: Mark | null = null
  for (const [register, mark] of registers) {
    const isYes = register.startsWith(`granted/${sender}/`) && mark.at <= until
    if (isYes && isAfter(mark, last)) last = mark
  }
  return last
}

type Sourced = { readonly source: string | null }

const sourcing = prepare<{ company: string; event: Buffer }, Sourced>(sql<Sourced>`
  select source from source_signals
  where company = ${slot('company')} and event = ${slot('event')} limit 1`)

const sourceOfYes = async (db: Db, company: string, { by }: Mark): Promise<string | null> => {
  const { rows } = await sourcing(db, { company, event: idBytes(by) })
  return rows[0]?.source ?? null
}
