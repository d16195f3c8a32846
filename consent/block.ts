import { isAfter, latest, type Mark } from './mark.ts'
import { held, type Registers } from './registers.ts'
import type { ResumePolicy } from './resume.ts'

/**
 * The opt-out that blocks a person at a sender, or null. A tie goes to the person who said no. What lifts
 * it is the sender's policy (design R5): after a stop in the chat any message, after a no elsewhere a return.
 */
export const blockOf = (
  registers: Registers,
  sender: string,
  policy: ResumePolicy,
): Mark | null => {
  const stopped = held(registers, `stopped/${sender}`)
  const halted = held(registers, `halted/${sender}`)
  const returned = held(registers, `returned/${sender}`)
  const message = held(registers, `message/${sender}`)
  const lift = policy === 'keyword' ? returned : latest([message, returned])
  return latest([
    stopped && !isAfter(lift, stopped) ? stopped : null,
    halted && !isAfter(returned, halted) ? halted : null,
  ])
}

/** The last time the person opted out of a sender, lifted or not, or null. */
export const lastOptOut = (registers: Registers, sender: string): Mark | null =>
  latest([held(registers, `stopped/${sender}`), held(registers, `halted/${sender}`)])

/** The doubt about who somebody is that nobody has settled since, or null (design R7). */
export const conflictOf = (registers: Registers): Mark | null => {
  const conflict = held(registers, 'conflict')
  return conflict && !isAfter(held(registers, 'settled'), conflict) ? conflict : null
}
