import { expect } from 'vitest'
import type { Outgoing } from '../../consent/outgoing.ts'

export const TEXT: Outgoing = {
  from: '+5511912345678',
  to: { number: '+5215512345678', bsuid: 'MX.123' },
  reference: 'evt_1.confirmOptIn',
  content: { kind: 'text', text: 'Listo: “ñ” & más\nlínea' },
}
const TEMPLATE: Outgoing = {
  ...TEXT,
  content: { kind: 'template', name: 'optin', language: 'es_MX', parameters: ['Ana', 'Ofertas'] },
}
export const WITHOUT_NUMBER: Outgoing = { ...TEXT, to: { number: null, bsuid: 'MX.123' } }
export const NOBODY: Outgoing = { ...TEXT, to: { number: null, bsuid: null } }

const cloud = (address: object, content: object) => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...address,
  ...content,
  biz_opaque_callback_data: 'evt_1.confirmOptIn',
})
const CLOUD_TEXT = { type: 'text', text: { preview_url: false, body: 'Listo: “ñ” & más\nlínea' } }
const CLOUD_TEMPLATE = {
  type: 'template',
  template: {
    name: 'optin',
    language: { code: 'es_MX' },
    components: [
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Ana' },
          { type: 'text', text: 'Ofertas' },
        ],
      },
    ],
  },
}
const SINCH = (identity: string, message: object) => ({
  app_id: 'a1',
  recipient: { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity }] } },
  message,
  message_content_type: 'CONTENT_NOTIFICATION',
  correlation_id: 'evt_1.confirmOptIn',
  processing_strategy: 'DEFAULT',
})
const SINCH_TEXT = { text_message: { text: 'Listo: “ñ” & más\nlínea' } }
const BETWEEN = { from: '5511912345678', to: '5215512345678' }
const VONAGE = { channel: 'whatsapp', ...BETWEEN, client_ref: 'evt_1.confirmOptIn' }
const BASIC = `Basic ${Buffer.from('AC1:token').toString('base64')}`

type Kind = 'whatsapp-cloud' | '360dialog' | 'twilio' | 'sinch' | 'infobip' | 'vonage'

/** A provider, what is sent, and the path, the proof and the body that it must be asked with. */
type Request = readonly [Kind, string, Outgoing, string, unknown, unknown]

/** What each provider's documentation asks for (providers sections 2 to 7). */
export const REQUESTS: readonly Request[] = [
  [
    'whatsapp-cloud',
    'a text',
    TEXT,
    '/1065/messages',
    'Bearer token',
    cloud({ to: '+5215512345678' }, CLOUD_TEXT),
  ],
  [
    'whatsapp-cloud',
    'a template',
    TEMPLATE,
    '/1065/messages',
    'Bearer token',
    cloud({ to: '+5215512345678' }, CLOUD_TEMPLATE),
  ],
  [
    'whatsapp-cloud',
    'a text by user id',
    WITHOUT_NUMBER,
    '/1065/messages',
    'Bearer token',
    cloud({ recipient: 'MX.123' }, CLOUD_TEXT),
  ],
  ['360dialog', 'a text', TEXT, '/messages', 'key', cloud({ to: '+5215512345678' }, CLOUD_TEXT)],
  [
    '360dialog',
    'a template',
    TEMPLATE,
    '/messages',
    'key',
    cloud({ to: '+5215512345678' }, CLOUD_TEMPLATE),
  ],
  [
    'twilio',
    'a text',
    TEXT,
    '/2010-04-01/Accounts/AC1/Messages.json',
    BASIC,
    {
      From: 'whatsapp:+5511912345678',
      To: 'whatsapp:+5215512345678',
      Body: 'Listo: “ñ” & más\nlínea',
    },
  ],
  [
    'twilio',
    'a template',
    TEMPLATE,
    '/2010-04-01/Accounts/AC1/Messages.json',
    BASIC,
    {
      From: 'whatsapp:+5511912345678',
      To: 'whatsapp:+5215512345678',
      ContentSid: 'optin',
      ContentVariables: '{"1":"Ana","2":"Ofertas"}',
    },
  ],
  [
    'sinch',
    'a text',
    TEXT,
    '/v1/projects/p1/messages:send',
    'Bearer sinch-1',
    SINCH('5215512345678', SINCH_TEXT),
  ],
  [
    'sinch',
    'a text by user id',
    WITHOUT_NUMBER,
    '/v1/projects/p1/messages:send',
    'Bearer sinch-1',
    SINCH('MX.123', SINCH_TEXT),
  ],
  [
    'sinch',
    'a template',
    TEMPLATE,
    '/v1/projects/p1/messages:send',
    'Bearer sinch-1',
    SINCH('5215512345678', {
      template_message: {
        channel_template: {
          WHATSAPP: {
            template_id: 'optin',
            language_code: 'es_MX',
            parameters: { 'body[1]text': 'Ana', 'body[2]text': 'Ofertas' },
          },
        },
      },
    }),
  ],
  [
    'infobip',
    'a text',
    TEXT,
    '/whatsapp/1/message/text',
    'App key',
    {
      ...BETWEEN,
      callbackData: 'evt_1.confirmOptIn',
      content: { text: 'Listo: “ñ” & más\nlínea' },
    },
  ],
  [
    'infobip',
    'a template',
    TEMPLATE,
    '/whatsapp/1/message/template',
    'App key',
    {
      messages: [
        {
          ...BETWEEN,
          callbackData: 'evt_1.confirmOptIn',
          content: {
            templateName: 'optin',
            templateData: { body: { placeholders: ['Ana', 'Ofertas'] } },
            language: 'es_MX',
          },
        },
      ],
    },
  ],
  [
    'vonage',
    'a text',
    TEXT,
    '/v1/messages',
    expect.stringMatching(/^Bearer ey/u),
    { ...VONAGE, message_type: 'text', text: 'Listo: “ñ” & más\nlínea' },
  ],
  [
    'vonage',
    'a template',
    TEMPLATE,
    '/v1/messages',
    expect.stringMatching(/^Bearer ey/u),
    {
      ...VONAGE,
      message_type: 'template',
      template: { name: 'optin', parameters: ['Ana', 'Ofertas'] },
      whatsapp: { policy: 'deterministic', locale: 'es_MX' },
    },
  ],
]
