import { HIDDEN } from './hidden-characters.ts'
import {
  buttonTextsOf,
  buttonUrlsOf,
  PLACEHOLDER,
  textsOf,
  withoutPlaceholders,
  type Template,
  type TemplateButton,
} from './template.ts'
import { at, whereverIn, type TemplateRule } from './template-rule.ts'

/**
 * How long a part may be (developers.facebook.com, WhatsApp, Templates, Components). Counted in UTF-16
 * units, of which an emoji has two or more, so that what fits here fits however Meta counts.
 */
export const TEMPLATE_LIMITS = {
  header: 60,
  body: 1024,
  footer: 60,
  button: 25,
  url: 2000,
} as const

/** How many buttons a template may have, in all and of those kinds that are counted apart (same page). */
const MOST_BUTTONS = 10
const MOST_OF_KIND = { url: 2, phone: 1, 'copy-code': 1, 'one-time-code': 1 } as const

// WhatsApp Manager counts them; the figure is what providers report of its refusals.
const MOST_EMOJIS = 10

/** What Meta's own form refuses of a template before anybody reads it: sizes, buttons, characters, links. */
export const TEMPLATE_SHAPE_RULES = [
  {
    number: 1,
    rule: 'body-empty',
    weight: 'must',
    findIn: ({ template: { body } }) => at('body', !/\p{L}/u.test(withoutPlaceholders(body))),
  },
  {
    number: 2,
    rule: 'text-too-long',
    weight: 'must',
    findIn: ({ template }) => tooLongIn(template),
  },
  {
    number: 3,
    rule: 'buttons-too-many',
    weight: 'must',
    findIn: ({ template: { buttons = [] } }) =>
      at('buttons', buttons.length > MOST_BUTTONS || hasTooManyOfAKind(buttons)),
  },
  {
    number: 4,
    rule: 'buttons-in-disorder',
    weight: 'must',
    findIn: ({ template: { buttons = [] } }) => at('buttons', !areGrouped(buttons)),
  },
  {
    number: 5,
    rule: 'button-twice',
    weight: 'must',
    findIn: ({ template }) => {
      const texts = buttonTextsOf(template).map(({ text }) => text.trim().toLowerCase())
      return texts.flatMap((text, index) => at(`buttons.${index}`, texts.indexOf(text) < index))
    },
  },
  {
    number: 6,
    rule: 'not-plain',
    weight: 'must',
    // Meta's error 2388060 for buttons; Twilio's 63040 tells the same of headers and footers.
    findIn: ({ template }) => whereverIn(plainPartsOf(template), isDressed),
  },
  {
    number: 7,
    rule: 'spacing',
    weight: 'must',
    findIn: ({ template: { body } }) => at('body', /\t| {5}|\n\s*\n\s*\n/u.test(body)),
  },
  {
    number: 8,
    rule: 'characters-hidden',
    weight: 'must',
    findIn: ({ template }) =>
      whereverIn([...textsOf(template), ...buttonTextsOf(template)], (text) => HIDDEN.test(text)),
  },
  {
    number: 9,
    rule: 'emojis-too-many',
    weight: 'should',
    findIn: ({ template: { body } }) => at('body', (body.match(EMOJIS) ?? []).length > MOST_EMOJIS),
  },
  {
    number: 10,
    rule: 'link-not-valid',
    weight: 'must',
    findIn: ({ template }) => whereverIn(buttonUrlsOf(template), (url) => !isLink(url)),
  },
  {
    number: 11,
    rule: 'link-hides-target',
    weight: 'must',
    findIn: ({ template }) =>
      whereverIn([...textsOf(template), ...buttonUrlsOf(template)], (text) => HIDES.test(text)),
  },
] as const satisfies readonly TemplateRule[]

const tooLongIn = (template: Template): readonly string[] => [
  ...(['header', 'body', 'footer'] as const).filter(
    (part) => (template[part] ?? '').length > TEMPLATE_LIMITS[part],
  ),
  ...whereverIn(buttonTextsOf(template), (text) => text.length > TEMPLATE_LIMITS.button),
  ...whereverIn(buttonUrlsOf(template), (url) => url.length > TEMPLATE_LIMITS.url),
]

/**
 * As much of a template as is worth reading: what lies beyond is too long and too many as it is, and would
 * only keep others waiting.
 */
export const beginningOf = (template: Template): Template => ({
  ...template,
  header: cut(template.header ?? '', 'header'),
  body: cut(template.body, 'body'),
  footer: cut(template.footer ?? '', 'footer'),
  buttons: (template.buttons ?? []).slice(0, 2 * MOST_BUTTONS).map(cutButton),
})

const cutButton = (button: TemplateButton): TemplateButton => {
  const text = cut(button.text, 'button')
  return button.kind === 'url'
    ? { ...button, text, url: cut(button.url, 'url') }
    : { ...button, text }
}

const cut = (text: string, part: keyof typeof TEMPLATE_LIMITS): string =>
  text.slice(0, 2 * TEMPLATE_LIMITS[part])

const hasTooManyOfAKind = (buttons: readonly TemplateButton[]): boolean =>
  Object.entries(MOST_OF_KIND).some(
    ([kind, most]) => buttons.filter((button) => button.kind === kind).length > most,
  )

// Quick replies stand together, before or after all others: they change over once at most.
const areGrouped = (buttons: readonly TemplateButton[]): boolean =>
  buttons.filter(
    ({ kind }, index) =>
      index > 0 && (kind === 'quick-reply') !== (buttons[index - 1]?.kind === 'quick-reply'),
  ).length <= 1

const plainPartsOf = (template: Template) => [
  ...textsOf(template).filter(({ where }) => where !== 'body'),
  ...buttonTextsOf(template),
]

// © and ® are pictographs to Unicode, and letters to everybody else.
const EMOJIS = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu

const isDressed = (text: string): boolean =>
  /[\n\r\t*_~`]/u.test(withoutPlaceholders(text)) || hasEmoji(text)

/** Whether there is an emoji in a text. */
export const hasEmoji = (text: string): boolean => text.search(EMOJIS) >= 0

// A link has at most one placeholder, and that at its end.
const isLink = (url: string): boolean => {
  const fixed = url.replace(/\{\{[^{}]*\}\}$/u, '')
  return (
    /^https?:\/\/[^\s/?#{}]+\.[^\s/?#{}]{2,}(?:[/?#][^\s{}]*)?$/iu.test(fixed) &&
    (fixed === url || url.search(PLACEHOLDER) >= 0)
  )
}

// Shorteners, and links into WhatsApp itself, which Meta reserves.
const HIDES =
  /(?<![\p{L}\d.-])(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|cutt\.ly|rb\.gy|rebrand\.ly|acortar\.link|encurtador\.com\.br|shorturl\.at|buff\.ly|t\.ly|wa\.link|wa\.me|(?:api|chat)\.whatsapp\.com)(?![\p{L}\d-])/iu
