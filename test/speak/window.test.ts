import { beforeEach, describe, expect, test } from 'vitest'
import { handInMessage, newPhone, tells } from '../http/acts.ts'
import { newWamid } from '../http/meta.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingOn, textIn } from './talking.ts'

const MINUTE = 60_000

const provider = fakeProvider()
const talking = talkingOn('sqlite', provider)

beforeEach(() => talking().begin())

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

describe('outside the 24-hour window', () => {
  test('a yes is confirmed by the template that the document names', async () => {
    await talking().load({ templates })
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
      await talking().load({ templates })
      await late(words)
      await talking().speak()
      expect(provider.asked).toEqual([])
      expect(await talking().fates()).toEqual([expect.stringContaining('withheld too_late')])
    },
  )

  test('begins when the day has passed, to the second', async () => {
    await talking().load({ templates })
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
