import type { TemplateRuleName } from '../../consent/check-template.ts'
import type { Template } from '../../consent/template.ts'

/** What is amiss, the one thing that is found, where, and the template. */
export type BadTemplate = readonly [
  what: string,
  rule: TemplateRuleName,
  where: string,
  template: Template,
]

const bases = {
  offer: {
    kind: 'marketing',
    language: 'es',
    body: 'Hola, {{1}}: en Café Aurora tenemos {{2}} con descuento hasta el domingo. Te esperamos en la tienda.',
    footer: 'Responde SALIR para no recibir más mensajes',
  },
  oferta: {
    kind: 'marketing',
    language: 'pt',
    body: 'Oi, {{1}}! Na Café Aurora temos {{2}} com desconto até domingo. Esperamos você na loja.',
    footer: 'Responda SAIR para não receber mais mensagens',
  },
  deal: {
    kind: 'marketing',
    language: 'en',
    body: 'Hi {{1}}, at Café Aurora we have {{2}} at a discount until Sunday. We hope to see you in the shop.',
    footer: 'Reply STOP to opt out',
  },
  pedido: {
    kind: 'utility',
    language: 'es',
    body: 'Hola, {{1}}: tu pedido {{2}} de Café Aurora ya está en camino y llega hoy por la tarde.',
    footer: 'Responde SALIR para no recibir más mensajes',
  },
  entrega: {
    kind: 'utility',
    language: 'pt',
    body: 'Oi, {{1}}! Seu pedido {{2}} da Café Aurora já saiu e chega hoje à tarde na sua casa.',
    footer: 'Responda SAIR para não receber mais mensagens',
  },
  order: {
    kind: 'utility',
    language: 'en',
    body: 'Hi {{1}}, your order {{2}} from Café Aurora is on its way and arrives this afternoon.',
    footer: 'Reply STOP to opt out',
  },
  code: {
    kind: 'authentication',
    language: 'en',
    body: '*{{1}}* is your verification code. For your security, do not share this code.',
  },
  help: {
    kind: 'service',
    language: 'es',
    body: 'Hola, soy {{1}} de Café Aurora. Ya tenemos la respuesta a tu pregunta. ¿Seguimos por aquí?',
    footer: 'Responde SALIR para no recibir más mensajes',
  },
} as const satisfies Readonly<Record<string, Template>>

/** A good template with something put into it. */
const bad = (base: keyof typeof bases, change: Partial<Template>): Template => ({
  ...bases[base],
  ...change,
})

/** A good template with a sentence more. */
const saying = (base: keyof typeof bases, sentence: string): Template =>
  bad(base, { body: `${bases[base].body} ${sentence}` })

/** A good template with a sentence less: the body alone, with nothing of how to stop. */
const only = (base: keyof typeof bases, change: Partial<Template> = {}): Template =>
  bad(base, { footer: undefined, ...change })

const quick = (text: string, payload?: string) =>
  payload === undefined
    ? ({ kind: 'quick-reply', text } as const)
    : ({ kind: 'quick-reply', text, payload } as const)

const link = (url: string, text = 'Ver') => ({ kind: 'url', text, url }) as const

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
    bad('pedido', { body: 'Café Aurora: {{1}} a {{2}}, {{3}} y {{4}}.' }),
  ],
]

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
]

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
    bad('order', {
      body: 'Bonjour {{1}}, votre commande {{2}} chez Café Aurora vient de partir et arrive cet après-midi chez vous.',
    }),
  ],
]
