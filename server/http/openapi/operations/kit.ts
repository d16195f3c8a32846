import { AskKitFile } from '../../../../contract/kit.ts'
import type { Operations } from '../operation.ts'

const SENDER = { says: 'The id of one of your senders.', example: 'main' }

const LINK = 'https://wa.me/5511912345678?text=%23want%20K7Q2MXQ'

const FILE = {
  name: 'poster-a4.svg',
  type: 'image/svg+xml',
  url: 'https://quiero.example/v1/kit/main/poster-a4.svg?language=es',
}

const LISTED = {
  sender: 'main',
  form: 'frm_demo',
  pieces: [
    {
      piece: 'poster-a4',
      language: 'es',
      code: 'K7Q2MXQ',
      link: LINK,
      source: 'keyword/frm_demo/poster-a4',
      files: [FILE],
    },
  ],
}

/** What a company prints and passes on to say that a number is its own. */
export const KIT: Operations = {
  'GET /v1/kit/{sender}': {
    id: 'listKit',
    tag: 'Company',
    summary: 'List the kit “this is our official number”',
    says: [
      'Links, QR codes, e-mail signatures, receipt footers and posters of a sender, in each language of its form. They lead to the first form of the sender that a keyword stands for.',
      'Every piece has a code of its own, so that its opt-ins are counted apart. A code that is printed grants what was printed beside it, for as long as the form offers that.',
    ],
    opens: 'company',
    path: { sender: SENDER },
    answers: {
      200: {
        says: 'The pieces and their files.',
        bodies: [{ schema: 'KitShown', examples: { 'One of them': LISTED } }],
      },
    },
    problems: ['kit-not-found', 'kit-not-clear'],
  },
  'GET /v1/kit/{sender}/{file}': {
    id: 'getKitFile',
    tag: 'Company',
    summary: 'Fetch a file of the kit',
    says: ['Print-ready: drawings are SVG in millimetres.'],
    opens: 'company',
    path: { sender: SENDER, file: { says: 'As the list names it.', example: FILE.name } },
    query: AskKitFile,
    answers: {
      200: {
        says: 'The file.',
        bodies: [
          { type: 'text/plain', examples: { 'The link': LINK } },
          { type: 'text/html', examples: { 'The beginning': '<table role="presentation">' } },
          { type: 'image/svg+xml', examples: { 'The beginning': '<svg>' } },
          { type: 'image/png', says: 'A QR code.', examples: { 'The beginning': '\u0089PNG' } },
        ],
      },
    },
    problems: ['kit-not-found', 'kit-not-clear', 'body-not-valid'],
  },
}
