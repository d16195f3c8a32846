import type { Category } from '../../consent/company.ts'
import { maySend, type Decision, type Question } from '../../consent/may-send.ts'
import { ALLOW_REASONS } from '../../consent/reason.ts'
import { after, OFFERS } from './acts.ts'

/** A day, in seconds. */
export const DAY = 86_400

/** What is asked for beyond "offers from `main`, under any-message, at second 100". */
export type Asked = Partial<Omit<Question, 'category' | 'registers' | 'now'>> & {
  readonly category?: Partial<Category>
  /** In seconds. */
  readonly now?: number
}

/** Asks about the person who did what is told (see `history`). */
export const ask = (told: string, { category, now = 100, ...asked }: Asked = {}): Decision =>
  maySend({
    sender: 'main',
    policy: 'any-message',
    ...asked,
    now: now * 1000,
    category: { ...OFFERS, ...category },
    registers: after(told),
  })

const allowing: readonly string[] = ALLOW_REASONS

/** A decision in one line: its reason, the number of its event, and its proof. */
export const said = ({ allow, reason, evidence, proof }: Decision): string => {
  const number = evidence === null ? '-' : Number.parseInt(evidence.slice('evt_'.length), 16)
  const line = `${reason} ${number} ${proof ?? '-'}`
  return allow === allowing.includes(reason) ? line : `${line}, but allow is ${allow}`
}

/** One promise: what happened, what is asked, what is said. */
export type Case = readonly [promise: string, told: string, asked: Asked, said: string]
