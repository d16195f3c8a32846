import { wordsOf } from './normalise.ts'
import {
  buttonTextsOf,
  PLACEHOLDER,
  textsOf,
  withoutPlaceholders,
  type TemplatePart,
} from './template.ts'
import { at, whereverIn, type TemplateRule } from './template-rule.ts'

/**
 * What Meta asks of the gaps in a template: `{{1}}`, `{{2}}` in a row from 1, or `{{first_name}}`, never
 * both, at most 32 characters, with words around each (developers.facebook.com, WhatsApp, Templates,
 * Overview and Components; WhatsApp Manager refuses the rest while one types).
 */
export const TEMPLATE_PLACEHOLDER_RULES = [
  {
    number: 20,
    rule: 'placeholder-malformed',
    weight: 'must',
    findIn: ({ template }) =>
      whereverIn(textsOf(template), (text) => MALFORMED.test(withoutPlaceholders(text))),
  },
  {
    number: 21,
    rule: 'placeholder-not-taken',
    weight: 'must',
    // A header takes one; footers and buttons take none.
    findIn: ({ template }) =>
      [...textsOf(template), ...buttonTextsOf(template)]
        .filter(({ where, text }) => {
          const count = gapsOf(text).length
          return where === 'header' ? count > 1 : where !== 'body' && count > 0
        })
        .map(({ where }) => where),
  },
  {
    number: 22,
    rule: 'placeholders-mixed',
    weight: 'must',
    findIn: ({ template }) => {
      const gaps = textsOf(template).flatMap(({ text }) => gapsOf(text))
      const numbered = gaps.filter((gap) => /^\d/u.test(gap)).length
      return at('body', numbered > 0 && numbered < gaps.length)
    },
  },
  {
    number: 23,
    rule: 'placeholders-not-in-row',
    weight: 'must',
    // Each part is counted from 1.
    findIn: ({ template }) => whereverIn(takingPartsOf(textsOf(template)), isOutOfRow),
  },
  {
    number: 24,
    rule: 'placeholder-twice',
    weight: 'must',
    // Meta refuses a name that comes twice; of a number it says nothing.
    findIn: ({ template }) =>
      whereverIn(takingPartsOf(textsOf(template)), (text) => {
        const named = gapsOf(text).filter((gap) => !/^\d/u.test(gap))
        return new Set(named).size < named.length
      }),
  },
  {
    number: 25,
    rule: 'placeholder-at-edge',
    weight: 'must',
    // The words of an authentication template are Meta's own, and in English begin with the code.
    findIn: ({ template: { kind, body } }) =>
      at(
        'body',
        kind === 'authentication' ? ENDS.test(body) : ENDS.test(body) || BEGINS.test(body),
      ),
  },
  {
    number: 26,
    rule: 'placeholders-touch',
    weight: 'must',
    findIn: ({ template: { body } }) => at('body', /\}\}[\s*_~`]*\{\{/u.test(body)),
  },
  {
    number: 27,
    rule: 'placeholders-too-many',
    weight: 'should',
    // Meta publishes no figure (its error 2388293); three words for each and one more is what passes.
    findIn: ({ template: { kind, body } }) => {
      const count = gapsOf(body).length
      const words = wordsOf(withoutPlaceholders(body)).length + count
      return at('body', kind !== 'authentication' && count > 0 && words < count * 3 + 1)
    },
  },
] as const satisfies readonly TemplateRule[]

/** What stands between the braces of each placeholder, in order. */
export const gapsOf = (text: string): readonly string[] =>
  (text.match(PLACEHOLDER) ?? []).map((gap) => gap.slice(2, -2))

const takingPartsOf = (parts: readonly TemplatePart[]): readonly TemplatePart[] =>
  parts.filter(({ where }) => where !== 'footer')

const isOutOfRow = (text: string): boolean => {
  const numbers = new Set(gapsOf(text).filter((gap) => /^\d/u.test(gap)))
  return [...numbers].some((number) => Number(number) > numbers.size)
}

// A brace that is left over, or another system's way to write a gap: %s, [[1]], [Nombre], <name>.
const MALFORMED = /[{}]|%\d?\$?[sd]\b|\[\[|\[[\p{L}_ ]{2,30}\]|<[\p{L}_ ]{2,30}>/u

// WhatsApp's own markup around a placeholder is no text.
const BEGINS = /^[\s*_~`]*\{\{/u
const ENDS = /\}\}[\s*_~`]*$/u
