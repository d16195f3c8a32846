import type { EventId } from '../../consent/mark.ts'
import type { Registers } from '../../consent/registers.ts'
import type { CompanyMemory, Hold } from '../ports.ts'

/**
 * Tells which of a person's yeses to a category came from a source that is on hold; null where none did, which
 * is nearly always and costs one look.
 */
export const heldYeses = async (
  memory: CompanyMemory,
  registers: Registers,
  sender: string,
  category: string,
): Promise<((event: EventId) => boolean) | null> => {
  const holds = await memory.holds('in-force')
  if (holds.length === 0) return null
  const sources = await memory.sourcesOf(yesesTo(registers, sender, category))
  return isFrom(holds, sources)
}

/** The events of a person's yeses to a category at a sender. */
export const yesesTo = (
  registers: Registers,
  sender: string,
  category: string,
): readonly EventId[] =>
  [...registers].flatMap(([register, { by }]) =>
    register.startsWith(`granted/${sender}/${category}/`) ? [by] : [],
  )

/** Whether a yes came from one of these sources. */
export const isFrom = (
  holds: readonly Hold[],
  sources: ReadonlyMap<EventId, string>,
): ((event: EventId) => boolean) => {
  const held = new Set(holds.map(({ source }) => source))
  return (event) => held.has(sources.get(event) ?? '')
}
