import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { passOnWaiting } from '../../server/actions/pass-on.ts'
import { ENGINES } from '../support/databases.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import { demoDocument, serviceFor } from '../support/service.ts'
import { by, hear, newPhone, writes } from './acts.ts'
import { messages, text, wireMessage } from './meta.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ....').toString('base64')}`

const withBot = (url: string): Company => {
  const demo = demoDocument()
  const passOn = { url, secret: { env: 'QUIERO_SECRET_BOT' } }
  return { ...demo, senders: demo.senders.map((sender) => ({ ...sender, passOn })) }
}

describe.each(ENGINES)('the company’s bot, on %s,', (engine) => {
  const service = serviceFor({ engine, secrets: { QUIERO_SECRET_BOT: SECRET } })
  let bot: Receiver
  beforeAll(async () => {
    bot = await startReceiver(SECRET, () => service().now())
    await service().load(withBot(bot.url))
  }, 60_000)
  afterAll(() => bot.close())
  beforeEach(() => {
    bot.heard.length = 0
    bot.answers = []
  })

  const told = () => bot.heard.map(({ data }) => data['text'])

  const pass = async (): Promise<number> => {
    const stored = await service().deps.memory.company('demo')
    if (!stored) throw new Error('no demo')
    let passed = 0
    for (let some = 1; some > 0; passed += some) some = await passOnWaiting(service().deps, stored)
    return passed
  }

  test('is told what is neither an opt-out nor a subscription, with what stands', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want offers')
    await writes(service(), by(phone), '¿Cuándo llega mi pedido?')
    await pass()
    expect(bot.heard).toMatchObject([
      {
        data: {
          sender: 'main',
          text: '¿Cuándo llega mi pedido?',
          meaning: 'other',
          from: { phone, bsuid: null, replyTo: phone.slice(1) },
          status: {
            blocked: false,
            windowOpenUntil: new Date(
              Math.floor(service().now() / 1000) * 1000 + 24 * HOUR,
            ).toISOString(),
            categories: { orders: 'never_asked', offers: 'granted' },
          },
        },
      },
    ])
    expect(bot.heard[0]?.id).toBe(bot.heard[0]?.data['id'])
    expect(await pass()).toBe(0)
    expect((await service().rows())['passings']).toBe(0)
  })

  test('gets attachments as the provider’s references', async () => {
    const image = { type: 'image', image: { id: '1003383421387256', caption: 'esto' } }
    await writes(service(), by(newPhone()), image)
    await pass()
    expect(bot.heard[0]?.data).toMatchObject({
      text: 'esto',
      attachments: [{ kind: 'image', reference: '1003383421387256' }],
    })
  })

  test('is not told of a no, of a yes, or of a delivery that came before', async () => {
    const phone = newPhone()
    for (const said of ['SALIR', '#want', '#stop offers']) await writes(service(), by(phone), said)
    expect(await pass()).toBe(0)
    const message = await writes(service(), by(phone), 'hola')
    await hear(service(), messages([message]))
    await pass()
    await hear(service(), messages([message]))
    await pass()
    expect(told()).toEqual(['hola'])
  })

  test('hears nothing more of somebody who has opted out meanwhile', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), 'una pregunta')
    await writes(service(), by(phone), 'STOP')
    await pass()
    expect(told()).toEqual([])
    expect((await service().rows())['passings']).toBe(0)
  })

  test('gets each person’s messages in their order, whatever it answers', async () => {
    const [one, other] = [newPhone(), newPhone()]
    for (const said of ['uno', 'dos', 'tres']) await writes(service(), by(one), said)
    bot.answers = [500]
    await pass()
    await writes(service(), by(other), 'otra persona')
    await pass()
    expect(told()).toEqual(['otra persona'])
    service().pass(MINUTE)
    await pass()
    expect(told()).toEqual(['otra persona', 'uno', 'dos', 'tres'])
  })

  test('that is away for a day is told no more, and what it missed is kept without its words', async () => {
    await writes(service(), by(newPhone()), 'nadie me oye')
    bot.answers = Array.from({ length: 100 }, () => 503)
    for (let hour = 0; hour < 25; hour += 1) {
      await pass()
      service().pass(HOUR)
    }
    const waiting = bot.answers.length
    await pass()
    expect(bot.answers).toHaveLength(waiting)
    expect((await service().rows())['passings']).toBe(1)
  })

  test('is told once by two processes at once', async () => {
    const at = service().now()
    const phones = Array.from({ length: 30 }, newPhone)
    await hear(
      service(),
      messages(phones.map((phone) => wireMessage(at, { ...by(phone), ...text(`soy ${phone}`) }))),
    )
    await Promise.all([pass(), pass(), pass()])
    expect(told()).toHaveLength(phones.length)
    expect(new Set(told())).toEqual(new Set(phones.map((phone) => `soy ${phone}`)))
  })
})
