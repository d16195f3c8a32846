import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockOf } from '../../consent/block.ts'
import type { ConsentEvent } from '../../consent/event.ts'
import { noAt, yesAt } from '../../consent/moment.ts'
import { isAtLeast } from '../../consent/proof.ts'
import { ALLOW_REASONS, DENY_REASONS } from '../../consent/reason.ts'
import {
  held,
  joined,
  raise,
  type Raise,
  raisedBy,
  type Registers,
  registersOf,
} from '../../consent/registers.ts'
import { RESUME_POLICIES } from '../../consent/resume.ts'
import {
  anotherEvent,
  asked,
  ASKINGS,
  decisions,
  eventOf,
  events,
  FIRST,
  idBelowOrAbove,
  moment,
  rearranged,
  SENDERS,
  stopAtMain,
} from './arbitrary-events.ts'

const RUNS = { numRuns: 300 }

/** Registers as text, whatever the order in which they were raised. */
const written = (registers: Registers): readonly string[] =>
  [...registers].map(([register, { at, by }]) => `${register} ${at} ${by}`).toSorted()

const raises = (from: number) => events(from).map((all) => all.flatMap(raisedBy))

const asRaises = (registers: Registers): readonly Raise[] =>
  [...registers].map(([register, mark]) => ({ register, mark }))

/** By our own clock, the very instant at which the last of the events could count as a yes. */
const lastMomentOf = (all: readonly ConsentEvent[]) => ({
  clock: 'ours' as const,
  receivedAt: Math.max(FIRST, ...all.map((each) => yesAt(each.moment))),
})

describe('status does not depend on arrival order (R1)', () => {
  test('R1: any order and any duplication gives the same registers, decisions and evidence', () => {
    const both = events().chain((all) => fc.tuple(fc.constant(all), rearranged(all)))
    const property = fc.property(both, ([all, others]) => {
      const [one, other] = [registersOf(all), registersOf(others)]
      expect(written(other)).toEqual(written(one))
      expect(decisions(other)).toEqual(decisions(one))
    })
    fc.assert(property, RUNS)
  })

  test('R1: raising is idempotent, commutative and associative', () => {
    const property = fc.property(raises(100), raises(200), raises(300), (a, b, c) => {
      const [ofA, ofB] = [raise(new Map(), a), raise(new Map(), b)]
      expect(written(raise(ofA, a))).toEqual(written(ofA))
      expect(written(raise(ofA, b))).toEqual(written(raise(ofB, a)))
      const bThenC = asRaises(raise(ofB, c))
      expect(written(raise(raise(ofA, b), c))).toEqual(written(raise(ofA, bThenC)))
    })
    fc.assert(property, RUNS)
  })

  test('R1: an event only ever raises registers, to a mark of its own', () => {
    const property = fc.property(events(), anotherEvent, (all, more) => {
      const after = registersOf([...all, more])
      for (const [register, mark] of registersOf(all)) {
        const now = held(after, register)
        expect(now?.at).toBeGreaterThanOrEqual(mark.at)
        expect([mark.by, more.id]).toContain(now?.by)
      }
    })
    fc.assert(property, RUNS)
  })

  test('R2: a yes never counts later than a no of the same moment', () => {
    const property = fc.property(moment, (at) => {
      expect(yesAt(at)).toBeLessThanOrEqual(noAt(at))
    })
    fc.assert(property, RUNS)
  })

  test('R8: every reason is reached here, and the evidence is always one of the events', () => {
    const reached = new Set<string>()
    const property = fc.property(events(), (all) => {
      const decided = decisions(registersOf(all))
      decided.forEach(({ reason }) => reached.add(reason))
      const ids = [null, ...all.map(({ id }) => id)]
      expect(ids).toEqual(
        expect.arrayContaining([...new Set(decided.map((each) => each.evidence))]),
      )
    })
    fc.assert(property, { ...RUNS, seed: 1 })
    expect([...reached].toSorted()).toEqual([...ALLOW_REASONS, ...DENY_REASONS].toSorted())
  })
})

