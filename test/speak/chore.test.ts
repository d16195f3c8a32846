import { beforeEach, expect, test } from 'vitest'
import { startChore } from '../../server/chore.ts'
import { speaking as speakingOf } from '../../server/chores.ts'
import { by, newPhone, writes } from '../http/acts.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingOn } from './talking.ts'

const provider = fakeProvider()
const talking = talkingOn('sqlite', provider)

beforeEach(() => talking().begin())

const start = () => startChore(talking().service.deps, speakingOf(talking().service.deps))

const wants = () => writes(talking().service, by(newPhone()), '#want')

test('what waits is said by itself, all of it, though more than is claimed at once', async () => {
  for (let count = 0; count < 45; count += 1) await wants()
  const speaking = start()
  await expect.poll(() => provider.taken.length, { timeout: 10_000 }).toBe(45)
  await speaking.stop()
}, 20_000)

test('who hurries need not wait for the next look', async () => {
  const speaking = start()
  await new Promise((resolve) => setTimeout(resolve, 50))
  await wants()
  speaking.hurry('demo')
  await expect.poll(() => provider.taken.length, { timeout: 1_500 }).toBe(1)
  await speaking.stop()
})

test('a process that stops ends what is on its way, and begins nothing', async () => {
  await wants()
  provider.behave('late')
  const speaking = start()
  await expect.poll(() => provider.asked.length).toBe(1)
  await speaking.stop()
  expect(await talking().fates()).toEqual(['confirmOptIn sent -'])
  await wants()
  speaking.hurry('demo')
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(provider.asked).toHaveLength(1)
})
