import { type BadTemplate, only, quick } from './bad-template.ts'

/** Texts that do not say how to stop, or say it so that nobody is let out. */
export const INESCAPABLE: readonly BadTemplate[] = [
  ['an offer without a way out', 'opt-out-missing', 'body', only('offer')],
  ['an oferta without one', 'opt-out-missing', 'body', only('oferta')],
  ['a deal without one', 'opt-out-missing', 'body', only('deal')],
  [
    'a word that only looks like one',
    'opt-out-missing',
    'body',
    only('offer', { footer: 'Escríbenos antes de salir de casa' }),
  ],
  [
    'a bus stop',
    'opt-out-missing',
    'body',
    only('deal', { footer: 'Next to the Main Street bus stop' }),
  ],
  ['an order without one', 'opt-out-advised', 'body', only('order')],
  ['a pedido without one', 'opt-out-advised', 'body', only('pedido')],
  ['an answer without one', 'opt-out-advised', 'body', only('help')],
  [
    'a word that nobody hears',
    'opt-out-not-heard',
    'body',
    only('offer', { footer: 'Responde CHAU para no recibir más' }),
  ],
  [
    'a word with a second meaning',
    'opt-out-not-heard',
    'body',
    only('deal', { footer: 'Reply CANCEL to opt out' }),
  ],
  [
    'the same in Portuguese',
    'opt-out-not-heard',
    'body',
    only('oferta', { footer: 'Responda NÃO para parar de receber' }),
  ],
  [
    'a button that nobody hears',
    'opt-out-not-heard',
    'buttons.0',
    only('offer', { buttons: [quick('No quiero más mensajes')] }),
  ],
  [
    'a payload of another system',
    'opt-out-not-heard',
    'buttons.0',
    only('deal', { buttons: [quick('Stop promotions', 'unsub-17')] }),
  ],
  [
    'a login before a no',
    'opt-out-hard',
    'body',
    only('offer', { footer: 'Para darte de baja inicia sesión en la web' }),
  ],
  [
    'a call before a no',
    'opt-out-hard',
    'body',
    only('deal', { footer: 'To unsubscribe call us on workdays' }),
  ],
  [
    'a form before a no',
    'opt-out-hard',
    'body',
    only('oferta', { footer: 'Para deixar de receber preencha o formulário' }),
  ],
]
