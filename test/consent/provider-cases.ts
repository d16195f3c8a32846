import type { Case, Change } from './refusal-cases.ts'

const door = (settings: object): Change => ['doors', [{ id: 'door', ...settings }]]

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
}
