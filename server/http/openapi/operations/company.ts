import { AskQuality } from '../../../../contract/quality.ts'
import type { Operations } from '../operation.ts'

const DOCUMENT = {
  id: 'demo',
  name: 'Café Aurora',
  businessManagerId: '1234567890',
  privacyUrl: 'https://cafe-aurora.example/privacidad',
  languages: ['es'],
  categories: [
    {
      id: 'offers',
      kind: 'marketing',
      title: { es: 'Ofertas' },
      example: {
        es: 'Esta semana tostamos un Huila con notas de panela: 15 % menos hasta el domingo.',
      },
      frequency: { atMost: 4, per: 'month' },
    },
  ],
  senders: [
    {
      id: 'main',
      phone: '+5511912345678',
      displayName: 'Café Aurora',
      badge: 'verified',
      provider: {
        kind: 'whatsapp-cloud',
        phoneNumberId: '106540352242922',
        appSecret: { env: 'QUIERO_SECRET_META' },
        verifyToken: { env: 'QUIERO_SECRET_META_VERIFY' },
      },
    },
  ],
  keywords: [{ word: '#want', form: 'frm_demo' }],
  forms: [
    {
      id: 'frm_demo',
      sender: 'main',
      categories: ['offers'],
      origins: ['https://shop.example'],
      countries: ['MX', 'BR', 'AR'],
    },
  ],
}

const TEMPLATE_EXAMPLE = {
  title: 'Una oferta',
  body: 'Hola, {{1}}: en Café Aurora hay {{2}} de descuento hoy. Para no recibir más, responde SALIR.',
  samples: ['Ana', '15 %'],
}

const LOOK_BACK = {
  from: '2026-10-23T18:29:27.647Z',
  to: '2026-11-22T18:29:27.647Z',
  sources: [
    {
      sender: 'main',
      source: 'form/frm_demo',
      optIns: 812,
      optOuts: 31,
      providerBlocks: 0,
      platformStops: 4,
      optOutsWithin: { hour: 2, day: 6, week: 14, month: 31 },
    },
  ],
  replies: [{ sender: 'main', kind: 'confirmOptIn', state: 'delivered', reason: null, count: 790 }],
  events: [
    {
      at: '2026-11-20T09:00:00.000Z',
      about: 'sender',
      sender: 'main',
      event: 'GREEN',
      template: null,
      detail: null,
    },
  ],
}

const HOLD = {
  id: 'hld_6c1d0e9f4b7a28355d10c9e4',
  source: 'form/frm_demo',
  since: '2026-11-20T09:00:00.000Z',
  optIns: 120,
  optOuts: 44,
  liftedAt: null,
}

const SET_UP: Operations = {
  'GET /v1/company': {
    id: 'getCompany',
    tag: 'Company',
    summary: 'Read your document',
    says: ['Your whole set-up. It holds the names of secrets, never a secret.'],
    opens: 'company',
    answers: {
      200: {
        says: 'The document as it stands; its version is the `ETag`.',
        bodies: [{ schema: 'CompanyDocument', examples: { 'A small company': DOCUMENT } }],
        headers: ['ETag'],
      },
    },
    problems: [],
  },
  'PUT /v1/company': {
    id: 'putCompany',
    tag: 'Company',
    summary: 'Replace your document',
    says: [
      'A document whose notices would not be honest is refused (`document-refused`), with each reason in a sentence that says what to do. `id` stays as it is.',
    ],
    opens: 'company',
    body: [{ schema: 'CompanyDocument', examples: { 'A small company': DOCUMENT } }],
    answers: {
      200: {
        says: 'It stands.',
        bodies: [{ schema: 'CompanyPut', examples: { 'The seventh': { version: 7 } } }],
        headers: ['ETag'],
      },
    },
    problems: [
      'document-refused',
      'document-not-valid',
      'secret-not-allowed',
      'company-not-found',
      'form-taken',
    ],
  },
}

const TEMPLATES: Operations = {
  'POST /v1/templates/check': {
    id: 'checkTemplate',
    tag: 'Company',
    summary: 'Have a template read before Meta reads it',
    says: [
      'Is the business named, does it say how to stop in a word that is heard, is it of the kind and in the language that it claims, would Meta’s form take it? Meta has the last word.',
    ],
    opens: 'company',
    body: [
      {
        schema: 'CheckTemplate',
        examples: {
          'An offer': {
            kind: 'marketing',
            language: 'es',
            body: 'Hola, {{1}}: en Café Aurora hay {{2}} de descuento hoy.',
          },
        },
      },
    ],
    answers: {
      200: {
        says: 'What `must` or `should` be mended, and three good ones of the same kind.',
        bodies: [
          {
            schema: 'TemplateChecked',
            examples: {
              'It does not say how to stop': {
                passes: false,
                findings: [
                  {
                    rule: 'opt-out-missing',
                    weight: 'must',
                    where: 'body',
                    sentence: {
                      es: 'Di cómo dejar de recibir estos mensajes.',
                      pt: 'Diga como parar de receber estas mensagens.',
                      en: 'Say how to stop these messages.',
                    },
                  },
                ],
                examples: [TEMPLATE_EXAMPLE],
              },
            },
          },
        ],
      },
    },
    problems: [],
  },
  'GET /v1/templates/examples': {
    id: 'listTemplateExamples',
    tag: 'Company',
    summary: 'Read good templates',
    says: ['Three of every kind in every language, with your name in them.'],
    opens: 'company',
    answers: {
      200: {
        says: 'The templates.',
        bodies: [
          {
            schema: 'TemplateExamplesShown',
            examples: {
              'One of them': {
                examples: [{ kind: 'marketing', language: 'es', ...TEMPLATE_EXAMPLE }],
              },
            },
          },
        ],
      },
    },
    problems: [],
  },
}

const QUALITY: Operations = {
  'GET /v1/quality': {
    id: 'getQuality',
    tag: 'Company',
    summary: 'See how your opt-ins do',
    says: [
      'WhatsApp tells nobody how often a business is blocked. What people did after their yes is the nearest to it: by sender and by source, each person counted once.',
    ],
    opens: 'company',
    query: AskQuality,
    answers: {
      200: {
        says: 'How each source did.',
        bodies: [{ schema: 'QualityShown', examples: { 'A month': LOOK_BACK } }],
      },
    },
    problems: ['body-not-valid'],
  },
  'GET /v1/holds': {
    id: 'listHolds',
    tag: 'Company',
    summary: 'List the sources on hold',
    says: ['Marketing to people of a source on hold is answered `held_source`; the rest goes on.'],
    opens: 'company',
    answers: {
      200: {
        says: 'The holds, those that were lifted too.',
        bodies: [{ schema: 'HoldsShown', examples: { One: { holds: [HOLD] } } }],
      },
    },
    problems: [],
  },
  'POST /v1/holds/{id}/lift': {
    id: 'liftHold',
    tag: 'Company',
    summary: 'Lift a hold',
    says: ['What was said before speaks against the source no more.'],
    opens: 'company',
    path: { id: { says: 'The hold’s id, as the list gives it.', example: HOLD.id } },
    answers: { 204: { says: 'It is lifted.' } },
    problems: ['hold-not-found'],
  },
}

/** A company's set-up, and what becomes of it. */
export const COMPANY: Operations = { ...SET_UP, ...TEMPLATES, ...QUALITY }
