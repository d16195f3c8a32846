import type { Badge, Form, Language } from './company.ts'

/** What the kit says in one language, beside the words of the notice. */
export type KitTexts = {
  readonly heading: string
  readonly official: string
  readonly badge: { readonly [badge in Badge]: string }
  readonly scan: string
  /** What to send by hand. */
  readonly byHand: (words: string) => string
  readonly topics: (topics: string) => string
  readonly toGet: (topics: string, words: string) => string
  readonly stop: string
  readonly check: (address: string) => string
  readonly trademark: string
}

const ES: KitTexts = {
  heading: 'Recibe nuestros mensajes por WhatsApp',
  official: 'Nuestro número oficial en WhatsApp:',
  badge: {
    verified: 'Número oficial, con marca de verificación',
    business: 'Número oficial, cuenta de empresa',
  },
  scan: 'Escanea el código y envía el mensaje',
  byHand: (words) => `O escribe ${words} a este número.`,
  topics: (topics) => `Recibirás: ${topics}.`,
  toGet: (topics, words) => `Para recibir ${topics}, escribe ${words} a ese número.`,
  stop: 'Para dejar de recibir mensajes, responde SALIR en el chat.',
  check: (address) => `¿Te escribió otro número? Comprueba si es nuestro: ${address}`,
  trademark: 'WhatsApp es una marca de su titular, sin vínculo con nosotros.',
}

const FORMAL_ES: KitTexts = {
  ...ES,
  heading: 'Reciba nuestros mensajes por WhatsApp',
  scan: 'Escanee el código y envíe el mensaje',
  byHand: (words) => `O escriba ${words} a este número.`,
  topics: (topics) => `Recibirá: ${topics}.`,
  toGet: (topics, words) => `Para recibir ${topics}, escriba ${words} a ese número.`,
  stop: 'Para dejar de recibir mensajes, responda SALIR en el chat.',
  check: (address) => `¿Le escribió otro número? Compruebe si es nuestro: ${address}`,
}

const PT: KitTexts = {
  heading: 'Receba nossas mensagens pelo WhatsApp',
  official: 'Nosso número oficial no WhatsApp:',
  badge: {
    verified: 'Número oficial, com selo de verificação',
    business: 'Número oficial, conta comercial',
  },
  scan: 'Escaneie o código e envie a mensagem',
  byHand: (words) => `Ou escreva ${words} para este número.`,
  topics: (topics) => `Você vai receber: ${topics}.`,
  toGet: (topics, words) => `Para receber ${topics}, escreva ${words} para esse número.`,
  stop: 'Para parar de receber, responda SAIR na conversa.',
  check: (address) => `Outro número escreveu? Confira se é nosso: ${address}`,
  trademark: 'WhatsApp é uma marca de seu titular, sem vínculo conosco.',
}

const EN: KitTexts = {
  heading: 'Get our messages on WhatsApp',
  official: 'Our official number on WhatsApp:',
  badge: {
    verified: 'Official number, with the verified badge',
    business: 'Official number, business account',
  },
  scan: 'Scan the code and send the message',
  byHand: (words) => `Or write ${words} to this number.`,
  topics: (topics) => `You will get: ${topics}.`,
  toGet: (topics, words) => `To get ${topics}, write ${words} to that number.`,
  stop: 'To stop the messages, reply STOP in the chat.',
  check: (address) => `Did another number write to you? See whether it is ours: ${address}`,
  trademark: 'WhatsApp is a trademark of its owner, who is not affiliated with us.',
}

const TEXTS: { readonly [language in Language]: KitTexts } = { es: ES, pt: PT, en: EN }

/** The words of the kit as a form speaks to people: in Spanish with `tú` or `usted`. */
export const kitTextsOf = ({ spanish }: Pick<Form, 'spanish'>, language: Language): KitTexts =>
  language === 'es' && spanish === 'formal' ? FORMAL_ES : TEXTS[language]
