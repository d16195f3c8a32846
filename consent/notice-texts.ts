import type { FrequencySpan } from './category.ts'
import type { Form, Language } from './company.ts'

/** What a notice says in one language; `noticeOf` puts the company's own words in. */
export type NoticeTexts = {
  readonly statement: (company: string, from: string) => string
  readonly upTo: (atMost: number, per: FrequencySpan) => string
  /** How to stop, with the title of a category that the notice offers. */
  readonly howToStop: (category: string) => string
  readonly notCondition: string
  readonly privacy: (company: string) => string
  readonly trademark: string
  readonly yes: string
  readonly no: string
}

const ES_SPANS: Readonly<Record<FrequencySpan, string>> = {
  day: 'al día',
  week: 'a la semana',
  month: 'al mes',
  year: 'al año',
  order: 'por pedido',
}

const PT_SPANS: Readonly<Record<FrequencySpan, string>> = {
  day: 'por dia',
  week: 'por semana',
  month: 'por mês',
  year: 'por ano',
  order: 'por pedido',
}

const EN_SPANS: Readonly<Record<FrequencySpan, string>> = {
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
  order: 'per order',
}

const ES: NoticeTexts = {
  statement: (company, from) =>
    `Sí, quiero que ${company} me escriba por WhatsApp desde ${from} sobre lo que marque:`,
  upTo: (atMost, per) =>
    `hasta ${atMost} ${atMost === 1 ? 'mensaje' : 'mensajes'} ${ES_SPANS[per]}`,
  howToStop: (category) =>
    `Para dejar de recibir todo, responde SALIR en el chat. Para dejar un solo tema, responde #stop y su nombre, por ejemplo «#stop ${category}». También puedes hacerlo aquí mismo, cuando quieras.`,
  notCondition: 'No necesitas aceptar para comprar.',
  privacy: (company) => `Aviso de privacidad de ${company}`,
  trademark:
    'WhatsApp es una marca de su titular. Este formulario no está afiliado al titular ni cuenta con su respaldo.',
  yes: 'Sí, quiero',
  no: 'No, gracias',
}

const FORMAL_ES: NoticeTexts = {
  ...ES,
  howToStop: (category) =>
    `Para dejar de recibir todo, responda SALIR en el chat. Para dejar un solo tema, responda #stop y el nombre del tema, por ejemplo «#stop ${category}». También puede hacerlo aquí mismo, cuando quiera.`,
  notCondition: 'No necesita aceptar para comprar.',
}

const PT: NoticeTexts = {
  statement: (company, from) =>
    `Sim, quero receber mensagens de ${company} pelo WhatsApp, do número ${from}, sobre o que eu marcar:`,
  upTo: (atMost, per) =>
    `até ${atMost} ${atMost === 1 ? 'mensagem' : 'mensagens'} ${PT_SPANS[per]}`,
  howToStop: (category) =>
    `Para parar de receber tudo, responda SAIR na conversa. Para parar só um assunto, responda #stop e o nome dele, por exemplo “#stop ${category}”. Você também pode fazer isso aqui mesmo, quando quiser.`,
  notCondition: 'Você não precisa aceitar para comprar.',
  privacy: (company) => `Aviso de privacidade de ${company}`,
  trademark:
    'WhatsApp é uma marca de seu titular. Este formulário não é afiliado ao titular nem endossado por ele.',
  yes: 'Sim, quero',
  no: 'Não quero',
}

const EN: NoticeTexts = {
  statement: (company, from) =>
    `Yes, I want ${company} to message me on WhatsApp from ${from} about what I tick:`,
  upTo: (atMost, per) =>
    `up to ${atMost} ${atMost === 1 ? 'message' : 'messages'} ${EN_SPANS[per]}`,
  howToStop: (category) =>
    `To stop everything, reply STOP in the chat. To stop one topic, reply #stop and its name, for example “#stop ${category}”. You can also do it right here, at any time.`,
  notCondition: 'You do not need to agree in order to buy.',
  privacy: (company) => `${company} privacy notice`,
  trademark:
    'WhatsApp is a trademark of its owner. This form is neither affiliated with the owner nor endorsed by it.',
  yes: 'Yes, please',
  no: 'No, thanks',
}

/**
 * The words of every notice. A change here makes new notices, under new hashes; the old ones are kept as
 * they were shown.
 */
export const NOTICE_TEXTS: Readonly<Record<Language, NoticeTexts>> = { es: ES, pt: PT, en: EN }

/** The words of a form's notices in a language, as the form addresses people there. */
export const noticeTextsOf = (
  { spanish }: Pick<Form, 'spanish'>,
  language: Language,
): NoticeTexts => (language === 'es' && spanish === 'formal' ? FORMAL_ES : NOTICE_TEXTS[language])
