import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../consent/mark.ts'
import { ENGINES } from '../support/databases.ts'
import { eventOf, findOrBegin, NO, phone, YES, freshCompany, NOW } from './acts.ts'
import { storeOn } from './store-under-test.ts'

const PEOPLE = 50
const WRITES = 500

describe.each(ENGINES)('two processes on %s', (engine) => {
  const store = storeOn(engine)

  test('that meet the same people at once make one person of each, and lose no event', async () => {
    const id = freshCompany()
    const [a, b] = [await store.open(), await store.open()]
    const numberOf = (index: number) => phone(`+5255123456${10 + (index % PEOPLE)}`)
    const writes = Array.from({ length: WRITES }, (_, index) => {
      const { memory, ids } = index % 2 === 0 ? a : b
      return memory.of(id).write(async (records) => {
        const person = await findOrBegin(records, ids, numberOf(index))
        await records.append(eventOf(ids, person, index % 3 === 0 ? NO : YES, NOW + index), null)
        return person
      })
    })
    const found = await Promise.all(writes)
    const company = store.memory().of(id)
    let events = 0
    for (let index = 0; index < PEOPLE; index += 1) {
      const people = new Set(found.filter((_, write) => write % PEOPLE === index))
      expect(people.size).toBe(1)
      const { person } = await company.whoIs(numberOf(index))
      expect(people).toEqual(new Set([person]))
      events += person ? (await company.recordOf(person)).events.length : 0
    }
    expect(events).toBe(WRITES)
    expect(await company.persons(null, WRITES)).toHaveLength(PEOPLE)
  })

  test(
    'that meet somebody under two identities, each in its own order, agree in the end',
    { timeout: 30_000 },
    async () => {
      const id = freshCompany()
      const [a, b] = [await store.open(), await store.open()]
      const pairs = Array.from({ length: 2 }, (_, index) => [
        phone(`+5255123456${10 + index}`),
        { kind: 'bsuid', value: `MX.${index}` } as const,
      ])
      const writes = pairs.flatMap((pair) =>
        [a, b, a, b].map(({ memory, ids }, turn) =>
          memory.of(id).write(async (records) => {
            // The worst order there is: the one locks what the other wants next.
            const [first, second] = turn % 2 === 0 ? pair : pair.toReversed()
            if (!first || !second) throw new Error('a pair')
            const person: PersonId = await findOrBegin(records, ids, first)
            if (!(await records.acquaintance(second))) await records.bind(second, person, NOW)
            await records.append(eventOf(ids, person, NO), null)
          }),
        ),
      )
      await Promise.all(writes)
      const company = store.memory().of(id)
      for (const pair of pairs) {
        const people = await Promise.all(pair.map((identity) => company.whoIs(identity)))
        expect(new Set(people.map(({ person }) => person)).size).toBe(1)
      }
      expect(await company.persons(null, 100)).toHaveLength(pairs.length)
    },
  )

  test('that hand in the same form at once keep it once, and the others find it', async () => {
    const id = freshCompany()
    const [a, b] = [await store.open(), await store.open()]
    const submission = {
      id: 'opt_1',
      form: 'frm_demo',
      notice: 'hash',
      language: 'es',
      categories: ['offers'],
      fingerprint: 'print',
      createdAt: NOW,
      expiresAt: NOW + 1,
      confirmedBy: null,
      hasEvent: true,
      page: null,
    } as const
    const writes = [a, b, a, b].map(({ memory }, index) =>
      memory.of(id).write(async (records) => {
        if (await records.submission('opt_1')) return 'found'
        const isKept = await records.keepSubmission({ ...submission, code: `CODE${index}` })
        return isKept ? 'kept' : 'refused'
      }),
    )
    const ends = await Promise.all(writes)
    expect(ends.toSorted()).toEqual(['found', 'found', 'found', 'kept'])
  })
})
