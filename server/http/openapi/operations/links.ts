import {
  LINK_ANSWER_COLUMNS,
  LINK_COLUMNS,
  LinkDefaults,
  USUAL_DAYS,
} from '../../../../contract/links.ts'
import type { Operations } from '../operation.ts'
import { NUMBER_PROBLEMS, PHONE } from './shared.ts'

const URL = 'https://quiero.example/l/pZ0v3nS9QmK1tYb7Rs_2dw'
const EXPIRES = '2026-12-22T18:29:27.647Z'
const SMS = `Café Aurora pide permiso para escribir por WhatsApp. Si o no, aqui: ${URL}`
const MADE = { url: URL, expiresAt: EXPIRES, sms: SMS }

const MAILED = {
  url: URL,
  expiresAt: EXPIRES,
  email: {
    subject: 'Café Aurora on WhatsApp: yes or no?',
    text: `Café Aurora asks to write to you on WhatsApp about: …\n\n${URL}`,
    html: `<p>Café Aurora asks to write to you on WhatsApp about: …</p><a href="${URL}">Choose</a>`,
    headers: {
      'List-Unsubscribe': `<${URL}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  },
}

const ASKED = {
  form: 'frm_demo',
  person: { phone: PHONE },
  external: 'customer-4711',
  campaign: 'spring',
  channel: 'sms',
}

const linesOf = (...values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Asking people by SMS and e-mail. */
export const LINKS: Operations = {
  'POST /v1/links': {
    id: 'makeLinks',
    tag: 'Links',
    summary: 'Make a personal link, or one for each line of a list',
    says: [
      'The page of a link shows who asks, for what, and the number, masked. It takes one “yes” until it expires, and a “no” for ever. Looking at it changes nothing: programs that look at messages may follow it.',
      'A “yes” by a link that you send by SMS, with the number as it was, counts as proof `link`. By e-mail, or with another number, it is only `asserted`, and the page goes on to a message on WhatsApp.',
      'The answer has ready words: an SMS of one part, or an e-mail with its `List-Unsubscribe` headers (RFC 8058). Its address is told this once.',
      `Of a list each line is answered in its order, while others still come. Name \`form\`, \`channel\`, \`campaign\` and \`language\` in the query where they are the same for all. A CSV begins with the names of its columns: ${LINK_COLUMNS.map((name) => `\`${name}\``).join(', ')}. The same list again makes other links.`,
      `A link takes a “yes” for ${USUAL_DAYS} days where \`validForDays\` says nothing else.`,
    ],
    opens: 'links',
    isRepeatable: true,
    query: LinkDefaults,
    body: [
      {
        schema: 'MakeLink',
        examples: {
          'By SMS': ASKED,
          'By e-mail': {
            form: 'frm_demo',
            person: { email: 'ana@example.com' },
            channel: 'email',
            campaign: 'spring',
            language: 'en',
          },
        },
      },
      {
        type: 'application/x-ndjson',
        each: 'MakeLink',
        says: 'A person a line.',
        examples: { 'One of many': linesOf(ASKED) },
      },
      {
        type: 'text/csv',
        says: 'A person a line, under a line with the names of the columns.',
        examples: {
          'By SMS': `phone,external,form,channel,campaign\r\n${PHONE},customer-4711,frm_demo,sms,spring\r\n`,
        },
      },
    ],
    answers: {
      201: {
        says: 'The link.',
        bodies: [{ schema: 'LinkMade', examples: { 'By SMS': MADE, 'By e-mail': MAILED } }],
      },
      200: {
        says: 'The links of a list, written as it was.',
        bodies: [
          {
            type: 'application/x-ndjson',
            each: 'LinkAnswer',
            says: 'A link a line, or what is amiss.',
            examples: {
              'A link, and a line that is amiss': linesOf(MADE, { problem: 'phone-not-valid' }),
            },
          },
          {
            type: 'text/csv',
            says: 'A link a line, under a line with the names of the columns.',
            examples: {
              'By SMS': `${LINK_ANSWER_COLUMNS.join(',')}\r\n${URL},${EXPIRES},"${SMS}",,\r\n`,
            },
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: [
      ...NUMBER_PROBLEMS,
      'phone-country-not-offered',
      'form-not-found',
      'number-not-known',
      'link-header-not-valid',
      'body-not-gzip',
      'too-many-batches',
      'unavailable',
    ],
  },
  'GET /v1/campaigns/{name}': {
    id: 'getCampaign',
    tag: 'Links',
    summary: 'Read what came of a campaign',
    says: [
      'Links, each counted once. No picture in a mail tells on whoever opens it: `opened` counts pages that were asked for, by people and by programs that do not say that they only fetch ahead. What counts is `confirmed`.',
    ],
    opens: 'links',
    path: { name: { says: 'The campaign, as its links name it.', example: 'spring' } },
    answers: {
      200: {
        says: 'What came of it.',
        bodies: [
          {
            schema: 'CampaignShown',
            examples: {
              'A week later': {
                campaign: 'spring',
                sent: 10_000,
                opened: 4_211,
                agreed: 1_530,
                confirmed: 1_498,
                refused: 310,
                corrected: 22,
              },
            },
          },
        ],
        headers: ['Cache-Control'],
      },
    },
    problems: ['campaign-not-found'],
  },
}
