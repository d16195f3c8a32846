import { type BadTemplate, bad, saying, quick, link } from './bad-template.ts'

/** Bodies, headers, footers and buttons that Meta's own form would not take. */
export const MISSHAPEN: readonly BadTemplate[] = [
  [
    'a body of 1,025',
    'text-too-long',
    'body',
    saying('order', 'and we '.repeat(134) + 'go on now'),
  ],
  [
    'a header of 61',
    'text-too-long',
    'header',
    bad('pedido', { header: 'Pedido '.repeat(8) + 'listos' }),
  ],
  [
    'a footer of 61',
    'text-too-long',
    'footer',
    bad('deal', { footer: 'Reply STOP to opt out of all these messages at any time, okay' }),
  ],
  [
    'a button of 26',
    'text-too-long',
    'buttons.0',
    bad('order', { buttons: [quick('I will not be home so late')] }),
  ],
  [
    'a link of 2,001',
    'text-too-long',
    'buttons.0.url',
    bad('order', { buttons: [link(`https://a.example/${'x'.repeat(1983)}`)] }),
  ],
  [
    'eleven buttons',
    'buttons-too-many',
    'buttons',
    bad('order', { buttons: Array.from({ length: 11 }, (_, n) => quick(`Option ${n}`)) }),
  ],
  [
    'three links',
    'buttons-too-many',
    'buttons',
    bad('order', { buttons: ['A', 'B', 'C'].map((text) => link('https://a.example', text)) }),
  ],
  [
    'two buttons that call',
    'buttons-too-many',
    'buttons',
    bad('order', {
      buttons: [
        { kind: 'phone', text: 'Call' },
        { kind: 'phone', text: 'Ring' },
      ],
    }),
  ],
  [
    'a link between quick replies',
    'buttons-in-disorder',
    'buttons',
    bad('order', { buttons: [quick('Yes'), link('https://a.example'), quick('No thanks')] }),
  ],
  [
    'the same button twice',
    'button-twice',
    'buttons.1',
    bad('pedido', { buttons: [quick('Confirmo'), quick('confirmo ')] }),
  ],
  ['an emoji in the header', 'not-plain', 'header', bad('deal', { header: 'Coffee week ☕' })],
  [
    'a flag in the footer',
    'not-plain',
    'footer',
    bad('oferta', { footer: 'Responda SAIR para não receber mais 🇧🇷' }),
  ],
  ['bold in the header', 'not-plain', 'header', bad('offer', { header: '*Semana* del café' })],
  [
    'a line break in the footer',
    'not-plain',
    'footer',
    bad('offer', { footer: 'Café Aurora\nResponde SALIR para no recibir más' }),
  ],
  [
    'an emoji on a button',
    'not-plain',
    'buttons.0',
    bad('pedido', { buttons: [quick('Confirmo 👍')] }),
  ],
  ['a tab', 'spacing', 'body', saying('order', 'It has:\t3 bags.')],
  ['five spaces', 'spacing', 'body', saying('pedido', 'Son     3 bolsas.')],
  ['two empty lines', 'spacing', 'body', saying('entrega', '\n\n\nAté logo.')],
  ['a zero-width space', 'characters-hidden', 'body', saying('order', 'See\u200B you.')],
  [
    'a mark that turns the text',
    'characters-hidden',
    'footer',
    bad('deal', { footer: 'Reply STOP to opt out\u202E' }),
  ],
  ['eleven emojis', 'emojis-too-many', 'body', saying('offer', '☕'.repeat(11))],
  [
    'a link without https',
    'link-not-valid',
    'buttons.0.url',
    bad('order', { buttons: [link('cafe-aurora.example/p')] }),
  ],
  [
    'a script for a link',
    'link-not-valid',
    'buttons.0.url',
    bad('order', { buttons: [link('javascript:alert(1)')] }),
  ],
  [
    'a placeholder within a link',
    'link-not-valid',
    'buttons.0.url',
    bad('order', { buttons: [link('https://{{1}}.example/p')] }),
  ],
  [
    'two placeholders in a link',
    'link-not-valid',
    'buttons.0.url',
    bad('order', { buttons: [link('https://a.example/{{1}}/{{2}}')] }),
  ],
  [
    'a shortened link',
    'link-hides-target',
    'body',
    saying('deal', 'More at https://bit.ly/3xYz today.'),
  ],
  [
    'a button into WhatsApp',
    'link-hides-target',
    'buttons.0.url',
    bad('pedido', { buttons: [link('https://wa.me/5491123456789')] }),
  ],
]
