import { type BadTemplate, bad, saying, quick, link } from './bad-template.ts'

/** Texts of another kind than they say. */
export const MISCAST: readonly BadTemplate[] = [
  [
    'a discount with an order',
    'promotion',
    'body',
    saying('pedido', 'Usa hoy tu 10 % de descuento.'),
  ],
  [
    'a coupon with a delivery',
    'promotion',
    'body',
    saying('entrega', 'Use o cupom VOLTE na próxima vez.'),
  ],
  [
    'free shipping with an order',
    'promotion',
    'body',
    saying('order', 'Your next one has free shipping.'),
  ],
  [
    'a call to buy on a button',
    'promotion',
    'buttons.0',
    bad('order', { buttons: [link('https://a.example', 'Shop now')] }),
  ],
  [
    'a new collection',
    'promotion',
    'body',
    saying('pedido', 'Conoce nuestra nueva colección de tazas.'),
  ],
  [
    'a forgotten cart',
    'promotion',
    'body',
    bad('entrega', {
      body: 'Oi, {{1}}! Você esqueceu {{2}} no carrinho da Café Aurora e guardamos para você.',
    }),
  ],
  [
    'a birthday',
    'promotion',
    'body',
    bad('order', {
      body: 'Happy birthday, {{1}}, from all of us at Café Aurora. We hope to see you today.',
    }),
  ],
  ['a sale by name', 'promotion', 'header', bad('pedido', { header: 'Llega el Buen Fin' })],
  [
    'an offer in an answer',
    'promotion',
    'body',
    saying('help', 'No te pierdas el menú de la semana.'),
  ],
  [
    'longing',
    'promotion',
    'body',
    bad('help', {
      body: 'Hola, {{1}}: en Café Aurora te extrañamos. ¿Cuándo vienes a tomar un café?',
    }),
  ],
  [
    'a code in an order',
    'code-outside-authentication',
    'body',
    saying('order', 'Your security code is {{3}} for the driver.'),
  ],
  [
    'a code in Spanish',
    'code-outside-authentication',
    'body',
    bad('pedido', {
      body: 'Café Aurora: {{1}} es tu código de verificación para entrar en tu cuenta.',
    }),
  ],
  [
    'a code in marketing',
    'code-outside-authentication',
    'body',
    bad('oferta', {
      body: 'Café Aurora: seu código de verificação é {{1}} e vale por pouco tempo.',
    }),
  ],
  [
    'no gap for the code',
    'code-missing',
    'body',
    bad('code', { body: 'Here is your verification code, please use it now.' }),
  ],
  [
    'no word of a code',
    'code-missing',
    'body',
    bad('code', { body: '*{{1}}* is what you need to get in. Do not share it.' }),
  ],
  [
    'a header above a code',
    'code-with-more',
    'header',
    bad('code', { header: 'Your code is here' }),
  ],
  [
    'a link beside a code',
    'code-with-more',
    'body',
    saying('code', 'See https://cafe-aurora.example for more.'),
  ],
  ['an emoji beside a code', 'code-with-more', 'body', saying('code', 'Thanks 🙂')],
  [
    'a quick reply under a code',
    'code-with-more',
    'buttons.0',
    bad('code', { buttons: [quick('Thanks')] }),
  ],
  [
    'no order at all',
    'not-specific',
    'body',
    bad('order', {
      body: 'Hi there, your order from Café Aurora is on its way and arrives this afternoon.',
    }),
  ],
  [
    'nothing that anybody has with the business',
    'not-specific',
    'body',
    bad('pedido', {
      body: 'Hola, {{1}}: en Café Aurora ya están las nuevas clases de barismo, ¡pruébalas!',
    }),
  ],
  [
    'an invitation as an order',
    'not-specific',
    'body',
    bad('order', {
      body: 'Hi {{1}}, join us at Café Aurora this month and bring a friend with you, dear {{2}}!',
    }),
  ],
]
