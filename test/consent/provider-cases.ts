import { readFileSync } from 'node:fs'
import type { Company } from '../../consent/company.ts'
import type { Case, Change } from './refusal-cases.ts'

const file = new URL('../../demo/company.json', import.meta.url)
const { senders } = JSON.parse(readFileSync(file, 'utf8')) as Company

const door = (settings: object): Change => ['doors', [{ id: 'door', ...settings }]]

const secondSender = (change: Partial<Company['senders'][number]>): Change => [
  'senders',
  [...senders, ...senders.map((sender) => ({ ...sender, id: 'second', ...change }))],
]

/** Cases of providers that are not of the place where they are named. */
export const PROVIDER_CASES: Readonly<Record<number, readonly Case[]>> = {
  55: [
    ...['postmark', 'twilio-sms', 'pigeon', '__proto__', 7].map((kind): Case => [
      `a sender at ${kind}`,
      ['senders.0.provider.kind', kind],
    ]),
    ...['mailgun', 'whatsapp-cloud', 'sms', undefined].map((kind): Case => [
      `a mailbox of Postmark’s at ${kind}`,
      door({ kind: 'postmark', address: 'a@b.example', provider: { kind } }),
      '$.doors[0].provider.kind',
    ]),
    [
      'a door that is of a WhatsApp provider',
      door({ kind: 'twilio', provider: { kind: 'twilio' } }),
      '$.doors[0].provider.kind',
    ],
  ],
  56: [
    ['a sender’s number again', secondSender({}), '$.senders[1].phone'],
    [
      'its id at Meta again',
      secondSender({ phone: '+5511912345670' }),
      '$.senders[1].provider.phoneNumberId',
    ],
    [
      'an SMS number again',
      ['doors', ['one', 'two'].map((id) => ({ id, kind: 'sms', phone: '+5511912345679' }))],
      '$.doors[1].phone',
    ],
    [
      'a mailbox again, in capitals',
      [
        'doors',
        ['a@b.example', 'A@B.example'].map((address, n) => ({
          id: `d${n}`,
          kind: 'postmark',
          address,
        })),
      ],
      '$.doors[1].address',
    ],
  ],
}
