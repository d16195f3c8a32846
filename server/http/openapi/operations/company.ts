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

/** A company's set-up. */
export const COMPANY: Operations = {
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
