import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor } from '../support/service.ts'
import {
  handedIn,
  hear,
  history,
  maySend,
  newPhone,
  person,
  reasons,
  tells,
  writes,
} from './acts.ts'
import { messages, text, wireMessage } from './meta.ts'

/** A tale in each language, with the number as WhatsApp writes it and as a backend asks about it. */
const TALES = [
  [
    'es',
    '5215512345678',
    '+525512345678',
    '  ＳＡＬＩＲ!! ',
    'hola',
    'ya no me escriban por favor',
  ],
  ['pt', '551181234567', '+5511981234567', 'Sair.', 'oi', 'não me mandem mais mensagens por favor'],
  ['en', '5491123456789', '+5491123456789', '“STOP”', 'hello', 'please stop messaging me'],
] as const

describe.each(ENGINES)('the main job, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test.each(TALES)(
    'goes from yes to no in %s',
    async (language, waId, asked, stop, hello, grumble) => {
      const decision = async (category: string) => {
        const { allow, reason, evidence, proof } = await maySend(service(), asked, category)
        return { allow, reason, evidence, proof }
      }
      const says = async (words: string): Promise<string | undefined> => {
        await writes(service(), { from: waId }, words)
        return (await history(service(), asked)).at(-1)?.id
      }
      const no = { allow: false, proof: null }
      const nothing = { ...no, reason: 'never_asked', evidence: null }
      expect(await decision('offers')).toEqual(nothing)

      const form = await service().ask(`/v1/forms/frm_demo?language=${language}`)
      const { noticeToken } = form.as<{ noticeToken: string }>()
      const { code, id } = await handedIn(service(), { phone: asked, language, noticeToken })
      const typed = id.replace('opt_', 'evt_')
      const pending = { allow: false, reason: 'pending', evidence: typed, proof: 'asserted' }
      for (const category of ['orders', 'offers']) expect(await decision(category)).toEqual(pending)

      const confirmed = await says(`#want ${code}`)
      const yes = { allow: true, reason: 'consented', evidence: confirmed, proof: 'message' }
      for (const category of ['orders', 'offers']) expect(await decision(category)).toEqual(yes)

      const stopped = await says(stop)
      const blocked = { ...no, reason: 'blocked', evidence: stopped }
      for (const category of ['orders', 'offers']) expect(await decision(category)).toEqual(blocked)

      await says(hello)
      for (const category of ['orders', 'offers']) expect(await decision(category)).toEqual(yes)
      await says(grumble)
      for (const category of ['orders', 'offers']) expect(await decision(category)).toEqual(yes)

      const revoked = await says('#stop offers')
      expect(await decision('orders')).toEqual(yes)
      expect(await decision('offers')).toEqual({ ...no, reason: 'revoked', evidence: revoked })
    },
  )

  test.each([
    ['5215599345678', '+525599345678'],
    ['525599345679', '+5215599345679'],
    ['551181234999', '+5511981234999'],
    ['5511981234998', '+551181234998'],
  ])('a STOP from %s denies %s', async (from, asked) => {
    await writes(service(), { from }, 'STOP')
    expect(await reasons(service(), asked)).toEqual(['blocked', 'blocked'])
  })

  test('a decision follows each word at once, a hundred times', async () => {
    const phone = newPhone()
    for (let turn = 0; turn < 50; turn += 1) {
      await tells(service(), phone, 'hola')
      expect((await person(service(), phone)).senders[0]?.blocked).toBe(false)
      await tells(service(), phone, 'STOP')
      expect(await maySend(service(), phone)).toMatchObject({ reason: 'blocked' })
    }
  })
})

/** A number that is made again and again alike: the middle digits of a multiplicative sequence. */
const digits = (index: number, count: number): string =>
  String((index * 7_368_787 + 1_299_709) % 10 ** count).padStart(count, '0')

const made = (count: number, phoneOf: (index: number) => string): readonly string[] => [
  ...new Set(Array.from({ length: count }, (_, index) => phoneOf(index))),
]

const mobile = (number: string): string => `549${number}`
const landline = (number: string): string => `54${number}`

/** Everybody of a list says the same, in one body. */
const allSay = async (
  service: Service,
  phones: readonly string[],
  words: string,
): Promise<void> => {
  service.pass(2_000)
  const say = (from: string) => wireMessage(service.now(), { from, ...text(words) })
  await hear(service, messages(phones.map(say)))
}

const AMOUNT = { sqlite: 1_000, postgres: 40 } as const

describe.each(ENGINES)('numbers that are written in two ways, on %s,', (engine) => {
  const service = serviceFor({ engine })
  const count = AMOUNT[engine]

  const offersTo = async (phones: readonly string[]): Promise<Readonly<Record<string, number>>> => {
    const counts: Record<string, number> = {}
    for (const phone of phones) {
      const { reason } = await maySend(service(), phone)
      counts[reason] = (counts[reason] ?? 0) + 1
    }
    return counts
  }

  test('are one in Mexico: every 521 is its 52, for a yes and a no', async () => {
    const national = made(count, (index) => `55${digits(index, 7).padStart(8, '2')}`)
    await allSay(
      service(),
      national.map((number) => `521${number}`),
      '#want',
    )
    expect(await offersTo(national.map((number) => `+52${number}`))).toEqual({
      consented: national.length,
    })
    await allSay(
      service(),
      national.map((number) => `52${number}`),
      'SALIR',
    )
    expect(await offersTo(national.map((number) => `+521${number}`))).toEqual({
      blocked: national.length,
    })
  })

  test('are one in Brazil for a mobile, and never for a landline', async () => {
    const mobiles = made(count, (index) => `${6 + (index % 4)}${digits(index, 7)}`)
    const landlines = made(count, (index) => `${2 + (index % 4)}${digits(index, 7)}`)
    await allSay(
      service(),
      mobiles.map((number) => `5511${number}`),
      '#want',
    )
    const asked = mobiles.map((number) => `+55119${number}`)
    expect(await offersTo(asked)).toEqual({ consented: mobiles.length })
    await allSay(
      service(),
      landlines.map((number) => `5511${number}`),
      '#want',
    )
    await allSay(
      service(),
      landlines.map((number) => `5511${number}`),
      'SAIR',
    )
    const asMobiles = landlines.map((number) => `55119${number}`)
    await allSay(service(), asMobiles, 'olá')
    for (const phone of asMobiles) {
      const identity = { kind: 'phone', value: `+${phone}` } as const
      const { registers } = await service().deps.memory.of('demo').whoIs(identity)
      expect([...registers.keys()].toSorted()).toEqual(['message/main', 'window/main'])
    }
  })

  test('share no yes in Argentina, and every no', async () => {
    const national = made(count, (index) => `11${4 + (index % 3)}${digits(index, 7)}`)
    const [half, rest] = [national.slice(0, count / 2), national.slice(count / 2)]
    await allSay(service(), half.map(mobile), '#want')
    await allSay(service(), rest.map(landline), '#want')
    const others = [...half.map(landline), ...rest.map(mobile)].map((phone) => `+${phone}`)
    const same = [...half.map(mobile), ...rest.map(landline)].map((phone) => `+${phone}`)
    expect(await offersTo(others)).toEqual({ never_asked: national.length })
    expect(await offersTo(same)).toEqual({ consented: national.length })
    await allSay(
      service(),
      others.map((phone) => phone.slice(1)),
      'SALIR',
    )
    expect(await offersTo(same)).toEqual({ blocked: national.length })
  })
})
