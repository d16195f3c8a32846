import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, found, hear, history, newPhone, person, reasons, writes } from './acts.ts'
import { messages, newWamid, text, type Wire, wireMessage } from './meta.ts'

const CONSENTED = ['consented', 'consented']
const BLOCKED = ['blocked', 'blocked']

const nfmReply = (answers: Wire): Wire => ({
  type: 'interactive',
  interactive: {
    type: 'nfm_reply',
    nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(answers) },
  },
})

const picture = (type: string, more: Wire = {}): Wire => ({
  type,
  [type]: { id: '1003383421387256', mime_type: 'image/jpeg', sha256: 'aa', ...more },
})

/** Everything that people write, and what it means to consent. */
const KINDS: readonly (readonly [string, Wire, string])[] = [
  ['a text', text('hola'), 'other'],
  ['a picture', picture('image'), 'other'],
  ['a picture that says stop', picture('image', { caption: 'STOP' }), 'opt_out'],
  ['a video that says stop', picture('video', { caption: 'salir' }), 'opt_out'],
  ['a document with a keyword', picture('document', { caption: '#want' }), 'subscribe'],
  ['a voice note', picture('audio', { voice: true }), 'other'],
  ['a sticker', picture('sticker', { animated: false }), 'other'],
  ['a place', { type: 'location', location: { latitude: 1, longitude: 2, name: 'STOP' } }, 'other'],
  [
    'a card',
    { type: 'contacts', contacts: [{ origin: 'other', phones: [{ wa_id: '5215512345678' }] }] },
    'other',
  ],
  ['an order', { type: 'order', order: { catalog_id: '1', product_items: [] } }, 'other'],
  ['an order with a note', { type: 'order', order: { catalog_id: '1', text: 'Baja' } }, 'opt_out'],
  [
    'a button',
    { type: 'button', button: { payload: 'OPT_OUT', text: 'No más mensajes' } },
    'opt_out',
  ],
  [
    'an answer',
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'want:offers', title: 'Sí' } },
    },
    'subscribe',
  ],
  [
    'a choice',
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'OPT_OUT:offers', title: 'Ofertas' } },
    },
    'unsubscribe_category',
  ],
  ['a Flow', nfmReply({ flow_token: 'x', choice: '#want', text: 'STOP' }), 'other'],
  [
    'a permission to call',
    {
      type: 'interactive',
      interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
    },
    'other',
  ],
  [
    'a text after an advertisement',
    { ...text('#want offers'), referral: { source_type: 'ad', body: 'STOP', ctwa_clid: 'x' } },
    'subscribe',
  ],
  ['an answer to a message', { ...text('STOP'), context: { id: newWamid() } }, 'opt_out'],
]

/** What nobody wrote. */
const NO_MESSAGES: readonly (readonly [string, Wire])[] = [
  ['a reaction', { type: 'reaction', reaction: { message_id: newWamid(), emoji: '👍' } }],
  ['a reaction taken back', { type: 'reaction', reaction: { message_id: newWamid() } }],
  ['a message taken back', { type: 'revoke', revoke: { original_message_id: newWamid() } }],
  ['a chat that was opened', { type: 'request_welcome' }],
  ['what Meta cannot show', { type: 'unsupported', errors: [{ code: 131051 }] }],
  ['a note of another kind', { type: 'system', system: { type: 'customer_identity_changed' } }],
  ['an edit', { type: 'edit', edit: { message: { type: 'text', text: { body: '#want' } } } }],
  ['an edit to a greeting', { type: 'edit', edit: { message: text('hola') } }],
  ['an edit to a return', { type: 'edit', edit: { message: text('#start') } }],
  ['an edit without words', { type: 'edit', edit: {} }],
]

