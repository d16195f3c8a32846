import type { EventId } from '../../consent/mark.ts'
import type { Registers } from '../../consent/registers.ts'
import type { CompanyMemory } from '../ports.ts'

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
  const held = new Set(holds.map(({ source }) => source))
  const yeses = [...registers].flatMap(([register, { by }]) =>
    register.startsWith(`granted/${sender}/${category}/`) ? [by] : [],
  )
  const sources = await memory.sourcesOf(yeses)
  return (event) => held.has(sources.get(event) ?? '')
}
