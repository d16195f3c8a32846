import { beforeEach, describe, expect, test } from 'vitest'
import { speak } from '../../server/actions/speak.ts'
import { by, newPhone, writes } from '../http/acts.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingOn } from './talking.ts'

const MINUTE = 60_000

const provider = fakeProvider()
const talking = talkingOn('sqlite', provider)

beforeEach(() => talking().begin())

/** What somebody is answered who writes this. */
const answerTo = (phone: string, words: string) => talking().answerTo(phone, words)

describe('an opt-out', () => {
  test.each([
    ['+5255', 'Salir', 'Listo. Ya no recibirás mensajes de Café Aurora por WhatsApp desde +55 11'],
    ['+5255', 'STOP', 'Listo. Ya no recibirás mensajes'],
    ['+5511', 'stop', 'Pronto. Você não vai mais receber mensagens de Café Aurora'],
    ['+1212', 'stop', 'Listo. Ya no recibirás'],
    ['+1212', 'unsubscribe', 'Done. You will get no more messages from Café Aurora on WhatsApp'],
    ['+5255', 'sair', 'Pronto. Você não vai mais receber'],
  ])('of %s… who writes %s is confirmed: %s', async (prefix, words, said) => {
    const own = newPhone().slice(prefix === '+5511' ? 5 : 6)
    const phone =
      prefix === '+5255' ? newPhone() : `${prefix}${prefix === '+5511' ? '9' : ''}${own}`
    const answers = await answerTo(phone, words)
    expect(answers).toHaveLength(1)
    expect(answers[0]).toContain(said)
  })

  test('holds no link and nothing but itself', async () => {
    const [said] = await answerTo(newPhone(), 'salir')
    expect(said).toBe(
      'Listo. Ya no recibirás mensajes de Café Aurora por WhatsApp desde +55 11 91234 5678.',
    )
  })

  test('of one category is confirmed as that', async () => {
    const phone = newPhone()
    await answerTo(phone, '#want')
    const [said] = await answerTo(phone, '#stop offers')
    expect(said).toContain('ya no te escribirá por WhatsApp sobre:\n• Ofertas')
  })

  test('is the only thing said to somebody who opted out before anything was', async () => {
    const phone = newPhone()
    await writes(talking().service, by(phone), '#want')
    await writes(talking().service, by(phone), 'help')
    await writes(talking().service, by(phone), 'please stop messaging me')
    await writes(talking().service, by(phone), 'SALIR')
    await talking().speak()
    expect(talking().said()).toEqual([expect.stringContaining('Ya no recibirás')])
    expect((await talking().fates()).toSorted()).toEqual([
      'askBack withheld blocked',
      'confirmOptIn withheld blocked',
      'confirmOptOut sent -',
      'help withheld blocked',
    ])
  })

  test('that comes when the request is about to go out is in time', async () => {
    const phone = newPhone()
    await writes(talking().service, by(phone), '#want')
    const { deps } = talking().service
    const stored = await deps.memory.company('demo')
    if (!stored) throw new Error('the demo company is not there')
    const demo = deps.memory.of('demo')
    let written = 0
    const write: typeof demo.write = async (work) => {
      const result = await demo.write(work)
      written += 1
      // First the reply is claimed, then it is marked as on its way.
      if (written === 2) await writes(talking().service, by(phone), 'salir')
      return result
    }
    const slow = { ...deps, memory: { ...deps.memory, of: () => ({ ...demo, write }) } }
    await speak(slow, stored)
    expect(provider.asked).toEqual([])
    expect(await talking().fates()).toEqual([
      'confirmOptIn withheld blocked',
      'confirmOptOut waiting -',
    ])
  })

  test('said six times over is confirmed once', async () => {
    const phone = newPhone()
    await answerTo(phone, 'salir')
    for (const word of ['salir', 'STOP', 'sair', 'baja', 'SALIR!!']) {
      expect(await answerTo(phone, word)).toEqual([])
    }
    expect(await talking().fates()).toEqual([
      'confirmOptOut sent -',
      ...Array.from({ length: 5 }, () => 'confirmOptOut withheld already_said'),
    ])
  })

  test('after coming back is confirmed anew', async () => {
    const phone = newPhone()
    expect(await answerTo(phone, 'salir')).toHaveLength(1)
    expect(await answerTo(phone, 'hola')).toEqual([])
    expect(await answerTo(phone, 'salir')).toHaveLength(1)
  })

  test('is not confirmed to somebody who has come back meanwhile', async () => {
    const phone = newPhone()
    await writes(talking().service, by(phone), 'salir')
    await writes(talking().service, by(phone), 'hola')
    await talking().speak()
    expect(talking().said()).toEqual([])
    expect(await talking().fates()).toEqual(['confirmOptOut withheld no_longer_stands'])
  })

  test.each([
    [5 * MINUTE, 1, 'confirmOptOut sent -'],
    [5 * MINUTE + 1000, 0, 'confirmOptOut withheld too_late'],
    [6 * MINUTE, 0, 'confirmOptOut withheld too_late'],
  ])('that waited %d ms is confirmed %d times', async (ms, times, fate) => {
    await writes(talking().service, by(newPhone()), 'salir')
    // The person wrote in the second that Meta tells.
    talking().service.pass(ms - (talking().service.now() % 1000))
    await talking().speak()
    expect(talking().said()).toHaveLength(times)
    expect(await talking().fates()).toEqual([fate])
  })
})
