import { describe, expect, test } from 'vitest'
import type { Company, Sender } from '../../consent/company.ts'
import { VOICES, type VoiceName } from '../../demo/voices/voices.ts'
import type { PhoneMessage } from '../../demo/voices/phone-message.ts'
import { VOICE_SECRET } from '../../demo/voices/voice.ts'
import type { MaySendAnswer } from '../../contract/may-send.ts'
import { demoDocument, NOW, openService, PUBLIC_URL, type Service } from '../support/service.ts'

const SECRET = 'name:a-secret-of-thirty-two-bytes-or-more'
// The whole of it takes minutes: WHOLE=1 npx vitest run test/prove/any-order.test.ts
const IS_WHOLE = process.env['WHOLE'] !== undefined
const [EVENTS, PEOPLE] = IS_WHOLE ? [10_000, 400] : [1_000, 40]
const SECOND = 1000
const WEEK = 7 * 24 * 60 * 60 * SECOND

const NAMES = ['whatsapp-cloud', 'sinch', 'twilio', '360dialog', 'infobip', 'vonage'] as const
const CONTENTS: readonly PhoneMessage['content'][] = [
  ...[
    '#want',
    '#want offers',
    '#want orders',
    'SALIR',
    'stop',
    'Sair.',
    '#stop offers',
    '#volver',
    'hola',
    'ya no me escriban más por favor',
    'ayuda',
  ].map((text) => ({ kind: 'text', text }) as const),
  { kind: 'picture', caption: 'STOP' },
  { kind: 'button', payload: 'OPT_OUT_MARKETING', title: 'Cancelar' },
  { kind: 'button', payload: 'want:offers', title: 'Quiero ofertas' },
]

/** Numbers that look like chance and are the same in every run (mulberry32). */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Delivery = { readonly at: number; readonly name: VoiceName; readonly message: PhoneMessage }

/** What people wrote in a week to six numbers of the business, and when each of it was delivered, one to five times. */
const weekOf = (chance: () => number): readonly (readonly Delivery[])[] =>
  Array.from({ length: EVENTS }, (_, n) => {
    const sentAt = NOW + Math.floor(chance() * WEEK)
    const person = Math.floor(chance() * PEOPLE)
    const name = NAMES[Math.floor(chance() * NAMES.length)] ?? 'sinch'
    const message: PhoneMessage = {
      id: `message-${String(n).padStart(6, '0')}`,
      from: `5255${String(20_000_000 + person)}`,
      bsuid: `MX.${String(1_000_000 + person)}`,
      name: 'Ana',
      sentAt,
      content: CONTENTS[Math.floor(chance() * CONTENTS.length)] ?? CONTENTS[0]!,
    }
    const copies = 1 + Math.floor(chance() * 5)
    return Array.from({ length: copies }, () => ({
      at: sentAt + Math.floor(chance() * (NOW + WEEK - sentAt)),
      name,
      message,
    }))
  })

const sixNumbers = (): Company => {
  const demo = demoDocument()
  const [main] = demo.senders
  if (!main) throw new Error('demo/company.json has changed')
  const senders: readonly Sender[] = NAMES.map((name, n) => ({
    ...main,
    id: name === 'whatsapp-cloud' ? 'main' : `s-${name}`,
    phone: `+55119123456${String(70 + n)}`,
    provider: VOICES[name].provider,
  }))
  return { ...demo, senders }
}

const company = sixNumbers()

const senderOf = (name: VoiceName): Sender => {
  const sender = company.senders.find(({ provider }) => provider?.kind === name)
  if (!sender) throw new Error(`no number with ${name}`)
  return sender
}

const inSmallLetters = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const deliver = async (service: Service, { at, name, message }: Delivery): Promise<void> => {
  service.pass(Math.max(0, at - service.now()))
  const sender = senderOf(name)
  const path = `/webhooks/${name}/demo/${sender.id}`
  const to = { wabaId: sender.wabaId ?? '0', digits: sender.phone.slice(1) }
  const signing = { secret: SECRET, url: `${PUBLIC_URL}${path}`, at }
  const { headers, body } = VOICES[name].speak(message, to, signing)
  const answer = await service.ask(path, { headers: inSmallLetters(headers), body })
  expect([name, answer.status]).toEqual([name, 200])
}

/** What may be sent to everybody in the end, by number and category. */
const decisions = async (service: Service): Promise<readonly string[]> => {
  service.pass(NOW + WEEK + SECOND - service.now())
  const told: string[] = []
  for (let person = 0; person < PEOPLE; person += 1) {
    for (const { id: sender } of company.senders) {
      for (const category of ['orders', 'offers']) {
        const phone = `+5255${String(20_000_000 + person)}`
        const answer = await service.ask('/v1/may-send', {
          key: service.keys['may-send'],
          body: { person: { phone }, sender, category },
        })
        told.push(`${person} ${sender} ${category} ${answer.as<MaySendAnswer>().reason}`)
      }
    }
  }
  return told
}

const outcomeOf = async (deliveries: readonly Delivery[]) => {
  const secrets = { [VOICE_SECRET.env]: SECRET }
  const service = await openService({ engine: 'sqlite', secrets })
  await service.load(company)
  const ordered = deliveries.toSorted((one, other) => one.at - other.at)
  for (const delivery of ordered) await deliver(service, delivery)
  const outcome = { decisions: await decisions(service), rows: await service.rows() }
  expect(service.faults).toEqual([])
  await service.close()
  return outcome
}

/** Twilio tells no time, so that a message counts from when it first came. */
const whenItCounts = (copies: readonly Delivery[]): readonly Delivery[] => {
  const [first] = copies.toSorted((one, other) => one.at - other.at)
  if (!first) return []
  return [first.name === 'twilio' ? first : { ...first, at: first.message.sentAt }]
}

describe('messages through six providers', () => {
  test(
    'come to the same in any order and any number, over seven days, as once each in the order in which they were sent',
    { timeout: 600_000 },
    async () => {
      const week = weekOf(chanceFrom(7))
      const shuffled = await outcomeOf(week.flat())
      const sorted = await outcomeOf(week.flatMap(whenItCounts))
      expect(shuffled.decisions).toEqual(sorted.decisions)
      expect(shuffled.rows['events']).toBe(EVENTS)
      expect(sorted.rows['events']).toBe(EVENTS)
      const reasons = new Set(sorted.decisions.map((told) => told.split(' ').at(-1)))
      expect([...reasons]).toEqual(
        expect.arrayContaining(['consented', 'blocked', 'revoked', 'never_asked']),
      )
    },
  )
})
