import { type BadTemplate, bad, saying, quick } from './bad-template.ts'

/** Texts that hide who writes, press, or ask for what no chat should hold. */
export const DISHONEST: readonly BadTemplate[] = [
  [
    'nobody named',
    'business-not-named',
    'body',
    bad('pedido', {
      body: 'Hola, {{1}}: tu pedido {{2}} ya está en camino y llega hoy por la tarde a tu casa.',
    }),
  ],
  [
    'somebody else named',
    'business-not-named',
    'body',
    bad('deal', { body: 'Hi {{1}}, at Café Auroral we have {{2}} at a discount until Sunday.' }),
  ],
  [
    'named only by a placeholder',
    'business-not-named',
    'body',
    bad('oferta', { body: 'Oi, {{1}}! Na {{2}} temos tudo com desconto até domingo para você.' }),
  ],
  ['Whatsapp', 'whatsapp-misspelt', 'body', saying('pedido', 'Sigue tu envío por Whatsapp.')],
  [
    'slang on a button',
    'whatsapp-misspelt',
    'buttons.0',
    bad('pedido', { buttons: [quick('Hablar por wasap')] }),
  ],
  [
    'a partnership',
    'claims-partnership',
    'body',
    saying('deal', 'We are an official WhatsApp partner.'),
  ],
  [
    'a certificate',
    'claims-partnership',
    'body',
    saying('oferta', 'Somos uma loja certificada pela Meta.'),
  ],
  [
    'a no made foolish',
    'shames',
    'buttons.0',
    bad('offer', { buttons: [quick('Prefiero pagar más')] }),
  ],
  [
    'a card’s number',
    'asks-for-secrets',
    'body',
    saying('order', 'Reply with your card number and the CVV.'),
  ],
  [
    'a password',
    'asks-for-secrets',
    'body',
    saying('pedido', 'Envíanos tu contraseña para confirmar.'),
  ],
  [
    'an identity number',
    'asks-for-secrets',
    'body',
    saying('entrega', 'Informe o CPF por aqui para a entrega.'),
  ],
]
