import type { Language } from './company.ts'

/** What is said where a form stands elsewhere than in the page's flow. */
export type PlacingTexts = {
  /** On the button that opens the form, and above the form that it opens. */
  readonly invite: string
  readonly close: string
  /** Above the boxes beside the page's own phone field. */
  readonly also: string
  /** Before the number in that field. */
  readonly isThisRight: string
  readonly another: string
}

/** The same in each language, without "you", which a company may want formal. */
export const PLACING_TEXTS: { readonly [language in Language]: PlacingTexts } = {
  es: {
    invite: 'Recibir novedades por WhatsApp',
    close: 'Cerrar',
    also: 'También por WhatsApp',
    isThisRight: '¿Es este el WhatsApp correcto?',
    another: 'Usar otro número',
  },
  pt: {
    invite: 'Receber novidades pelo WhatsApp',
    close: 'Fechar',
    also: 'Também pelo WhatsApp',
    isThisRight: 'Este é o WhatsApp certo?',
    another: 'Usar outro número',
  },
  en: {
    invite: 'Get updates on WhatsApp',
    close: 'Close',
    also: 'Also on WhatsApp',
    isThisRight: 'Is this the right WhatsApp number?',
    another: 'Use another number',
  },
}
