import * as fc from 'fast-check'
import { type Kind, KINDS } from '../../consent/category.ts'
import type { Category } from '../../consent/company.ts'
import { type Act, type ConsentEvent, HEARD_BY, type Grant, SOURCES } from '../../consent/event.ts'
import { maySend, type Decision } from '../../consent/may-send.ts'
import type { Moment } from '../../consent/moment.ts'
import { PROOFS } from '../../consent/proof.ts'
import { MEANINGS } from '../../consent/read-message.ts'
import type { Registers } from '../../consent/registers.ts'
import { RESUME_POLICIES, type ResumePolicy } from '../../consent/resume.ts'
import { eventId, OFFERS, personId } from './acts.ts'

export const SENDERS = ['main', 'second'] as const
const CATEGORY_IDS = ['offers', 'orders'] as const

/** The first second in which anything happens. */
export const FIRST = 1_000_000_000_000
const SECONDS = 4
const HOUR = 3_600_000

/** Few seconds, and few places in them, so that acts collide often. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: SECONDS - 1 }), fc.constantFrom(0, 1, 500, 999))
  .map(([second, millisecond]) => FIRST + second * 1000 + millisecond)

/** How much later, or earlier, an act was heard than its time claims. */
const delay = fc.constantFrom(0, 1, 999, 1000, -1, -1000, -30 * HOUR, HOUR, 72 * HOUR, 73 * HOUR)

const clock = fc.constantFrom('ours', 'provider', 'offline')

/** A moment by any of the three clocks, credible or not. */
export const moment: fc.Arbitrary<Moment> = fc
  .tuple(clock, instant, delay)
  .map(([by, at, later]) =>
    by === 'ours'
      ? { clock: by, receivedAt: at }
      : { clock: by, claimedAt: at, receivedAt: at + later },
  )

const senders = fc.subarray([...SENDERS], { minLength: 1 })
const categories: fc.Arbitrary<readonly string[]> = fc.subarray([...CATEGORY_IDS])

const grant: fc.Arbitrary<Grant> = fc.record({
  categories,
  senders,
  form: fc.constant('frm_demo'),
  notice: fc.constant(null),
})

type OptOut = Extract<Act, { kind: 'opt_out' }>
type Message = Extract<Act, { kind: 'message' }>

const optIn: fc.Arbitrary<Act> = fc
  .record({
    proof: fc.constantFrom(...PROOFS),
    source: fc.constantFrom(...SOURCES),
    refused: categories,
    grant,
  })
  .map(({ grant: given, ...rest }) => ({ kind: 'opt_in', ...given, ...rest }))

const optOut: fc.Arbitrary<OptOut> = fc.record({
  kind: fc.constant('opt_out' as const),
  source: fc.constantFrom(...SOURCES),
  categories: fc.oneof(fc.constant(null), categories),
  senders,
})

/** Any message, also such as no reader would make: one that grants and stops. */
const message: fc.Arbitrary<Message> = fc.record({
  kind: fc.constant('message' as const),
  sender: fc.constantFrom(...SENDERS),
  heardBy: fc.constantFrom(...HEARD_BY),
  meaning: fc.constantFrom(...MEANINGS),
  stops: fc.boolean(),
  granted: fc.oneof(fc.constant(null), grant),
  revoked: categories.map((all) => (all.length === 2 ? all : [])),
})

const atSender: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('platform_stop', 'platform_resume', 'provider_block'),
  sender: fc.constantFrom(...SENDERS),
})

const ofIdentity: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('identity_conflict', 'identity_settled'),
})

const erased: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('erased'),
  senders: fc.subarray([...SENDERS]),
})

/** Every kind of act. */
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: optIn },
  { weight: 2, arbitrary: optOut },
  { weight: 5, arbitrary: message },
  { weight: 1, arbitrary: atSender },
  { weight: 1, arbitrary: ofIdentity },
  { weight: 1, arbitrary: erased },
)

/** An act that says no to everything at the sender `main`, in the chat or through a door. */
export const stopAtMain: fc.Arbitrary<Act> = fc.oneof(
  message.map((said): Act => ({ ...said, sender: 'main', stops: true })),
  optOut.map((said): Act => ({ ...said, categories: null, senders: ['main'] })),
)

/** One event of the person; histories use ids from 100 to 400. */
export const eventOf = (id: number, at: Moment, what: Act): ConsentEvent => ({
  id: eventId(id),
  person: personId(1),
  moment: at,
  act: what,
})

/** An id that is less or greater than all of a history's, so that ties are tried both ways. */
export const idBelowOrAbove = fc.constantFrom(1, 999)

/** One event more than those of a history. */
export const anotherEvent: fc.Arbitrary<ConsentEvent> = fc
  .tuple(idBelowOrAbove, moment, act)
  .map(([id, at, what]) => eventOf(id, at, what))

/** The events of one person; `from` keeps the ids of several apart. */
export const events = (from = 100): fc.Arbitrary<readonly ConsentEvent[]> =>
  fc
    .array(fc.tuple(moment, act), { maxLength: 10 })
    .map((deeds) => deeds.map(([at, what], index) => eventOf(from + index, at, what)))

/** All of some events in another order, some of them twice. */
export const rearranged = <T>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .subarray([...all])
    .chain((again) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    )

const CATEGORIES: readonly Category[] = CATEGORY_IDS.flatMap((id) =>
  KINDS.flatMap((kind): readonly Category[] => [
    { ...OFFERS, id, kind },
    { ...OFFERS, id, kind, leastProof: 'asserted' },
    { ...OFFERS, id, kind, validForDays: 2 },
    { ...OFFERS, id, kind, validForDays: 1 },
    { ...OFFERS, id, kind, leastProof: 'message', purposeChangedAt: '2001-09-09T01:46:41Z' },
    { ...OFFERS, id, kind, leastProof: 'asserted', acceptsImported: true },
  ]),
)

/** A question that can be asked about anybody. */
export type Asking = {
  readonly name: string
  readonly sender: (typeof SENDERS)[number]
  readonly category: Category
  readonly ask: (registers: Registers) => Decision
}

const isOdd = (id: string): boolean => Number.parseInt(id.slice(-1), 16) % 2 === 1

const asking = (
  policy: ResumePolicy,
  sender: Asking['sender'],
  category: Category,
  templateKind: Kind | undefined,
): Asking => ({
  name: JSON.stringify({ policy, sender, templateKind, ...category, ...UNTOLD }),
  sender,
  category,
  ask: (registers) =>
    maySend({
      now: FIRST + HOUR,
      sender,
      category,
      policy,
      registers,
      templateKind,
      isHeld: category.leastProof === 'message' ? isOdd : undefined,
      pausedUntil: category.validForDays === 2 ? FIRST + 2 * HOUR : undefined,
    }),
})

const UNTOLD = { title: undefined, example: undefined, frequency: undefined }

/** Every policy, sender, kind of category and of template, an hour after the first second; some yeses are held. */
export const ASKINGS: readonly Asking[] = RESUME_POLICIES.flatMap((policy) =>
  SENDERS.flatMap((sender) =>
    CATEGORIES.flatMap((category) =>
      ([undefined, 'marketing'] as const).map((kind) => asking(policy, sender, category, kind)),
    ),
  ),
)

/** What is decided about somebody, whatever is asked. */
export const decisions = (registers: Registers): readonly Decision[] =>
  ASKINGS.map(({ ask }) => ask(registers))

/** The questions that are answered in a way, by name. */
export const asked = (is: (decision: Decision, asking: Asking) => boolean, registers: Registers) =>
  ASKINGS.filter((each) => is(each.ask(registers), each)).map(({ name }) => name)
