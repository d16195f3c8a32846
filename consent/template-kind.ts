import { promotes } from './template-promotion.ts'
import { says } from './pressing-texts.ts'
import {
  buttonTextsOf,
  sentencesOf,
  textsOf,
  withoutPlaceholders,
  type TemplatePart,
} from './template.ts'
import { isAboutStopping } from './template-opt-out.ts'
import { gapsOf } from './template-placeholders.ts'
import { at, whereverIn, type TemplateRead, type TemplateRule } from './template-rule.ts'
import { hasEmoji } from './template-shape.ts'
import { withoutNames } from './template-names.ts'
import { concernsTransaction } from './template-transaction.ts'

/** Whether a template is plausibly of the kind that it says (Meta's Template categorization). */
export const TEMPLATE_KIND_RULES = [
  {
    number: 50,
    rule: 'promotion',
    weight: 'must',
    findIn: (read) => (read.template.kind === 'marketing' ? [] : sellingPartsOf(read)),
  },
  {
    number: 51,
    rule: 'code-outside-authentication',
    weight: 'must',
    // "Only authentication templates can be used to send a one-time passcode."
    findIn: ({ template }) =>
      template.kind === 'authentication' ? [] : whereverIn(textsOf(template), sendsCode),
  },
  {
    number: 52,
    rule: 'code-missing',
    weight: 'must',
    findIn: ({ template: { kind, body } }) =>
      at(
        'body',
        kind === 'authentication' && !(gapsOf(body).length === 1 && says(NAMES_CODE, body)),
      ),
  },
  {
    number: 53,
    rule: 'code-with-more',
    weight: 'must',
    // Meta's text is fixed: no header, no link, no emoji, no button but the one of the code.
    findIn: ({ template }) => {
      if (template.kind !== 'authentication') return []
      const { header, buttons = [] } = template
      return [
        ...at('header', header !== undefined && header !== ''),
        ...whereverIn(
          textsOf({ ...template, header: '' }),
          (text) => /https?:|\bwww\./iu.test(text) || hasEmoji(text),
        ),
        ...buttons.flatMap(({ kind }, index) => at(`buttons.${index}`, kind !== 'one-time-code')),
      ]
    },
  },
  {
    number: 54,
    rule: 'not-specific',
    weight: 'should',
    // "An order confirmation must contain an order number": without a gap it says the same to everybody.
    findIn: (read) => {
      const { kind, header = '', body } = read.template
      if (kind !== 'utility' || sellingPartsOf(read).length > 0) return []
      const isSame = gapsOf(header + body).length === 0
      return at('body', isSame || !concernsTransaction(withoutNames(header + body, read.names)))
    },
  },
] as const satisfies readonly TemplateRule[]

const sellingPartsOf = (read: TemplateRead): readonly string[] =>
  whereverIn(offeredIn(read), (text) => promotes(text, read.template.language))

// A business may be called "Ofertas del Sur", and a way out may name what it leads out of.
const offeredIn = ({ template, names }: TemplateRead): readonly TemplatePart[] =>
  [...textsOf(template), ...buttonTextsOf(template)].map(({ where, text }) => ({
    where,
    text: sentencesOf(withoutNames(withoutPlaceholders(text), names))
      .filter((sentence) => !isAboutStopping(sentence))
      .join('. '),
  }))

const sendsCode = (text: string): boolean =>
  sentencesOf(text).some(
    (sentence) => gapsOf(sentence).length > 0 && says(ONE_TIME_CODES, sentence),
  )

const ONE_TIME_CODES: readonly RegExp[] = [
  /\bcodigo (?:de (?:verificacion|seguridad|autenticacion|autenticacao|verificacao|seguranca|un solo uso|uso unico|inicio de sesion|login)|otp)\b/u,
  /\b(?:clave (?:dinamica|temporal|de un solo uso)|contrasena (?:temporal|de un solo uso)|senha (?:temporaria|de uso unico))\b/u,
  /\b(?:verification|security|authentication|login|log-in|sign-in|one-time) (?:pass)?code\b|\bone-time password\b|\b(?:otp|passcode)\b/u,
]

const NAMES_CODE: readonly RegExp[] = [/\b(?:codigo|code|passcode|otp)\b/u]
