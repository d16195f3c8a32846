import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { demoDocument, serviceFor, type Answer } from '../support/service.ts'
import { by, handedIn, history, newPhone, reasons, writes } from './acts.ts'

const BASIC = 'pm:pm-pass'
const WEBHOOK = '/webhooks/postmark/demo/mailbox'

const withMailbox = (): Company => ({
  ...demoDocument(),
  doors: [
    {
      id: 'mailbox',
      kind: 'postmark',
      address: 'want@inbound.example.com',
      provider: { kind: 'postmark', basicAuth: { env: 'QUIERO_SECRET_POSTMARK' } },
    },
  ],
})

let sent = 0

type Mail = {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly text?: string
  readonly stripped?: string
  readonly headers?: Readonly<Record<string, string>>
}

const PASSED = {
  'Authentication-Results': 'mx.example; dkim=pass header.d=example.com; spf=none',
} as const

/** What came with the e-mail stands below what the receiving host wrote. */
const FORGED = { 'authentication-results': 'mx; dkim=pass header.d=example.com' } as const

/** An e-mail as Postmark tells it. */
const wireMail = ({ from = 'ana@example.com', to, subject = '', ...mail }: Mail) => ({
  FromFull: { Email: from, Name: 'Ana', MailboxHash: '' },
  From: from,
  OriginalRecipient: to ?? 'want@inbound.example.com',
  Subject: subject,
  MessageID: `22c74902-a0c1-4511-804f-${String((sent += 1)).padStart(12, '0')}`,
  MailboxHash: '',
  TextBody: mail.text ?? '',
  StrippedTextReply: mail.stripped ?? '',
  Headers: Object.entries(mail.headers ?? PASSED).map(([Name, Value]) => ({ Name, Value })),
})