describe.each(ENGINES)('what a person sends to Meta, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test.each(KINDS)('%s, is heard for what it says', async (_, content, meaning) => {
    const phone = newPhone()
    await writes(service(), by(phone), content)
    const [event] = await history(service(), phone)
    expect(event?.act).toMatchObject({ kind: 'message', heardBy: 'signed', meaning })
    const { senders } = await person(service(), phone)
    expect(senders[0]?.windowOpenUntil).not.toBeNull()
  })

  test.each(NO_MESSAGES)('%s, says nothing and lifts no block', async (_, content) => {
    const stranger = newPhone()
    await writes(service(), by(stranger), content)
    expect((await found(service(), stranger)).status).toBe(404)
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    await writes(service(), by(phone), 'STOP')
    await writes(service(), by(phone), content)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    expect(await history(service(), phone)).toHaveLength(2)
  })

  test.each([
    ['a message within it', { message: { type: 'text', text: { body: 'STOP' } } }],
    ['a caption within it', { message: { type: 'image', image: { caption: 'STOP' } } }],
    ['a text', { text: { body: 'STOP' } }],
    ['a bare text', { body: 'STOP' }],
  ])('an edit to a stop, told as %s, is a stop, even under the first id', async (_, edit) => {
    const phone = newPhone()
    const first = await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
    const { id } = first
    await writes(service(), by(phone), { id, type: 'edit', edit })
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('the own number, shared because it was asked for, is known to be theirs', async () => {
    const phone = newPhone()
    const bsuid = `MX.2${phone.slice(1)}`
    await writes(service(), { from_user_id: bsuid }, 'SALIR')
    await writes(
      service(),
      { from_user_id: bsuid },
      {
        type: 'contacts',
        contacts: [{ origin: 'contact_request', phones: [{ phone, wa_id: phone.slice(1) }] }],
      },
    )
    expect((await person(service(), phone)).id).toBe((await person(service(), { bsuid })).id)
    expect(await history(service(), phone)).toHaveLength(2)
  })

  test.each([
    ['that they sent of themselves', 'other'],
    ['of unknown origin', undefined],
  ])('a card %s is nobody’s number', async (_, origin) => {
    const phone = newPhone()
    const bsuid = `MX.3${phone.slice(1)}`
    const phones = [{ phone, wa_id: phone.slice(1) }]
    await writes(
      service(),
      { from_user_id: bsuid },
      { type: 'contacts', contacts: [{ origin, phones }] },
    )
    expect((await found(service(), phone)).status).toBe(404)
    expect((await found(service(), { bsuid })).status).toBe(200)
  })

  test('a parent’s id stands for the person, beside the own id or in its place', async () => {
    const phone = newPhone()
    const [bsuid, parent] = [`US.4${phone.slice(1)}`, `US.ENT.4${phone.slice(1)}`]
    await writes(service(), { from_user_id: bsuid, from_parent_user_id: parent }, '#want')
    const message = wireMessage(service().now() + 2_000, text('SALIR'))
    const contacts = [{ profile: { name: 'Ana' }, parent_user_id: parent }]
    service().pass(2_000)
    await hear(service(), messages([message], { contacts }))
    expect(await reasons(service(), { bsuid })).toEqual(BLOCKED)
    expect(await reasons(service(), { bsuid: parent })).toEqual(BLOCKED)
    await writes(
      service(),
      { ...by(phone), from_user_id: bsuid, from_parent_user_id: parent },
      'ok',
    )
    expect((await person(service(), phone)).conflict).toBeNull()
    expect((await person(service(), phone)).knownBy).toHaveLength(3)
  })

  test('a parent’s id that was known first is one with the own id that comes later', async () => {
    const phone = newPhone()
    const [bsuid, parent] = [`US.5${phone.slice(1)}`, `US.ENT.5${phone.slice(1)}`]
    await writes(service(), { from_parent_user_id: parent }, '#want')
    await writes(service(), { from_user_id: bsuid, from_parent_user_id: parent }, 'hola')
    expect(await reasons(service(), { bsuid })).toEqual(CONSENTED)
    const other = `US.6${phone.slice(1)}`
    await writes(service(), { from_user_id: bsuid }, '#stop offers')
    await writes(service(), { from_user_id: other, from_parent_user_id: parent }, 'hola')
    expect(await reasons(service(), { bsuid: other })).toEqual(['never_asked', 'revoked'])
  })
})
