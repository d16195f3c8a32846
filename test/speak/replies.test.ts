import { beforeEach, describe, expect, test } from 'vitest'
import type { Sender } from '../../consent/company.ts'
import { by, handedIn, handIn, handInMessage, hear, newPhone, tells, writes } from '../http/acts.ts'
import { messages, newWamid } from '../http/meta.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingDocument, talkingOn, textIn } from './talking.ts'

const MINUTE = 60_000

const provider = fakeProvider()
const talking = talkingOn('sqlite', provider)

const load = (change: Partial<Sender> = {}) => talking().service.load(talkingDocument(change))

beforeEach(async () => {
  await load()
  await talking().speak()
  await talking().fates()
  provider.forget()
})

/** What somebody is answered who writes this. */
const answerTo = async (phone: string, words: string): Promise<readonly string[]> => {
  provider.forget()
  await writes(talking().service, by(phone), words)
  await talking().speak()
  return talking().said()
}

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
    await load({ strictRevocation: true })
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
    await load({ replies })
    expect(await answerTo(newPhone(), words)).toEqual([])
    expect(await talking().fates()).toEqual([])
    await load()
    await writes(talking().service, by(newPhone()), words)
    await load({ replies })
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

describe('outside the 24-hour window', () => {
  const late = async (words: string): Promise<void> => {
    const { service } = talking()
    const at = new Date(service.now() - 25 * 60 * MINUTE).toISOString()
    const heard = await handInMessage(service, {
      from: { phone: newPhone() },
      text: words,
      at,
      id: newWamid(),
    })
    expect(heard.status).toBe(200)
  }

  const templates = {
    confirmOptIn: {
      es: {
        name: 'optin_confirm',
        language: 'es_MX',
        parameters: ['company', 'categories', 'link'],
      },
    },
  } as const

  test('a yes is confirmed by the template that the document names', async () => {
    await load({ templates })
    await late('#want')
    await talking().speak()
    expect(JSON.parse(provider.taken[0]?.body ?? '')).toMatchObject({
      type: 'template',
      template: {
        name: 'optin_confirm',
        language: { code: 'es_MX' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Café Aurora' },
              { type: 'text', text: 'Pedidos, Ofertas' },
              { type: 'text', text: 'https://quiero.example/f/frm_demo?language=es' },
            ],
          },
        ],
      },
    })
    expect(await talking().fates()).toEqual(['confirmOptIn sent -'])
  })

  test('and without one nothing is said, which is counted', async () => {
    await late('#want')
    await talking().speak()
    expect(provider.asked).toEqual([])
    expect(await talking().fates()).toEqual(['confirmOptIn withheld no_template'])
  })

  test.each(['salir', 'ayuda', 'ya no me escriban por favor'])(
    'nobody is answered who wrote %s a day ago',
    async (words) => {
      await load({ templates })
      await late(words)
      await talking().speak()
      expect(provider.asked).toEqual([])
      expect(await talking().fates()).toEqual([expect.stringContaining('withheld too_late')])
    },
  )

  test('begins when the day has passed, to the second', async () => {
    await load({ templates })
    await tells(talking().service, newPhone(), '#want')
    talking().service.pass(24 * 60 * MINUTE - 1_000)
    await talking().speak()
    expect(textIn(provider.taken[0]?.body ?? '')).toContain('Listo.')
    await tells(talking().service, newPhone(), '#want')
    talking().service.pass(24 * 60 * MINUTE)
    await talking().speak()
    expect(provider.taken[1]?.body).toContain('"type":"template"')
  })
})
