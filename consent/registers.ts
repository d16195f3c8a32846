import type { Act, ConsentEvent, Grant } from './event.ts'
import { later, type Mark } from './mark.ts'
import { isCredible, noAt, yesAt } from './moment.ts'
import { PROOFS, type Proof } from './proof.ts'
import type { Meaning } from './read-message.ts'

/** What is kept of a person at one sender, beside what was granted (design R1). */
const AT_SENDER = [
  'stopped',
  'halted',
  'message',
  'returned',
  'platform_stop',
  'platform_resume',
  'provider_block',
  'window',
] as const

/**
 * The name of one maximum register of a person: what it keeps and of what, parted by `/`, which no id holds.
 * `conflict` and `settled` belong to the person as such.
 */
export type RegisterName =
  | `granted/${string}/${string}/${Proof}`
  | `revoked/${string}`
  | `denied/${string}`
  | `${(typeof AT_SENDER)[number]}/${string}`
  | 'conflict'
  | 'settled'

/** A person's registers. An event only ever raises them. */
export type Registers = ReadonlyMap<RegisterName, Mark>

/** One register raised to a mark, if the mark is greater than what it holds. */
export type Raise = { readonly register: RegisterName; readonly mark: Mark }

/** Every register that an event raises. Its time for a yes is the earliest possible, for a no the latest (design R2). */
export const raisedBy = (event: ConsentEvent): readonly Raise[] => {
  const yes: Mark = { at: yesAt(event.moment), by: event.id }
  const no: Mark = { at: noAt(event.moment), by: event.id }
  const raised = raises(event.act, yes, no)
  // A device whose clock cannot be right may have kept a yes from before a no: only its noes count.
  return isCredible(event.moment) ? raised : raised.filter(({ register }) => isNo(register))
}

const raises = (act: Act, yes: Mark, no: Mark): readonly Raise[] => {
  if (act.kind === 'opt_in') return raisedByOptIn(act, yes, no)
  if (act.kind === 'opt_out') return raisedByOptOut(act, no)
  if (act.kind === 'message') return raisedByMessage(act, yes, no)
  return raisedOtherwise(act, yes, no)
}

type Otherwise = Exclude<Act, { kind: 'opt_in' | 'opt_out' | 'message' }>

const raisedOtherwise = (act: Otherwise, yes: Mark, no: Mark): readonly Raise[] => {
  switch (act.kind) {
    case 'platform_stop':
    case 'provider_block':
      return [{ register: `${act.kind}/${act.sender}`, mark: no }]
    case 'platform_resume':
      return [{ register: `platform_resume/${act.sender}`, mark: yes }]
    case 'identity_conflict':
      return [{ register: 'conflict', mark: no }]
    case 'identity_settled':
      return [{ register: 'settled', mark: yes }]
    case 'erased':
      return act.senders.map((id) => ({ register: `halted/${id}`, mark: no }))
    case 'opt_out_burst':
      return []
  }
}

type OptIn = Extract<Act, { kind: 'opt_in' }>

const raisedByOptIn = (act: OptIn, yes: Mark, no: Mark): readonly Raise[] => [
  ...granted(act, act.proof, yes),
  ...act.refused.map((id): Raise => ({ register: `denied/${id}`, mark: no })),
  ...(isYesByLink(act) ? returned(act.senders, yes) : []),
]

/** A link reaches only who holds the phone, and an SMS comes from it, so such a yes also lifts a block (design R1, R3). */
const isYesByLink = ({ proof, source, categories }: OptIn): boolean =>
  proof === 'link' && (source === 'link' || source === 'sms') && categories.length > 0

type OptOut = Extract<Act, { kind: 'opt_out' }>

// Whoever says no and names no category means everything.
const raisedByOptOut = ({ categories, senders }: OptOut, mark: Mark): readonly Raise[] =>
  categories === null || categories.length === 0
    ? senders.map((id): Raise => ({ register: `halted/${id}`, mark }))
    : categories.map((id): Raise => ({ register: `revoked/${id}`, mark }))

