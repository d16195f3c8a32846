import { beforeEach, describe, expect, test } from 'vitest'
import { by, handIn, hear, newPhone, writes } from '../http/acts.ts'
import { messages } from '../http/meta.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingDocument, talkingOn } from './talking.ts'

const provider = fakeProvider()
const talking = talkingOn('sqlite', provider)

beforeEach(() => talking().begin())

/** What somebody is answered who writes this. */
const answerTo = (phone: string, words: string) => talking().answerTo(phone, words)

describe('nothing is said', () => {
  test.each(['hola', '¿a qué hora abren?', '#volver'])('to %s', async (words) => {
    expect(await answerTo(newPhone(), words)).toEqual([])
    expect(await talking().fates()).toEqual([])
  })

  test('because of a form, a typed number or a button that nobody has authenticated', async () => {
    const phone = newPhone()
    await handIn(talking().service, { phone })
    const body = { form: 'frm_demo', person: { phone } }
    await talking().service.ask('/v1/opt-outs', { origin: 'https://shop.example', body })
    await talking().speak()
    expect(provider.asked).toEqual([])
    expect(await talking().fates()).toEqual([])
  })

  test.each([
    ['confirmOptIn', '#want'],
    ['confirmOptOut', 'salir'],
    ['help', 'ayuda'],
    ['askBack', 'ya no me escriban por favor'],
    ['freshLink', '#want K7Q2MXA'],
  ] as const)('where %s is switched off, even after the message', async (kind, words) => {
    const replies = { [kind]: false }
    await talking().load({ replies })
    expect(await answerTo(newPhone(), words)).toEqual([])
    expect(await talking().fates()).toEqual([])
    await talking().load()
    await writes(talking().service, by(newPhone()), words)
    await talking().load({ replies })
    await talking().service.deps.memory.company('demo')
    await talking().speak()
    expect(await talking().fates()).toEqual([`${kind} withheld switched_off`])
  })

  test('without what it takes to send', async () => {
    const { senders, ...rest } = talkingDocument()
    const bare = senders.map(({ provider: whole, ...sender }) => {
      if (whole?.kind !== 'whatsapp-cloud') throw new Error('demo/company.json changed')
      const { accessToken: _, ...silent } = whole
      return { ...sender, provider: silent }
    })
    await talking().service.load({ ...rest, senders: bare })
    expect(await answerTo(newPhone(), 'salir')).toEqual([])
    expect(await talking().fates()).toEqual([])
  })

  test('a second time for a message that is delivered again', async () => {
    const phone = newPhone()
    const { service } = talking()
    const message = await writes(service, by(phone), 'salir')
    await talking().speak()
    for (let times = 0; times < 3; times += 1) {
      await hear(service, messages([message]))
      await talking().speak()
    }
    expect(provider.asked).toHaveLength(1)
    expect(await talking().fates()).toEqual(['confirmOptOut sent -'])
  })
})
