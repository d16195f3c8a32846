import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, handedIn, history, maySend, newPhone, reasons, writes } from './acts.ts'
import { text, type Wire } from './meta.ts'

const button = (payload: string, title: string): Wire => ({
  type: 'button',
  button: { payload, text: title },
  context: { from: '5511912345678', id: 'wamid.CTX' },
})

const reply = (type: 'button_reply' | 'list_reply', id: string, title: string): Wire => ({
  type: 'interactive',
  interactive: { type, [type]: { id, title, description: 'STOP' } },
})

const captioned = (type: string, caption: string): Wire => ({
  type,
  [type]: { caption, id: '1003383421387256', mime_type: 'image/jpeg' },
})

const STOPS: readonly (readonly [what: string, content: Wire])[] = [
  ['a text', text('Salir')],
  ['a text in full width, with spaces and marks', text('  ＳＡＬＩＲ!! ')],
  ['a text with an emoji beyond the first plane', text('🛑 STOP 🛑')],
  ['a template’s button by its payload', button('OPT_OUT', 'Gracias')],
  ['a template’s button by its title', button('xyz', 'Unsubscribe')],
  ['an answer’s button by its id', reply('button_reply', 'OPT_OUT', 'Ya no')],
  ['an answer’s button by its title', reply('button_reply', 'x', 'Detener')],
  ['a list’s row', reply('list_reply', 'OPT_OUT', 'Nada')],
  ['the words under a picture', captioned('image', 'STOP')],
  ['the words under a film', captioned('video', 'baja')],
  ['the words under a file', captioned('document', 'sair')],
]

const NO_STOPS: readonly (readonly [what: string, content: Wire])[] = [
  ['a bus', text('bus stop')],
  ['a picture without words', { type: 'image', image: { id: '1' } }],
  ['a voice message', { type: 'audio', audio: { id: '1', voice: true } }],
  ['a place', { type: 'location', location: { latitude: 19.4, longitude: -99.1, name: 'STOP' } }],
  ['a list’s row whose description is a word', reply('list_reply', 'cat:orders', 'Pedidos')],
]

/** What is no message, and how much of it is kept for inspection. */
const NO_MESSAGES: readonly (readonly [content: Wire, kept: number])[] = [
  [{ type: 'reaction', reaction: { message_id: 'wamid.CTX', emoji: '👍' } }, 0],
  [{ type: 'reaction', reaction: { message_id: 'wamid.CTX' } }, 0],
  [{ type: 'system', system: { type: 'customer_identity_changed' } }, 0],
  [{ type: 'unsupported', errors: [{ code: 131_051 }] }, 0],
  [{ type: 'edit', edit: { message: { text: { body: 'hola' } } } }, 0],
  [{ type: 'revoke', revoke: { original_message_id: 'wamid.CTX' } }, 0],
  [{ type: 'request_welcome' }, 0],
  [{ type: 'something_new', something_new: { caption: 'hola' } }, 1],
  [{ text: { body: 'hola' } }, 1],
]

describe.each(ENGINES)('a message that Meta delivers, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    return phone
  }

  test.each(STOPS)('stops everything before it is answered when it is %s', async (_, content) => {
    const phone = await consented()
    await writes(service(), by(phone), content)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    const [, stop] = await history(service(), phone)
    expect(await maySend(service(), phone)).toMatchObject({ evidence: stop?.id, proof: null })
    expect(stop?.act).toMatchObject({ kind: 'message', meaning: 'opt_out', heardBy: 'signed' })
  })

  test.each(NO_STOPS)('stops nothing when it is %s', async (_, content) => {
    const phone = await consented()
    await writes(service(), by(phone), content)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('lifts a stop when it says anything else', async () => {
    const phone = await consented()
    await writes(service(), by(phone), 'SALIR')
    await writes(service(), by(phone), 'hola, ¿dónde está mi pedido?')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('is kept of what was said only where it says yes or no', async () => {
    const phone = await consented()
    await writes(service(), by(phone), 'me duele la cabeza')
    const events = await history(service(), phone)
    expect(events.map(({ evidence }) => evidence?.text)).toEqual(['#want', undefined])
    expect(JSON.stringify(events)).not.toContain('cabeza')
  })

  test.each([
    [
      'the payload of one category',
      button('OPT_OUT:offers', 'Sin ofertas'),
      'consented',
      'revoked',
    ],
    ['the payload of all marketing', button('OPT_OUT_MARKETING', 'Salir'), 'consented', 'revoked'],
    ['a keyword with a category', text('#stop offers'), 'consented', 'revoked'],
    ['a keyword with a title', text('#stop Pedidos'), 'revoked', 'consented'],
    ['a keyword with something else', text('#stop zapatos'), 'blocked', 'blocked'],
  ])('revokes by %s', async (_, content, orders, offers) => {
    const phone = await consented()
    await writes(service(), by(phone), content)
    expect(await reasons(service(), phone)).toEqual([orders, offers])
  })

  test.each([
    ['a bare keyword', text('#want'), 'consented', 'consented'],
    ['a keyword in capitals', text('#WANT'), 'consented', 'consented'],
    ['a keyword with an id', text('#want offers'), 'never_asked', 'consented'],
    [
      'a keyword with a title of another language',
      text('#want Orders'),
      'consented',
      'never_asked',
    ],
    ['a button’s payload', button('want:offers', 'Quiero ofertas'), 'never_asked', 'consented'],
    ['an answer’s id', reply('button_reply', 'want:orders,offers', 'Sí'), 'consented', 'consented'],
    ['a keyword under a picture', captioned('image', '#want orders'), 'consented', 'never_asked'],
    ['a keyword that is not first', text('yo #want'), 'never_asked', 'never_asked'],
    ['a keyword with an opt-out', text('#want stop'), 'never_asked', 'never_asked'],
  ])('grants by %s', async (_, content, orders, offers) => {
    const phone = newPhone()
    await writes(service(), by(phone), content)
    expect(await reasons(service(), phone)).toEqual([orders, offers])
  })

  test('grants what a form’s code says when a button carries it', async () => {
    const phone = newPhone()
    const { code } = await handedIn(service(), { phone, categories: ['offers'] })
    await writes(service(), by(phone), button(`want:offers:${code}`, 'Sí, quiero'))
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
  })

  test('names the notice of the number’s own language', async () => {
    const phone = '+5511987650001'
    await writes(service(), by(phone), '#want')
    const form = await service().ask('/v1/forms/frm_demo?language=pt')
    const [hash] = form.as<{ noticeToken: string }>().noticeToken.split('.')
    const [yes] = await history(service(), phone)
    expect(yes?.act).toMatchObject({ granted: { notice: hash, form: 'frm_demo' } })
  })

  test.each(NO_MESSAGES)('lifts no stop when it is no message: %j', async (content, kept) => {
    const phone = await consented()
    await writes(service(), by(phone), 'SALIR')
    const before = await service().rows()
    await writes(service(), by(phone), content)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + kept })
  })
})