describe('a no that is the last act, or ties with it (R1, R5)', () => {
  test('R5: an opt-out denies whatever is asked of its sender', () => {
    const property = fc.property(events(), stopAtMain, idBelowOrAbove, (all, stop, id) => {
      const registers = registersOf([...all, eventOf(id, lastMomentOf(all), stop)])
      expect(asked(({ allow }, { sender }) => allow && sender === 'main', registers)).toEqual([])
    })
    fc.assert(property, RUNS)
  })

  test('R1: a no to a category denies that category at every sender', () => {
    const no = { kind: 'opt_out', source: 'api', categories: ['offers'], senders: [] } as const
    const property = fc.property(events(), idBelowOrAbove, (all, id) => {
      const registers = registersOf([...all, eventOf(id, lastMomentOf(all), no)])
      const isAllowed = asked(
        ({ allow }, { category }) => allow && category.id === 'offers',
        registers,
      )
      expect(isAllowed).toEqual([])
    })
    fc.assert(property, RUNS)
  })

  test('R5: no message, and nothing else, lifts an opt-out that it is not later than', () => {
    const all = SENDERS.flatMap((sender) => RESUME_POLICIES.map((policy) => ({ sender, policy })))
    const property = fc.property(events(), anotherEvent, (some, more) => {
      const [before, after] = [registersOf(some), registersOf([...some, more])]
      const lifted = all.filter(({ sender, policy }) => {
        const block = blockOf(before, sender, policy)
        const isNotLater = block !== null && yesAt(more.moment) <= block.at
        return isNotLater && blockOf(after, sender, policy) === null
      })
      expect(lifted).toEqual([])
    })
    fc.assert(property, RUNS)
  })
})

describe('a no, whenever it is heard of (R3, R4)', () => {
  test('R4: an opt-out turns no deny into a consent', () => {
    const property = fc.property(events(), moment, stopAtMain, (all, at, stop) => {
      const [before, after] = [registersOf(all), registersOf([...all, eventOf(999, at, stop)])]
      const turned = ASKINGS.filter(
        ({ ask }) => ask(after).reason === 'consented' && !ask(before).allow,
      )
      expect(turned.map(({ name }) => name)).toEqual([])
    })
    fc.assert(property, RUNS)
  })

  test('R3: once someone stopped, halted or said no, a consent rests on link or message', () => {
    const property = fc.property(events(), (all) => {
      const registers = registersOf(all)
      const has = (kind: 'revoked' | 'denied' | 'stopped' | 'halted', of: string) =>
        held(registers, `${kind}/${of}`) !== null
      const weak = asked(({ reason, proof }, { sender, category: { id } }) => {
        const isBack =
          has('revoked', id) || has('denied', id) || has('stopped', sender) || has('halted', sender)
        return reason === 'consented' && isBack && !isAtLeast(proof ?? 'imported', 'link')
      }, registers)
      expect(weak).toEqual([])
    })
    fc.assert(property, RUNS)
  })

  test('R3: no consent rests on an old record alone', () => {
    const property = fc.property(events(), (all) => {
      const isWeak = asked(
        ({ allow, proof }, { category }) =>
          allow && proof === 'imported' && category.acceptsImported !== true,
        registersOf(all),
      )
      expect(isWeak).toEqual([])
    })
    fc.assert(property, RUNS)
  })
})

describe('persons read together (R7)', () => {
  const threePersons = fc.tuple(events(100), events(200), events(300))

  test('R7: persons who are the same merge in any order, as if they had been one', () => {
    const both = threePersons.chain((all) => fc.tuple(fc.constant(all), rearranged(all)))
    const property = fc.property(both, ([persons, others]) => {
      const one = written(registersOf(persons.flat()))
      expect(written(joined(persons.map(registersOf), []))).toEqual(one)
      expect(written(joined(others.map(registersOf), []))).toEqual(one)
    })
    fc.assert(property, RUNS)
  })

  test('R7: noes are joined in any order, and change no decision but to a deny', () => {
    const both = threePersons.chain(([own, ...rest]) =>
      fc.tuple(fc.constant(registersOf(own)), fc.constant(rest), rearranged(rest)),
    )
    const property = fc.property(both, ([own, rest, others]) => {
      const together = joined([own], rest.map(registersOf))
      expect(written(joined([own], others.map(registersOf)))).toEqual(written(together))
      const allowed = ASKINGS.filter(({ ask }) => ask(together).allow)
      // The no may have undone the strongest yes, so that a later and weaker one is what allows now.
      expect(allowed.filter(({ ask }) => !ask(own).allow)).toEqual([])
    })
    fc.assert(property, RUNS)
  })

  test('R7: what opts one person out denies the person whom the no is joined to', () => {
    const property = fc.property(events(100), events(200), stopAtMain, (own, others, stop) => {
      const theirs = registersOf([...others, eventOf(1, lastMomentOf(own), stop)])
      const registers = joined([registersOf(own)], [theirs])
      expect(asked(({ allow }, { sender }) => allow && sender === 'main', registers)).toEqual([])
    })
    fc.assert(property, RUNS)
  })
})
