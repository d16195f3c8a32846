import demo from '../../demo/company.json' with { type: 'json' }

/** A change to the demo's document: where (keys and indexes), and what stands there then. */
export type Change = readonly [path: string, value: unknown]

/** What is wrong, how, and where it is told: the same place, unless another is named. */
export type Case = readonly [sentence: string, change: Change, where?: string]

/** Changes the example of one category. */
export const offer = (text: string): Change => ['categories.1.example.es', text]

/** Gives the document one door. */
const door = (settings: object): Change => ['doors', [{ id: 'door', ...settings }]]

/** A webhook of one id. */
const webhook = (url: unknown) => ({ id: 'crm', url, secret: { env: 'QUIERO_SECRET_CRM' } })

/** At least one case for each refusal of what is written amiss: the first twenty, and those of doors. */
export const SHAPE_CASES: Readonly<Record<number, readonly Case[]>> = {
  1: [
    ['a blank name', ['name', '  ']],
    ['a name that nobody can read', ['name', '—']],
    ['no name', ['name', undefined]],
  ],
  2: [
    ['a blank display name', ['senders.0.displayName', '']],
    ['no display name', ['senders.0.displayName', undefined]],
  ],
  3: [
    ['spaces', ['senders.0.phone', '+55 11 91234-5678']],
    ['no plus', ['senders.0.phone', '5511912345678']],
    ['too short', ['senders.0.phone', '+55119']],
    ['not a text', ['senders.0.phone', 5511912345678]],
  ],
  4: [
    ['Whatsapp', offer('Te escribimos por Whatsapp')],
    ['whatsapp', offer('Te escribimos por whatsapp')],
    ['WHATSAPP', offer('Te escribimos por WHATSAPP')],
    ['Whats App', offer('Te escribimos por Whats App')],
    ["What's App", offer("Te escribimos por What's App")],
    ['WA', offer('Te escribimos por WA')],
    ['a plural', offer('Tus WhatsApps del día')],
    ['slang', offer('Un wasap a la semana')],
    ['in a title', ['categories.0.title.en', 'Whatsapp orders']],
    [
      'in a word of a form’s own',
      ['forms.0.texts', { es: { back: 'WA' } }],
      '$.forms[0].texts.es.back',
    ],
    ['in a setting that is not ours', ['forms.0.intro', 'Now on Whatsapp']],
  ],
  5: [
    ['in the name', ['name', 'Café WhatsApp Aurora']],
    ['in the display name', ['senders.0.displayName', 'Aurora WhatsApp']],
  ],
  6: [
    ['a title missing in one language', ['categories.0.title.pt', undefined]],
    ['a blank title', ['categories.0.title.en', ' ']],
  ],
  7: [
    ['an example missing in one language', ['categories.1.example.en', undefined]],
    ['a blank example', ['categories.1.example.es', '']],
  ],
  8: [
    ['no frequency', ['categories.0.frequency', undefined]],
    ['a frequency of none', ['categories.0.frequency.atMost', 0], '$.categories[0].frequency'],
    ['half a message', ['categories.0.frequency.atMost', 1.5], '$.categories[0].frequency'],
    ['an unknown span', ['categories.0.frequency.per', 'hour'], '$.categories[0].frequency'],
    ['a sentence', ['categories.0.frequency', 'now and then']],
  ],
  9: [
    ['no language', ['languages', []]],
    ['a language that Quiero does not speak', ['languages', ['es', 'pt', 'en', 'fr']]],
    ['a form without a language', ['forms.0.languages', []]],
    ['a form in a language of nobody', ['forms.0.languages', ['es', 'de']]],
  ],
  10: [
    ['a capital in the company', ['id', 'Demo']],
    ['an empty company', ['id', '']],
    ['a space in a door', ['doors', [{ id: 'sms door', kind: 'twilio-sms' }]], '$.doors[0].id'],
    ['a digit first', ['doors', [{ id: '1sms', kind: 'twilio-sms' }]], '$.doors[0].id'],
    [
      'a webhook',
      ['webhooks', [{ ...webhook('https://crm.example'), id: 'a/b' }]],
      '$.webhooks[0].id',
    ],
    ['too long', ['doors', [{ id: 'a'.repeat(33), kind: 'sms' }]], '$.doors[0].id'],
  ],
  11: [
    [
      'a category offered twice',
      ['forms.0.categories', ['orders', 'offers', 'orders']],
      '$.forms[0].categories[2]',
    ],
    ['a sender twice', ['senders', [demo.senders[0], demo.senders[0]]], '$.senders[1].id'],
    ['a form twice', ['forms', [demo.forms[0], demo.forms[0]]], '$.forms[1].id'],
    [
      'a webhook twice',
      ['webhooks', [webhook('https://crm.example/a'), webhook('https://crm.example/b')]],
      '$.webhooks[1].id',
    ],
    ['a door with the name of a sender', ['doors', [{ id: 'main', kind: 'sms' }]], '$.doors[0].id'],
    [
      'a keyword twice, in another case',
      ['keywords', [...demo.keywords, { word: '#WANT', form: 'frm_demo' }]],
      '$.keywords[1].word',
    ],
  ],
  12: [
    ['two categories under one title', ['categories.1.title.es', 'Pedidos']],
    ['the same title but for its dress', ['categories.1.title.en', '*ÓRDERS!*']],
    ['a title that is another category’s in another language', ['categories.1.title.pt', 'Orders']],
    ['a title that is another category’s id', ['categories.1.title.pt', 'orders']],
  ],
  13: [
    ['a form of no sender', ['forms.0.sender', 'other']],
    ['a form with an unknown category', ['forms.0.categories.1', 'news']],
    [
      'a door of no sender',
      ['doors', [{ id: 'sms', kind: 'sms', senders: ['other'] }]],
      '$.doors[0].senders[0]',
    ],
  ],
  14: [
    ['an empty list', ['forms.0.categories', []]],
    ['no list', ['forms.0.categories', undefined]],
  ],
  15: [
    ...[
      '#stop',
      'STOP',
      'baja',
      '#sair',
      '#cancelar',
      'no',
      '#start',
      'start',
      'volver',
      '#receber',
      'help',
      '#ayuda',
    ].map((word): Case => [word, ['keywords.0.word', word]]),
    ['two words', ['keywords.0.word', '#want it']],
    ['nothing', ['keywords.0.word', '']],
    ['a hash alone', ['keywords.0.word', '#']],
    ['an emoji', ['keywords.0.word', '☕']],
  ],
  16: [['an unknown form', ['keywords.0.form', 'frm_other']]],
  17: [
    ['http', ['privacyUrl', 'http://cafe-aurora.example/privacidad']],
    ['javascript', ['privacyUrl', 'javascript:alert(1)']],
    ['no scheme', ['privacyUrl', 'cafe-aurora.example']],
    ['none', ['privacyUrl', undefined]],
    ['somebody’s password', ['privacyUrl', 'https://a:b@cafe-aurora.example/']],
  ],
  18: [
    'https://shop.example/',
    'https://shop.example/path',
    'https://shop.example?a',
    'https://*.shop.example',
    '*',
    'null',
    '',
    'shop.example',
    'http://shop.example',
    'https://Shop.example',
    'https://shop.example:443',
    'http://localhost:80',
    'https://shop.example:99999',
    'https://shop.example:0443',
    'https://user@shop.example',
    'https://shop..example',
    'https://café.example',
    'https://shop_1.example',
    'capacitor://localhost',
    'file://',
    'http://localhost.evil.example',
    'http://evillocalhost',
    'http://127.0.0.2',
    ' https://shop.example',
    `https://${'a'.repeat(300)}.example`,
  ].map((origin): Case => [origin.slice(0, 40), ['forms.0.origins.0', origin]]),
  19: [
    ['another variable', ['senders.0.provider.appSecret.env', 'PATH']],
    ['the server’s own key', ['senders.0.provider.appSecret.env', 'QUIERO_KEY']],
    ['small letters', ['senders.0.provider.appSecret.env', 'QUIERO_SECRET_meta']],
    ['more after it', ['senders.0.provider.verifyToken.env', 'QUIERO_SECRET_META PATH']],
    ['the secret itself', ['senders.0.provider.appSecret', 'hunter2']],
    [
      'of a door',
      ['doors', [{ id: 'sms', kind: 'sms', authToken: 'hunter2' }]],
      '$.doors[0].authToken',
    ],
  ],
  20: [
    ...['red', '#fff', '#12345g', '#1234567', 'rgb(0,0,0)', '#123456;}', 7].map((accent): Case => [
      `${accent}`,
      ['forms.0.theme.accent', accent],
    ]),
    ['in the dark', ['forms.0.theme.accentDark', 'black']],
  ],
  53: ['', 'bot', 'http://bot.example/in', 'ftp://bot.example', 7].map((url): Case => [
    `messages that go on to ${url}`,
    ['senders.0.passOn', { url, secret: { env: 'QUIERO_SECRET_BOT' } }],
    '$.senders[0].passOn.url',
  ]),
  54: [
    ...['', 'crm', 'http://crm.example/in', 'ftp://crm.example', 'https://a:b@crm.example', 7].map(
      (url): Case => [`events told to ${url}`, ['webhooks', [webhook(url)]], '$.webhooks[0].url'],
    ),
    ['a webhook without an address', ['webhooks', [{ id: 'crm' }]], '$.webhooks[0].url'],
  ],
  52: [
    ['no list', ['keywords', undefined]],
    ['an empty one', ['keywords', []]],
  ],
  50: [
    ['an SMS door without a number', door({ kind: 'twilio-sms' }), '$.doors[0].phone'],
    [
      'one with an address instead',
      door({ kind: 'sms', address: 'a@b.example' }),
      '$.doors[0].phone',
    ],
    ...['5511912345679', '+55 11 91234-5679', '+55', 5511912345679].map((phone): Case => [
      `${phone}`,
      door({ kind: 'vonage-sms', phone }),
      '$.doors[0].phone',
    ]),
  ],
  51: [
    ['a mailbox without an address', door({ kind: 'postmark' }), '$.doors[0].address'],
    [
      'one with a number instead',
      door({ kind: 'mailgun', phone: '+5511912345679' }),
      '$.doors[0].address',
    ],
    ...[
      'shop.example',
      '@shop.example',
      'want@',
      'want@shop',
      'want@shop.example@other.example',
      'Aurora <want@shop.example>',
      'want@shop.example,other@shop.example',
      'want@shop.example?cc=other@shop.example',
      'want.@shop.example',
      'want@-shop.example',
      '"a b"@shop.example',
      'want@shop.example\r\nBcc: x@y.example',
      `${'a'.repeat(65)}@shop.example`,
      `want@${'a.'.repeat(130)}example`,
      7,
    ].map((address): Case => [
      `${address}`.slice(0, 40),
      door({ kind: 'sendgrid', address }),
      '$.doors[0].address',
    ]),
  ],
}
