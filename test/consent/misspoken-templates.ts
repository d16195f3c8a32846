import { type BadTemplate, bad, saying } from './bad-template.ts'

/** Texts in another language than they claim. */
export const MISSPOKEN: readonly BadTemplate[] = [
  [
    'Spanish as Portuguese',
    'language-differs',
    'body',
    { ...bad('pedido', { footer: 'SAIR para parar de receber' }), language: 'pt' },
  ],
  [
    'Portuguese as Spanish',
    'language-differs',
    'body',
    { ...bad('entrega', { footer: 'Responde SALIR para no recibir más' }), language: 'es' },
  ],
  [
    'English as Spanish',
    'language-differs',
    'body',
    { ...bad('order', { footer: 'Responde SALIR para no recibir más' }), language: 'es' },
  ],
  [
    'Spanish as English',
    'language-differs',
    'body',
    { ...bad('pedido', { footer: 'Reply STOP to opt out' }), language: 'en' },
  ],
  [
    'an English sentence in a Spanish text',
    'language-differs',
    'body',
    saying('pedido', 'Thank you for your order and see you soon.'),
  ],
  [
    'a Portuguese header on a Spanish text',
    'language-differs',
    'header',
    bad('pedido', { header: 'Seu pedido já saiu e chega hoje' }),
  ],
  [
    'French as English',
    'language-differs',
    'body',
    bad('deal', {
      body: 'Bonjour {{1}}, votre commande {{2}} chez Café Aurora vient de partir et arrive cet après-midi chez vous.',
    }),
  ],
  [
    'a few Spanish words as English',
    'language-differs',
    'body',
    bad('deal', { body: 'Gracias, {{1}}. Mañana: Café Aurora. ¡Hola!', footer: 'Reply STOP' }),
  ],
  [
    'Italian as English',
    'language-differs',
    'body',
    bad('deal', {
      body: 'Ciao {{1}}, il tuo ordine {{2}} presso Café Aurora viaggia in treno ed arriva domani pomeriggio direttamente a casa tua.',
    }),
  ],
]
