import { CLAIMS_PARTNERSHIP, says, SHAMES } from './pressing-texts.ts'
import { buttonTextsOf, sentencesOf, textsOf } from './template.ts'
import { namesBusiness } from './template-names.ts'
import { at, whereverIn, type TemplateRule } from './template-rule.ts'
import { isWhatsAppMisspelt } from './whatsapp-name.ts'

/** What a template must say of who writes, and what no message may say (facts sections 4, 8 and 16). */
export const TEMPLATE_HONESTY_RULES = [
  {
    number: 30,
    rule: 'business-not-named',
    weight: 'must',
    // The words of an authentication template are Meta's; there WhatsApp alone shows who writes.
    findIn: ({ template, names }) =>
      at(
        'body',
        template.kind !== 'authentication' &&
          !textsOf(template).some(({ text }) => namesBusiness(text, names)),
      ),
  },
  {
    number: 31,
    rule: 'whatsapp-misspelt',
    weight: 'must',
    findIn: ({ template }) =>
      whereverIn([...textsOf(template), ...buttonTextsOf(template)], isWhatsAppMisspelt),
  },
  {
    number: 32,
    rule: 'claims-partnership',
    weight: 'must',
    findIn: ({ template }) =>
      whereverIn(textsOf(template), (text) => says(CLAIMS_PARTNERSHIP, text)),
  },
  {
    number: 33,
    rule: 'shames',
    weight: 'must',
    findIn: ({ template }) =>
      whereverIn([...textsOf(template), ...buttonTextsOf(template)], (text) => says(SHAMES, text)),
  },
  {
    number: 34,
    rule: 'asks-for-secrets',
    weight: 'must',
    // Meta refuses a template that asks for whole numbers of cards, accounts or identity cards.
    findIn: ({ template }) =>
      whereverIn(textsOf(template), (text) => sentencesOf(text).some(asksForSecrets)),
  },
] as const satisfies readonly TemplateRule[]

const asksForSecrets = (sentence: string): boolean =>
  says(ASKS, sentence) && says(SECRETS, sentence) && !says(FORBIDS, sentence)

const ASKS: readonly RegExp[] = [
  /\b(?:envi(?:a|e|ame|anos|enos)|mand(?:a|e|ame|anos|enos)|compart(?:e|a|enos)|respond(?:e|a|enos)|indic(?:a|anos|enos)|dinos|facilit(?:a|anos|enos)|confirm(?:a|anos|e|enos))\b/u,
  /\b(?:compartilhe|informe|passe|diga)\b/u,
  /\b(?:send|reply with|share|tell|provide|give|confirm)\b/u,
]

const SECRETS: readonly RegExp[] = [
  /\b(?:cvv|cvc|cbu|clabe|cpf|curp|pin)\b/u,
  /\b(?:contrasena|clave bancaria|clave secreta|numero de (?:tu |su |la )?(?:tarjeta|cuenta|cedula|dni|pasaporte|documento))\b/u,
  /\b(?:senha|numero (?:do|de|da) (?:seu |sua )?(?:cartao|conta|rg|passaporte))\b/u,
  /\b(?:password|(?:card|bank account|account|social security|passport) number)\b/u,
]

const FORBIDS: readonly RegExp[] = [
  /\b(?:no|nunca|jamas|sin|ni|nao|jamais|nem|never|not|don'?t|nobody|without)\b/u,
]
