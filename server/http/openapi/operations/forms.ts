import type { Operations } from '../operation.ts'

const MEXICO = {
  country: 'MX',
  callingCode: '52',
  trunk: '',
  whole: '',
  digits: 10,
  lengths: [10],
  mobile: '[2-9]\\d{9}',
  landline: '',
  formats: 'xx xxxx xxxx',
  example: '55 1234 5678',
}

const FORM = {
  form: 'frm_demo',
  language: 'en',
  languages: ['es', 'pt', 'en'],
  notice: {
    schema: 'quiero-notice/1',
    company: { id: 'demo', name: 'Café Aurora', businessManagerId: '1234567890' },
    form: 'frm_demo',
    language: 'en',
    senders: [
      { id: 'main', phone: '+5511912345678', displayName: 'Café Aurora', badge: 'verified' },
    ],
    statement: 'I want Café Aurora to write to me on WhatsApp about:',
    categories: [
      {
        id: 'offers',
        kind: 'marketing',
        title: 'Offers',
        example: 'This week we are roasting a Huila with notes of brown sugar.',
        frequency: 'up to 4 messages a month',
      },
    ],
    howToStop: 'Write STOP in the chat at any time.',
    notCondition: 'You can buy without this.',
    privacy: { text: 'Privacy', url: 'https://cafe-aurora.example/privacidad' },
    trademark: 'WhatsApp is a trademark of WhatsApp LLC.',
    buttons: { yes: 'Yes, write to me', no: 'No, thanks' },
  },
  texts: { phone: 'Your WhatsApp number' },
  laterTexts: { sent: 'Done' },
  noticeToken: 'bm90aWNlLXRva2Vu',
  countries: [{ ...MEXICO, name: 'Mexico' }],
  theme: { scheme: 'auto', radius: 14 },
  ways: { whatsapp: 'https://wa.me/5511912345678?text=%23want', sms: null, email: null },
  chat: 'https://wa.me/5511912345678?text=%23want',
}

/** What a page needs that draws a form itself. */
export const FORMS: Operations = {
  'GET /v1/forms/{form}': {
    id: 'getForm',
    tag: 'Forms',
    summary: 'Read what a form shows',
    says: [
      'In the language of `Accept-Language`, or of `?language=`. Show every word of the notice as it is: the yes refers to it by its hash.',
    ],
    opens: 'public',
    path: { form: { says: 'The form’s public id.', example: 'frm_demo' } },
    answers: {
      200: {
        says: 'The form.',
        bodies: [{ schema: 'FormView', examples: { 'With one category': FORM } }],
        headers: ['Cache-Control'],
      },
    },
    problems: ['form-not-found'],
  },
  'GET /v1/numberings/{country}': {
    id: 'getNumbering',
    tag: 'Forms',
    summary: 'Read how a country writes its numbers',
    says: ['For a form that takes more countries than those that come with it.'],
    opens: 'public',
    path: { country: { says: 'ISO 3166, two capital letters.', example: 'MX' } },
    answers: {
      200: {
        says: 'The country.',
        bodies: [{ schema: 'Numbering', examples: { Mexico: MEXICO } }],
        headers: ['Cache-Control'],
      },
    },
    problems: ['not-found'],
  },
}

const text = (word: string) => [{ type: 'text/plain', examples: { [word]: word } }]

/** What watches the server. */
export const SERVICE: Operations = {
  'GET /healthz': {
    id: 'isAlive',
    tag: 'Service',
    summary: 'Does the process run?',
    says: ['It tells no more than that.'],
    opens: 'public',
    answers: { 200: { says: 'It does.', bodies: text('ok') } },
    problems: [],
  },
  'GET /readyz': {
    id: 'isReady',
    tag: 'Service',
    summary: 'Does its database answer too?',
    says: ['Within two seconds, or it does not.'],
    opens: 'public',
    answers: {
      200: { says: 'It does.', bodies: text('ready') },
      503: { says: 'It does not.', bodies: text('not ready') },
    },
    problems: [],
  },
}
