import { describe, expect, test } from 'vitest'
import { speak } from '../../server/actions/speak.ts'
import { speakersAt } from '../../server/outbound/speakers.ts'
import type { Deps } from '../../server/ports.ts'
import { by, newPhone, writes } from '../http/acts.ts'
import { ENGINES } from '../support/databases.ts'
import { openService } from '../support/service.ts'
import { fakeProvider } from './fake-provider.ts'
import { reachOf, talkingDocument, talkingOn, TOKEN } from './talking.ts'

const MINUTE = 60_000
const REPLIES = 30

describe.each(ENGINES)('several processes on %s', (engine) => {
  const provider = fakeProvider()
  const talking = talkingOn(engine, provider)

  const storedDemo = async () => {
    const stored = await talking().service.deps.memory.company('demo')
    if (!stored) throw new Error('the demo company is not there')
    return stored
  }

  test('say each reply once between them', async () => {
    provider.forget()
    const phones = Array.from({ length: REPLIES }, newPhone)
    for (const phone of phones) await writes(talking().service, by(phone), '#want')
    const other = await talking().service.beside()
    const stored = await storedDemo()
    for (let turn = 0; turn < 4; turn += 1) {
      await Promise.all([
        speak(other.deps, stored),
        speak(talking().service.deps, stored),
        speak(other.deps, stored),
        talking().speak(),
      ])
    }
    await other.close()
    const told = provider.taken.map(({ body }) => (JSON.parse(body) as { to: string }).to)
    expect(told.toSorted()).toEqual(phones.toSorted())
  }, 30_000)

  test('of which one ends before its request goes out: another says it', async () => {
    await talking().fates()
    provider.forget()
    await writes(talking().service, by(newPhone()), '#want')
    const { memory, now } = talking().service.deps
    const lease = { mark: 'a process that ended', until: now() + 90_000 }
    await memory.of('demo').write((records) => records.claimReplies(lease, now(), 10))
    await talking().speak()
    expect(provider.asked).toEqual([])
    talking().service.pass(90_000)
    await talking().speak()
    expect(provider.taken).toHaveLength(1)
    expect(await talking().fates()).toEqual(['confirmOptIn sent -'])
  })

  test('of which one ends after its request went out: nobody repeats it, and it is reported', async () => {
    await talking().fates()
    provider.forget()
    await writes(talking().service, by(newPhone()), '#want')
    const { memory, now } = talking().service.deps
    const lease = { mark: 'another that ended', until: now() + 90_000 }
    await memory.of('demo').write(async (records) => {
      const { claimed } = await records.claimReplies(lease, now(), 10)
      for (const reply of claimed)
        await records.startReply(reply, { at: now(), until: now() + 90_000, words: 'w' })
    })
    talking().service.pass(2 * MINUTE)
    expect(await memory.companiesWithReplies(now())).toEqual(['demo'])
    await talking().speak()
    await talking().speak()
    expect(provider.asked).toEqual([])
    expect(await talking().fates()).toEqual(['confirmOptIn unknown interrupted'])
    expect(talking().service.faults.at(-1)).toContain('replies whose fate is not known')
  })

  test('of which one comes back late: its lease has ended, and it sends nothing', async () => {
    await talking().fates()
    provider.forget()
    await writes(talking().service, by(newPhone()), '#want')
    const { memory, now } = talking().service.deps
    const lease = { mark: 'a process that slept', until: now() + 90_000 }
    const { claimed } = await memory
      .of('demo')
      .write((records) => records.claimReplies(lease, now(), 10))
    talking().service.pass(90_000)
    const [reply] = claimed
    if (!reply) throw new Error('nothing was claimed')
    const mayStart = await memory
      .of('demo')
      .write((records) =>
        records.startReply(reply, { at: now(), until: now() + 90_000, words: 'w' }),
      )
    expect(mayStart).toBe(false)
    await talking().speak()
    expect(provider.taken).toHaveLength(1)
  })
})

describe('after a restart', () => {
  const provider = fakeProvider()

  test('what waited is said, and what was said is not said again', async () => {
    const reach = reachOf(() => 1_795_000_000_000)
    const speakers: Deps['speakers'] = speakersAt({ 'whatsapp-cloud': provider.url }, reach)
    const first = await openService({ engine: 'sqlite', secrets: TOKEN, speakers })
    await first.load(talkingDocument())
    await writes(first, by(newPhone()), '#want')
    const stored = await first.deps.memory.company('demo')
    if (!stored) throw new Error('the demo company is not there')
    await speak(first.deps, stored)
    await writes(first, by(newPhone()), '#want')
    const again = await first.beside()
    await speak(again.deps, stored)
    await again.close()
    await first.close()
    expect(provider.taken).toHaveLength(2)
  })
})
