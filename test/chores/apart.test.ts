import { describe, expect, test } from 'vitest'
import { startChore, type Chore } from '../../server/chore.ts'
import { otherCompany } from '../http/companies.ts'
import { openService } from '../support/service.ts'

/** A service with two companies, and a chore of the test's own. */
const withTwo = async (
  work: (company: string) => Promise<boolean>,
  use: (told: { readonly faults: readonly string[] }, chore: Running) => Promise<void>,
  change: Partial<Chore> = {},
): Promise<void> => {
  const service = await openService({ engine: 'sqlite' })
  await service.load(otherCompany())
  const chore = startChore(service.deps, {
    what: 'the work',
    everyMs: 20,
    atOnce: 8,
    companies: () => service.deps.memory.companies(),
    work: ({ document }) => work(document.id),
    ...change,
  })
  try {
    await use(service, chore)
  } finally {
    await chore.stop()
    await service.close()
  }
}

type Running = ReturnType<typeof startChore>

describe('a chore', () => {
  test('goes on for the others where one company’s work fails, and tells of it', async () => {
    const done: string[] = []
    const work = async (company: string): Promise<boolean> => {
      done.push(company)
      if (company === 'demo') throw new Error('broken')
      return false
    }
    await withTwo(work, async (service) => {
      await expect.poll(() => done.filter((one) => one === 'other').length).toBeGreaterThan(2)
      expect(done.filter((one) => one === 'demo').length).toBeGreaterThan(1)
      expect(service.faults[0]).toBe('the work: Error: broken')
    })
  })

  test('goes on for the others while one company’s work hangs, which is begun once', async () => {
    const done: string[] = []
    const hang = Promise.withResolvers<boolean>()
    const work = (company: string): Promise<boolean> => {
      done.push(company)
      return company === 'demo' ? hang.promise : Promise.resolve(false)
    }
    await withTwo(work, async () => {
      await expect.poll(() => done.filter((one) => one === 'other').length).toBeGreaterThan(3)
      expect(done.filter((one) => one === 'demo')).toHaveLength(1)
      hang.resolve(false)
      await expect.poll(() => done.filter((one) => one === 'demo').length).toBeGreaterThan(1)
    })
  })

  test('takes no more companies at a time than it may, and all of them in the end', async () => {
    const done = new Set<string>()
    let now = 0
    let most = 0
    const work = async (company: string): Promise<boolean> => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => setTimeout(resolve, 5))
      now -= 1
      done.add(company)
      return false
    }
    await withTwo(
      work,
      async () => {
        await expect.poll(() => done.size).toBe(2)
        expect(most).toBe(1)
      },
      { atOnce: 1 },
    )
  })

  test('that stops waits for what is on its way, and begins nothing more', async () => {
    const begun: string[] = []
    const ended: string[] = []
    const work = async (company: string): Promise<boolean> => {
      begun.push(company)
      await new Promise((resolve) => setTimeout(resolve, 50))
      ended.push(company)
      return true
    }
    await withTwo(work, async (_, chore) => {
      await expect.poll(() => begun.length).toBeGreaterThan(0)
      await chore.stop()
      const before = begun.length
      expect(ended).toHaveLength(before)
      chore.hurry('demo')
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(begun).toHaveLength(before)
    })
  })

  test('looks again after a look that failed', async () => {
    let looks = 0
    const done: string[] = []
    const companies = async (): Promise<readonly string[]> => {
      looks += 1
      if (looks === 1) throw new Error('no database')
      return ['demo']
    }
    const work = async (company: string): Promise<boolean> => {
      done.push(company)
      return false
    }
    await withTwo(
      work,
      async (service) => {
        await expect.poll(() => done.length).toBeGreaterThan(0)
        expect(service.faults).toEqual(['the work: Error: no database'])
      },
      { companies },
    )
  })
})
