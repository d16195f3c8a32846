import { type BadTemplate, bad, saying, quick } from './bad-template.ts'

/** Gaps that are none, or stand where they may not. */
export const MISPLACED: readonly BadTemplate[] = [
  [
    'placeholders alone',
    'body-empty',
    'body',
    bad('code', { kind: 'authentication', language: 'en', body: '…' }),
  ],
  ['one brace', 'placeholder-malformed', 'body', saying('order', 'It weighs {3} kilos.')],
  ['a brace too few', 'placeholder-malformed', 'body', saying('pedido', 'Son {{3} bolsas.')],
  [
    'a capital in a name',
    'placeholder-malformed',
    'body',
    bad('deal', { body: 'Hi {{Name}}, at Café Aurora we have a discount for you until Sunday.' }),
  ],
  [
    'a special character',
    'placeholder-malformed',
    'body',
    saying('entrega', 'São {{3#}} pacotes.'),
  ],
  ['spaces within', 'placeholder-malformed', 'body', saying('order', 'It has {{ 3 }} bags.')],
  ['nothing within', 'placeholder-malformed', 'body', saying('pedido', 'Son {{}} bolsas.')],
  ['zero', 'placeholder-malformed', 'body', saying('pedido', 'Son {{0}} bolsas.')],
  ['another system’s gap', 'placeholder-malformed', 'body', saying('order', 'It has %s bags.')],
  [
    'brackets',
    'placeholder-malformed',
    'body',
    saying('pedido', 'Te atiende [nombre del agente] hoy.'),
  ],
  [
    'a name of 33',
    'placeholder-malformed',
    'header',
    bad('order', { header: `Order {{${'n'.repeat(33)}}}` }),
  ],
  [
    'one in the footer',
    'placeholder-not-taken',
    'footer',
    bad('deal', { footer: 'Dear {{1}}, reply STOP to opt out' }),
  ],
  [
    'one on a button',
    'placeholder-not-taken',
    'buttons.0',
    bad('pedido', { buttons: [quick('Ver {{1}}')] }),
  ],
  [
    'two in the header',
    'placeholder-not-taken',
    'header',
    bad('order', { header: 'Order {{1}} of {{2}}' }),
  ],
  [
    'numbers and names',
    'placeholders-mixed',
    'body',
    saying('order', 'Your driver is {{driver}} today.'),
  ],
  ['a number left out', 'placeholders-not-in-row', 'body', saying('order', 'It has {{4}} bags.')],
  ['not from 1 on', 'placeholders-not-in-row', 'header', bad('pedido', { header: 'Pedido {{2}}' })],
  [
    'a name twice',
    'placeholder-twice',
    'body',
    bad('order', {
      body: 'Hi {{name}}, your order from Café Aurora is here, so come and get it, dear {{name}}!',
    }),
  ],
  [
    'one at the beginning',
    'placeholder-at-edge',
    'body',
    bad('entrega', {
      body: '{{1}}, seu pedido da Café Aurora já saiu e chega hoje à tarde na sua casa.',
    }),
  ],
  ['one at the end', 'placeholder-at-edge', 'body', saying('order', 'It comes with *{{3}}* ')],
  [
    'two side by side',
    'placeholders-touch',
    'body',
    saying('pedido', 'Lo lleva {{3}} {{4}} en su moto y te llama al llegar.'),
  ],
  [
    'two bold ones side by side',
    'placeholders-touch',
    'body',
    saying('order', 'The driver is *{{3}}* *{{4}}* and calls you at the door when there.'),
  ],
  [
    'more gaps than words',
    'placeholders-too-many',
    'body',
    bad('pedido', { body: 'Café Aurora: pago de {{1}} a {{2}}, {{3}} y {{4}}.' }),
  ],
]
