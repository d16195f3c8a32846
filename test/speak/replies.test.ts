import { beforeEach, describe, expect, test } from 'vitest'
import { by, handedIn, newPhone, writes } from '../http/acts.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingOn } from './talking.ts'

const provider = fakeProvider()
const talking = talkingOn('sqlite', provider)

beforeEach(() => talking().begin())

/** What somebody is answered who writes this. */
const answerTo = (phone: string, words: string) => talking().answerTo(phone, words)

describe('a want', () => {
  test('is confirmed with what was agreed, from which number, and how to stop', async () => {
    const phone = newPhone()
    expect(await answerTo(phone, '#want')).toEqual([
      'Listo. Café Aurora te escribirá por WhatsApp desde +55 11 91234 5678 sobre:\n' +
        '• Pedidos (hasta 3 mensajes por pedido)\n• Ofertas (hasta 4 mensajes al mes)\n\n' +
        'Para dejar de recibir todo, responde SALIR. Para dejar un solo tema, responde #stop y su nombre, por ejemplo «#stop Pedidos».',
    ])
    const [request] = provider.taken
    expect(request?.path).toBe('/106540352242922/messages')
    expect(request?.headers['authorization']).toBe('Bearer meta-access-token')
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phone,
      type: 'text',
      text: { preview_url: false },
      biz_opaque_callback_data: expect.stringMatching(/^evt_[0-9a-f]{32}\.confirmOptIn$/u),
    })
    expect(await talking().fates()).toEqual(['confirmOptIn sent -'])
  })

  test('by a code is confirmed in the language of the form, with what was ticked and no more', async () => {
    const phone = newPhone()
    const { code } = await handedIn(talking().service, {
      phone,
      categories: 'offers',
      language: 'pt',
      noticeToken: (await portuguese()).noticeToken,
    })
    const [said] = await answerTo(phone, `#want ${code}`)
    expect(said).toContain('Pronto. Café Aurora vai escrever para você')
    expect(said).toContain('• Ofertas (até 4 mensagens por mês)')
    expect(said).not.toContain('Pedidos')
  })

  test('with a code that was used or was never given out is answered with the form', async () => {
    const { code } = await handedIn(talking().service, {})
    await answerTo(newPhone(), `#want ${code}`)
    for (const wrong of [code, 'K7Q2MXA']) {
      const [said, ...more] = await answerTo(newPhone(), `#want ${wrong}`)
      expect(said).toContain('No cambiamos nada')
      expect(said).toContain('https://quiero.example/f/frm_demo?language=es')
      expect(more).toEqual([])
    }
    expect((await talking().fates()).toSorted()).toEqual([
      'confirmOptIn sent -',
      'freshLink sent -',
      'freshLink sent -',
    ])
  })

  test('that was taken back before it is said is not confirmed', async () => {
    const phone = newPhone()
    await writes(talking().service, by(phone), '#want')
    await writes(talking().service, by(phone), '#stop offers')
    await writes(talking().service, by(phone), '#stop orders')
    await talking().speak()
    expect(talking().said().join('\n')).not.toContain('escribirá por WhatsApp desde')
    expect(await talking().fates()).toContain('confirmOptIn withheld no_longer_stands')
  })

  test('of which a part was taken back is confirmed for the rest', async () => {
    const phone = newPhone()
    await writes(talking().service, by(phone), '#want')
    await writes(talking().service, by(phone), '#stop offers')
    await talking().speak()
    const confirmed = talking()
      .said()
      .find((said) => said.includes('desde +55'))
    expect(confirmed).toContain('• Pedidos')
    expect(confirmed).not.toContain('Ofertas')
  })
})

const portuguese = async () =>
  (await talking().service.ask('/v1/forms/frm_demo?language=pt')).as<{ noticeToken: string }>()

describe('a text that sounds like an opt-out', () => {
  test('is asked back, in its own language, once', async () => {
    const phone = newPhone()
    expect(await answerTo(phone, 'ya no me escriban por favor')).toEqual([
      '¿Quieres dejar de recibir mensajes de Café Aurora? Responde SALIR y no te escribirá más desde este número.',
    ])
    expect(await answerTo(phone, 'ya no me escriban por favor')).toEqual([])
    const [english] = await answerTo(newPhone(), 'please stop messaging me')
    expect(english).toContain('Do you want to stop getting messages from Café Aurora? Reply STOP')
    expect(await talking().fates()).toContain('askBack withheld said_lately')
  })

  test('is confirmed as an opt-out where the sender is strict', async () => {
    await talking().load({ strictRevocation: true })
    const [said] = await answerTo(newPhone(), 'ya no me escriban por favor')
    expect(said).toContain('Ya no recibirás')
  })
})

describe('help', () => {
  test('tells whose chat it is, how to stop and where to look', async () => {
    const [said] = await answerTo(newPhone(), 'ayuda')
    expect(said).toContain('Este es el chat de Café Aurora en WhatsApp (+55 11 91234 5678)')
    expect(said).toContain('responde SALIR')
    expect(said).toContain('https://quiero.example/n/demo/main?language=es')
    expect(said).toContain('https://cafe-aurora.example/privacidad')
  })
})
