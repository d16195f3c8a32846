import { sql } from 'kysely'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import { isAfter, type Mark } from '../../consent/mark.ts'
import { noAt, yesAt } from '../../consent/moment.ts'
import type { Registers } from '../../consent/registers.ts'
import { signalOf, sourceOf } from '../../consent/source-signal.ts'
import { prepare, slot } from './prepared.ts'
import { registersIn } from './registers-table.ts'
import { idBytes } from './rows.ts'
import type { Db, SourceSignalTable } from './schema.ts'

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