type Message = Extract<Act, { kind: 'message' }>

/** A message that holds a no lifts and grants nothing, whatever else is in it; it only keeps the window open. */
const raisedByMessage = (act: Message, yes: Mark, no: Mark): readonly Raise[] => [
  { register: `window/${act.sender}`, mark: yes },
  ...(holdsANo(act) ? noesIn(act, no) : yesesIn(act, yes)),
]

const NO_MEANINGS: readonly Meaning[] = ['opt_out', 'opt_out_suspected', 'unsubscribe_category']

const holdsANo = ({ meaning, stops, revoked }: Message): boolean =>
  stops || revoked.length > 0 || NO_MEANINGS.includes(meaning)

const noesIn = ({ sender, stops, revoked }: Message, mark: Mark): readonly Raise[] => [
  ...(stops ? [{ register: `stopped/${sender}`, mark } as const] : []),
  ...revoked.map((id): Raise => ({ register: `revoked/${id}`, mark })),
]

const yesesIn = ({ sender, meaning, granted: grant }: Message, mark: Mark): readonly Raise[] => [
  { register: `message/${sender}`, mark },
  ...(grant ? granted(grant, 'message', mark) : []),
  ...(meaning === 'resume' || grant?.categories.length ? returned([sender], mark) : []),
]

const granted = (grant: Grant, proof: Proof, mark: Mark): readonly Raise[] =>
  grant.senders.flatMap((sender) =>
    grant.categories.map((category): Raise => ({
      register: `granted/${sender}/${category}/${proof}`,
      mark,
    })),
  )

const returned = (senders: readonly string[], mark: Mark): readonly Raise[] =>
  senders.map((sender) => ({ register: `returned/${sender}`, mark }))

/** Registers with some raised. The order and the number of times do not matter. */
export const raise = (registers: Registers, raised: Iterable<Raise>): Registers => {
  const next = new Map(registers)
  for (const { register, mark } of raised) {
    const held = next.get(register)
    next.set(register, held ? later(held, mark) : mark)
  }
  return next
}

/** What all of a person's events come to. */
export const registersOf = (events: Iterable<ConsentEvent>): Registers => {
  let registers: Registers = new Map()
  for (const event of events) registers = raise(registers, raisedBy(event))
  return registers
}

const NOES = [
  'revoked',
  'denied',
  'stopped',
  'halted',
  'platform_stop',
  'provider_block',
  'conflict',
]

/** The registers of the persons who are the same, with the noes, and only those, of persons who may be (design R7). */
export const joined = (same: Iterable<Registers>, noesOf: Iterable<Registers>): Registers => {
  let all: Registers = new Map()
  for (const registers of same) all = raise(all, asRaises(registers))
  for (const registers of noesOf) {
    all = raise(
      all,
      asRaises(registers).filter(({ register }) => isNo(register)),
    )
  }
  return all
}

const isNo = (register: RegisterName): boolean => NOES.includes(register.split('/', 1)[0] ?? '')

const asRaises = (registers: Registers): readonly Raise[] =>
  [...registers].map(([register, mark]) => ({ register, mark }))

/** The mark a register holds, or null. */
export const held = (registers: Registers, register: RegisterName): Mark | null =>
  registers.get(register) ?? null

const STRONGEST_FIRST = PROOFS.reduceRight<readonly Proof[]>((all, proof) => [...all, proof], [])

/** What was granted for a category at a sender, strongest proof first. */
export const grantsOf = (
  registers: Registers,
  sender: string,
  category: string,
): readonly { readonly proof: Proof; readonly mark: Mark }[] =>
  STRONGEST_FIRST.flatMap((proof) => {
    const mark = registers.get(`granted/${sender}/${category}/${proof}`)
    return mark ? [{ proof, mark }] : []
  })