describe('an e-mail to a door', () => {
  const service = serviceFor({ engine: 'sqlite', secrets: { QUIERO_SECRET_POSTMARK: BASIC } })

  const post = (body: unknown, credentials = BASIC): Promise<Answer> =>
    service().ask(WEBHOOK, {
      body,
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    })

  const mails = async (mail: Mail): Promise<void> => {
    service().pass(2_000)
    expect(await post(wireMail(mail))).toMatchObject({ status: 200 })
  }

  const actsOf = async (email: string) => {
    const found = await service().ask('/v1/people/find', {
      key: service().keys.people,
      body: { person: { email } },
    })
    return found.status === 404 ? [] : (await history(service(), { email })).map(({ act }) => act)
  }

  test('is taken where the document names its provider', async () => {
    await service().load(withMailbox())
    const answer = await post(wireMail({ subject: 'hola' }))
    expect(answer.status).toBe(200)
  })

  test.each([
    ['in the subject', { subject: 'STOP' }],
    ['in an answer’s subject', { subject: 'Re: SALIR', text: '' }],
    ['as all of the text', { subject: 'Ofertas', text: 'Sair.\n' }],
    ['above a signature', { text: 'baja\n\n-- \nAna Gómez\nTel. 555' }],
    ['above what phones add', { text: 'unsubscribe\n\nEnviado desde mi iPhone' }],
    ['above a quotation', { text: 'stop\n\nOn Mon, Ana <a@b.example> wrote:\n> Ofertas de mayo' }],
    ['in what the provider stripped', { text: 'STOP\nquoted', stripped: 'STOP' }],
    ['not aligned at all', { subject: 'stop', headers: {} }],
  ])('that says no %s halts the person at every sender of the door', async (_, mail) => {
    const from = `ana${(sent += 1)}@example.com`
    await mails({ from, ...mail })
    expect(await actsOf(from)).toMatchObject([
      { kind: 'opt_out', source: 'email', categories: null, senders: ['main'] },
    ])
    expect(await reasons(service(), { email: from })).toEqual(['blocked', 'blocked'])
  })

  test.each([
    ['a header', { headers: { 'Authentication-Results': 'dkim=pass '.repeat(100_000) } }],
    ['another header', { headers: { 'Received-SPF': `pass ${'envelope-from="'.repeat(60_000)}` } }],
    ['a text', { text: `stop\n${`On ${'wrote '.repeat(30)}\n`.repeat(5_000)}` }],
    ['an attachment', { text: 'stop', attachment: 'A'.repeat(20_000_000) }],
  ])('that says no, with megabytes of %s, is heard and holds nobody up', async (_, mail) => {
    const from = `ana${(sent += 1)}@example.com`
    const { attachment, ...rest } = { attachment: '', ...mail }
    const wire = wireMail({ from, subject: 'stop', ...rest })
    const Attachments = [{ Name: 'firma.png', Content: attachment }]
    expect(await post({ ...wire, Attachments })).toMatchObject({ status: 200 })
    expect(await reasons(service(), { email: from })).toEqual(['blocked', 'blocked'])
  })

  test.each([
    ['an ordinary text', { subject: 'Mi pedido', text: '¿Cuándo llega?' }],
    ['a stop that is only quoted', { text: 'Gracias\n> STOP\n> SALIR' }],
    ['a machine’s answer', { subject: 'STOP', headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a list’s mail', { subject: 'STOP', headers: { Precedence: 'bulk' } }],
    ['a bounce', { subject: '#want', headers: { 'Return-Path': '<>' } }],
    ['a yes of an unknown code', { subject: '#want 7QK4M2XN' }],
    ['a yes without an aligned pass', { subject: '#want', headers: {} }],
    [
      'a yes that passed for somebody else',
      {
        subject: '#want',
        headers: { 'Authentication-Results': 'mx; dkim=pass header.d=mailer.example' },
      },
    ],
    [
      'a yes with a pass that came with it',
      { subject: '#want', headers: { 'Authentication-Results': 'mx; dkim=fail', ...FORGED } },
    ],
  ])('that is %s changes nothing', async (_, mail) => {
    const from = `ana${(sent += 1)}@example.com`
    await mails({ from, ...mail })
    expect(await actsOf(from)).toEqual([])
  })

  test.each([
    ['in the subject', (code: string) => ({ subject: `#want ${code}` })],
    ['in the text', (code: string) => ({ subject: 'Hola', text: `#want ${code} Sí, quiero` })],
    ['in the address', (code: string) => ({ to: `want+${code}@inbound.example.com` })],
  ])(
    'with a form’s code %s proves a mailbox, and leaves the code for the tap',
    async (_, mailOf) => {
      const from = `ana${(sent += 1)}@example.com`
      const { code } = await handedIn(service(), { categories: 'offers' })
      await mails({ from, ...mailOf(code) })
      expect(await actsOf(from)).toMatchObject([
        { kind: 'opt_in', source: 'email', proof: 'asserted', categories: ['offers'] },
      ])
      expect(await reasons(service(), { email: from })).toEqual(['never_asked', 'pending'])
      const phone = newPhone()
      await writes(service(), by(phone), `#want ${code}`)
      expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
    },
  )

  test('again changes nothing', async () => {
    const mail = wireMail({ from: 'again@example.com', subject: 'STOP' })
    await post(mail)
    const before = await service().rows()
    service().pass(1_000_000)
    expect(await post(mail)).toMatchObject({ status: 200 })
    expect(await service().rows()).toEqual(before)
  })

  test('with other credentials, or with none, is refused so that it is not sent again', async () => {
    const before = await service().rows()
    const mail = wireMail({ subject: 'STOP' })
    expect(await post(mail, 'pm:other')).toMatchObject({
      status: 403,
      problem: 'signature-not-valid',
    })
    expect(await service().ask(WEBHOOK, { body: mail })).toMatchObject({ status: 403 })
    expect(await service().rows()).toEqual(before)
  })

  test.each([
    ['no addresses', { MessageID: '1', Subject: 'STOP' }],
    ['addresses that are none', { ...wireMail({}), FromFull: { Email: 'a b' }, From: 7 }],
    ['hostile keys', JSON.parse('{"__proto__":{"Subject":"STOP"},"MessageID":"2"}') as unknown],
  ])('with %s is kept for inspection', async (_, mail) => {
    const { inbox = 0, events } = await service().rows()
    expect(await post(mail)).toMatchObject({ status: 200 })
    expect(await service().rows()).toMatchObject({ inbox: inbox + 1, events })
  })
})
