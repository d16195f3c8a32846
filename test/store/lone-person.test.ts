import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BONDS, type Identity } from '../../consent/identity.ts'
import type { CompanyMemory } from '../../server/ports.ts'
import { ENGINES } from '../support/databases.ts'
import { eventOf, NO, NOW, phone, YES } from './acts.ts'
import { storeOn } from './store-under-test.ts'

/** Few, so that people share them: two spellings of one line among them, and what fits no block. */
const IDENTITIES: readonly Identity[] = [
  phone('+5491155550001'),
  phone('+541155550001'),
  phone('+5511912345678'),
  phone('+525512345678'),
  { kind: 'email', value: 'ana@example.com' },
  { kind: 'external', value: 'customer 17' },
]

const person = fc.nat({ max: 3 })

/** The two spellings come as often as all others together. */
const bound = fc.oneof(fc.constantFrom(...IDENTITIES.slice(0, 2)), fc.constantFrom(...IDENTITIES))

/** What may come to pass among four people. */
const deed = fc.oneof(
  fc.record({
    kind: fc.constant('bind' as const),
    person,
    identity: bound,
  }),
  fc.record({ kind: fc.constant('act' as const), person, act: fc.constantFrom(YES, NO) }),
  fc.record({
    kind: fc.constant('tie' as const),
    person,
    other: person,
    bond: fc.constantFrom(...BONDS),
  }),
)

type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

describe.each(ENGINES)('whoever is asked about, on %s,', (engine) => {
  const store = storeOn(engine)

  test('is known alone, in a list, and by the slow way as one and the same', async () => {
    let tried = 0
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
        const company = store.company()
        await come(company, deeds)
        const snapshot = await company.snapshot()
        const listed = await snapshot.whoAre(IDENTITIES)
        await snapshot.end()
        for (const [nth, identity] of IDENTITIES.entries()) {
          const known = await company.whoIs(identity)
          expect(listed[nth]).toEqual(known)
          if (known.person === null) continue
          tried += 1
          // Asked by a person's id, the memory always looks for kin.
          expect(known).toEqual(await company.person(known.person))
        }
      }),
      { numRuns: 100 },
    )
    expect(tried).toBeGreaterThan(20)
  })

  const come = async (company: CompanyMemory, deeds: readonly Deed[]): Promise<void> => {
    const people = [0, 1, 2, 3].map(() => store.ids().newPerson())
    const personAt = (n: number) => people[n] ?? store.ids().newPerson()
    for (const [nth, one] of deeds.entries()) {
      await company.write(async (records) => {
        if (one.kind === 'bind') await records.bind(one.identity, personAt(one.person), NOW + nth)
        if (one.kind === 'tie') {
          await records.tie(personAt(one.person), personAt(one.other), one.bond)
        }
        if (one.kind === 'act') {
          await records.append(eventOf(store.ids(), personAt(one.person), one.act, NOW + nth), null)
        }
      })
    }
  }
})
