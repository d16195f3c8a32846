import type { Change, Case } from './refusal-cases.ts'

const own = (key: string, text: unknown, language = 'es'): Change => [
  'forms.0.texts',
  { [language]: { [key]: text } },
]

const at = (key: string, language = 'es'): string =>
  `$.forms[0].texts.${language}${/^\w+$/u.test(key) ? `.${key}` : `["${key}"]`}`

const ownCase = (sentence: string, key: string, text: unknown, language = 'es'): Case => [
  sentence,
  own(key, text, language),
  at(key, language),
]

const ACCENT = '$.forms[0].theme.accent'
const ACCENT_DARK = '$.forms[0].theme.accentDark'

/** At least one case for each refusal of what a form says and how it looks. */
export const FORM_CASES: Readonly<Record<number, readonly Case[]>> = {
  38: [
    ['a pale accent', ['forms.0.theme', { accent: '#ffd54f' }], ACCENT],
    ['one that is a shade too pale', ['forms.0.theme', { accent: '#8d8d8d' }], ACCENT],
    ['a dark accent in the dark', ['forms.0.theme', { accent: '#6a1b9a', scheme: 'dark' }], ACCENT],
    [
      'a dark accent where the form may be dark',
      ['forms.0.theme', { accent: '#6a1b9a', scheme: 'auto' }],
      ACCENT_DARK,
    ],
    [
      'a dark accent for the dark',
      ['forms.0.theme', { accent: '#6a1b9a', accentDark: '#6a1b9b', scheme: 'auto' }],
      ACCENT_DARK,
    ],
    [
      'a pale accent where the form may be light',
      ['forms.0.theme', { accent: '#ffd54f', scheme: 'auto' }],
      ACCENT,
    ],
  ],
  39: [
    ['a language of nobody', ['forms.0.texts', { fr: {} }], '$.forms[0].texts.fr'],
    [
      'a text without its language',
      ['forms.0.texts', { phone: 'Celular' }],
      '$.forms[0].texts.phone',
    ],
    ownCase('a text that no form has', 'headline', 'Bienvenida'),
    ownCase('a badge', 'verified', 'Verificado'),
    ownCase('what was agreed', 'agreed', '{company} te escribirá{at} mucho:'),
    ownCase('what a no is answered with', 'declined', 'Qué pena, {company} te extraña.'),
    ownCase('how to stop', 'stopNow', 'Pausar'),
    ownCase('a name that every object has', 'constructor', 'Nada'),
    ownCase('a name that is none', '__proto__x', 'Nada'),
  ],
  40: [
    ownCase('a gap that is missing', 'byHand', 'Envía este mensaje:'),
    ownCase('a gap in another language', 'byHand', 'Envía este mensaje al {número}:'),
    ownCase('a gap that the form does not fill', 'phone', 'Tu número, {name}'),
    ownCase('half a gap', 'example', 'Ejemplo: {example} {'),
  ],
  41: [
    ownCase('nothing', 'phone', ''),
    ownCase('blanks', 'phone', '   '),
    ownCase('signs alone', 'back', '→'),
    ownCase('no text', 'phone', 7),
    ownCase('a novel', 'phone', 'palabra '.repeat(30)),
  ],
  42: [
    ownCase('an element', 'waiting', '<b>Esperamos</b>'),
    ownCase('an entity', 'waiting', 'Tu mensaje&nbsp;aquí'),
    ownCase('a link', 'waitHere', 'Mira https://cafe.example'),
    ownCase('a bare link', 'waitHere', 'Mira www.cafe.example'),
    ownCase('an address', 'not-sent', 'Escribe a ayuda@cafe.example'),
    ownCase('a number', 'sendThis', 'Envíalo al (55) 1234-5678'),
    ownCase('another number in a gap’s place', 'byHand', 'Envía a {number} o +52 55 1234'),
    ownCase('two lines', 'sendThis', 'Abre\nWhatsApp'),
  ],
  43: [
    ownCase('haste', 'continue', '¡Apúrate! Falta un paso'),
    ownCase('haste in formal Spanish', 'waiting', 'Es su última oportunidad'),
    ownCase('haste in Portuguese', 'continue', 'Só hoje: falta um passo', 'pt'),
    ownCase('haste in English', 'continue', 'Hurry, one step left', 'en'),
    ownCase('a reward', 'continue', 'Un paso y 15 % menos'),
    ownCase('a gift', 'continue', 'Falta um passo para seu brinde', 'pt'),
    ownCase('a discount', 'openWhatsApp', 'Get your discount', 'en'),
    ownCase('a duty', 'phone', 'Debes aceptar: tu número'),
    ownCase('a duty to buy', 'continue', 'Um passo para comprar', 'pt'),
  ],
  44: [
    ['in the name', ['name', 'Café\u200BAurora']],
    ['in a title', ['categories.0.title.es', 'Pe\u00ADdidos']],
    ['turned about', ['categories.1.example.es', 'Hola \u202Eanitram']],
    ownCase('in a text', 'phone', 'Tu n\u2060úmero'),
    ownCase('a bell', 'phone', 'Tu número\u0007'),
  ],
}
