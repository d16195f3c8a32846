import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numbersHere, numbersIn, watchNumbers } from '../support/canaries.ts'
import { demoDocument, openService, type Service } from '../support/service.ts'
import { handedIn, handIn, maySend, newPhone, tells, writes } from './acts.ts'

const bytes = (text: string): Buffer => Buffer.from(text)
const percents = (text: string): string =>
  [...bytes(text)].map((byte) => `%${byte.toString(16)}`).join('')

const DIGITS = '525512345678'
const END = DIGITS.slice(-10)

const FORMS = [
  ['as it is', `+${DIGITS}`],
  ['without its country', END],
  ['grouped', '+52 (55) 1234-5678'],
  ['percent-encoded', `%2B${DIGITS}`],
  ['percent-encoded whole', percents(DIGITS)],
  ['in base64', bytes(DIGITS).toString('base64')],
  ['in base64, one further', bytes(`x${DIGITS}`).toString('base64')],
  ['in base64, two further', bytes(`xy${DIGITS}`).toString('base64url')],
  ['in base64 that follows something', `id-x${bytes(`+${DIGITS}`).toString('base64')}`],
  ['in base64, percent-encoded', encodeURIComponent(bytes(`+${DIGITS}0`).toString('base64'))],
  ['in hexadecimal', bytes(DIGITS).toString('hex')],
  ['in hexadecimal that follows something', `a${bytes(DIGITS).toString('hex')}`],
] as const

describe('somebody’s number', () => {
  test.each(FORMS)('is seen where it is told %s', (_form, written) => {
    expect(numbersIn(`{"told":"${written}"}`)).toContain(END)
  })

  test.each([
    JSON.stringify({ person: { phone: `+${DIGITS}` } }),
    JSON.stringify({ messages: [{ from: DIGITS, id: 'wamid.x' }] }),
    `POST /x From=whatsapp%3A%2B${DIGITS}&Body=hola`,
    `phone=%2B${DIGITS}`,
  ])('is known once it was sent: %s', (sent) => {
    const watch = watchNumbers()
    watch.sent(sent)
    watch.told('log', `at 10:22, ${DIGITS}`)
    watch.told('log', 'at 10:22, +525599999999')
    expect(watch.leaks()).toEqual([`log: at 10:22, ${DIGITS}`])
  })
})

describe('a service', () => {
  let service: Service
  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
  }, 60_000)

  test('whose people did all sorts of things was watched while it told of them', async () => {
    const phone = newPhone()
    await writes(service, { from: phone.slice(1) }, '#want')
    await handedIn(service, { phone })
    await tells(service, phone, 'Salir')
    await maySend(service, phone)
    expect(await handIn(service, { phone: `${phone}000` })).toMatchObject({ status: 422 })
    const { numbers, tellings } = numbersHere.watched()
    expect(numbers).toBeGreaterThan(1)
    expect(tellings).toBeGreaterThan(6)
  })

  test.each([
    ['a log', (phone: string) => service.deps.report(`asking ${phone}`, new Error(phone)), 0],
    ['a problem', (phone: string) => numbersHere.told('problem', `{"phone":"${phone}"}`), 1],
    ['a metric', (phone: string) => numbersHere.told('metrics', `quiero_x{route="/${phone}"}`), 1],
    [
      'a webhook',
      (phone: string) => numbersHere.told('webhook', bytes(phone).toString('base64')),
      1,
    ],
  ] as const)('is found out where %s holds a number', async (_what, plant, count) => {
    const phone = newPhone()
    await maySend(service, phone)
    expect(numbersHere.leaks()).toEqual([])
    plant(phone)
    expect(numbersHere.leaks()).toHaveLength(count)
  })

  test('may tell of the company’s own numbers', () => {
    numbersHere.sent(JSON.stringify(demoDocument()))
    numbersHere.told('problem', JSON.stringify(demoDocument()))
    expect(numbersHere.leaks()).toEqual([])
  })

  afterAll(() => service.close())
})
