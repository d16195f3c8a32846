import type { PersonId } from '../../consent/mark.ts'
import { raisedBy, type Registers } from '../../consent/registers.ts'
import { ownEvents } from './read-events.ts'
import { clearRegisters, raiseRegisters } from './registers-table.ts'
import { eventOf } from './rows.ts'
import type { Db } from './schema.ts'

/** Replaces a person's registers by rebuilt ones. */
export const setRegisters = async (
  db: Db,
  company: string,
  person: PersonId,
  registers: Registers,
): Promise<void> => {
  await clearRegisters(db, company, person)
  const rebuilt = [...registers].map(([register, mark]) => ({ register, mark }))
  await raiseRegisters(db, company, person, rebuilt)
  // Somebody may have said no since the events were read for the rebuild; that no must not be lost.
  const events = await ownEvents(db, company, person)
  const raised = events.flatMap((row) => raisedBy(eventOf(row)))
  await raiseRegisters(db, company, person, raised)
}
