import type { EventId, PersonId } from '../../consent/mark.ts'
import { registersOf, type RegisterName, type Registers } from '../../consent/registers.ts'
import type { CompanyMemory, Deps } from '../ports.ts'

/** One place where what is stored is not what the events come to. */
export type Difference =
  | { readonly kind: 'register'; readonly person: PersonId; readonly register: RegisterName }
  | { readonly kind: 'leaf'; readonly person: PersonId; readonly event: EventId }

/** What a rebuild went through and found. */
export type Rebuilt = {
  readonly persons: number
  readonly events: number
  readonly differences: readonly Difference[]
}

const PAGE = 500

/**
 * Computes every register of a company anew from its events and compares. With `mend`, registers that differ
 * are replaced; an event whose leaf is false is only reported, since nothing may change an event.
 */
export const rebuildRegisters = async (
  deps: Deps,
  company: string,
  mend: boolean,
  onProgress: (persons: number) => void = () => {},
): Promise<Rebuilt> => {
  const memory = deps.memory.of(company)
  const differences: Difference[] = []
  let persons = 0
  let events = 0
  let last: PersonId | null = null
  for (;;) {
    const page: readonly PersonId[] = await memory.persons(last, PAGE)
    for (const person of page) {
      const rebuilt = await rebuildPerson(memory, person, mend)
      events += rebuilt.events
      differences.push(...rebuilt.differences)
    }
    persons += page.length
    onProgress(persons)
    last = page.at(-1) ?? null
    if (last === null) return { persons, events, differences }
  }
}

const rebuildPerson = async (
  memory: CompanyMemory,
  person: PersonId,
  mend: boolean,
): Promise<{ readonly events: number; readonly differences: readonly Difference[] }> => {
  const record = await memory.recordOf(person)
  const registers = registersOf(record.events)
  const wrong = differing(registers, record.registers)
  if (mend && wrong.length > 0) {
    await memory.write((records) => records.setRegisters(person, registers))
  }
  return {
    events: record.events.length,
    differences: [
      ...wrong.map((register) => ({ kind: 'register', person, register }) as const),
      ...record.falseLeaves.map((event) => ({ kind: 'leaf', person, event }) as const),
    ],
  }
}

const differing = (a: Registers, b: Registers): readonly RegisterName[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((register) => {
    const [one, other] = [a.get(register), b.get(register)]
    return one?.at !== other?.at || one?.by !== other?.by
  })
