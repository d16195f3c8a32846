import type { Language } from './company.ts'
import { escapedHtml } from './escaped-html.ts'
import type { Notice } from './notice.ts'
import { fitsOneSms, inSmsLetters } from './one-sms.ts'

type Gaps = { readonly company: string; readonly url: string }

/** What an SMS with a link says, the longer first. */
const SMS: { readonly [language in Language]: readonly ((gaps: Gaps) => string)[] } = {
  es: [
    ({ company, url }) =>
      `${company} pide permiso para escribir por WhatsApp. Sí o no, aquí: ${url}`,
    ({ company, url }) => `${company} por WhatsApp, ¿sí o no? ${url}`,
  ],
  pt: [
    ({ company, url }) =>
      `${company} pede permissão para escrever pelo WhatsApp. Sim ou não, aqui: ${url}`,
    ({ company, url }) => `${company} no WhatsApp, sim ou não? ${url}`,
  ],
  en: [
    ({ company, url }) => `${company} asks to write to you on WhatsApp. Yes or no, here: ${url}`,
    ({ company, url }) => `${company} on WhatsApp, yes or no? ${url}`,
  ],
}

/** What an SMS with a link says, as one SMS; null where the address and the name leave no room for it. */
export const smsWithLink = ({ language, company }: Notice, url: string): string | null => {
  const texts = SMS[language].map((say) => say({ company: company.name, url }))
  return texts.map(inSmsLetters).find(fitsOneSms) ?? null
}

/** An e-mail with a link, and the headers with which mail programs offer their own way out (RFC 2369, RFC 8058). */
export type MailWithLink = {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: {
    readonly 'List-Unsubscribe': string
    readonly 'List-Unsubscribe-Post': string
  }
}

type MailTexts = {
  readonly subject: string
  readonly asks: string
  readonly choose: string
  readonly button: string
  readonly no: string
}

const MAIL: { readonly [language in Language]: (company: string) => MailTexts } = {
  es: (company) => ({
    subject: `${company} por WhatsApp: ¿sí o no?`,
    asks: `${company} pide permiso para escribir por WhatsApp sobre:`,
    choose:
      'En la página no hay nada marcado de antemano, y decir que no cuesta lo mismo que decir que sí.',
    button: 'Elegir',
    no: 'Sin respuesta no llega ningún mensaje por este pedido. Para no recibir nada más, basta esta página:',
  }),
  pt: (company) => ({
    subject: `${company} no WhatsApp: sim ou não?`,
    asks: `${company} pede permissão para escrever pelo WhatsApp sobre:`,
    choose: 'Na página nada vem marcado, e dizer não é tão fácil quanto dizer sim.',
    button: 'Escolher',
    no: 'Sem resposta, nenhuma mensagem chega por causa deste pedido. Para não receber mais nada, basta esta página:',
  }),
  en: (company) => ({
    subject: `${company} on WhatsApp: yes or no?`,
    asks: `${company} asks to write to you on WhatsApp about:`,
    choose: 'Nothing on the page is ticked for you, and “no” is as easy as “yes”.',
    button: 'Choose',
    no: 'Without an answer this request brings you no message. To get nothing more, use this page:',
  }),
}

/** The e-mail that asks with a link, in the words of the notice that its page shows. */
export const mailWithLink = (notice: Notice, url: string): MailWithLink => {
  const { subject, asks, choose, button, no } = MAIL[notice.language](notice.company.name)
  const topics = notice.categories.map(({ title, frequency }) => `${title} (${frequency})`)
  const text = [
    asks,
    topics.map((topic) => `- ${topic}`).join('\n'),
    choose,
    url,
    notice.howToStop,
    `${no} ${url}`,
    notice.privacy.url,
    notice.trademark,
  ].join('\n\n')
  return {
    subject,
    text,
    html: htmlOf(notice, url, { asks, topics, choose, button, no }),
    headers: {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

const paragraph = (text: string): string => `<p>${escapedHtml(text)}</p>`

const htmlOf = (
  { language, howToStop, privacy, trademark }: Notice,
  url: string,
  texts: Omit<MailTexts, 'subject'> & { readonly topics: readonly string[] },
): string => {
  const href = escapedHtml(url)
  return [
    `<div lang="${language}">`,
    paragraph(texts.asks),
    `<ul>${texts.topics.map((topic) => `<li>${escapedHtml(topic)}</li>`).join('')}</ul>`,
    paragraph(texts.choose),
    `<p><a href="${href}">${escapedHtml(texts.button)}</a></p>`,
    paragraph(howToStop),
    `<p>${escapedHtml(texts.no)} <a href="${href}">${href}</a></p>`,
    `<p><a href="${escapedHtml(privacy.url)}">${escapedHtml(privacy.text)}</a></p>`,
    paragraph(trademark),
    '</div>',
  ].join('\n')
}
