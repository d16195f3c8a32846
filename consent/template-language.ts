import { LANGUAGES, type Language } from './company.ts'
import { wordsOf } from './normalise.ts'
import { sentencesOf, textsOf, withoutPlaceholders } from './template.ts'
import { withoutNames } from './template-names.ts'
import { whereverIn, type TemplateRule } from './template-rule.ts'

/** Whether a template is written in the language that it claims, all of it: Meta refuses a mixture too. */
export const TEMPLATE_LANGUAGE_RULES = [
  {
    number: 60,
    rule: 'language-differs',
    weight: 'must',
    findIn: ({ template, names }) => {
      const { language } = template
      const parts = textsOf(template).map(({ where, text }) => ({
        where,
        text: withoutNames(withoutPlaceholders(text).replace(LINKS, ' '), names),
      }))
      const mixed = parts.filter(({ text }) =>
        sentencesOf(text).some((sentence) => isClearlyOther(wordsOf(sentence), language)),
      )
      if (mixed.length > 0) return mixed.map(({ where }) => where)
      if (isOther(wordsOf(parts.map(({ text }) => text).join(' ')), language)) return ['body']
      return whereverIn(parts, (text) => isUnknown(wordsOf(text), language))
    },
  },
] as const satisfies readonly TemplateRule[]

const LINKS = /(?:https?:\/\/|\bwww\.)\S+/giu

const isOther = (words: readonly string[], language: Language): boolean =>
  LANGUAGES.some(
    (other) => count(words, other) >= 2 && count(words, other) > count(words, language),
  )

/** Whether one sentence among others is in another language: "Shop now and get it by tomorrow". */
const isClearlyOther = (words: readonly string[], language: Language): boolean =>
  LANGUAGES.some(
    (other) => count(words, other) >= 3 && count(words, other) > 2 * count(words, language),
  )

/** Whether hardly a word is known where many should be: a language that Quiero does not speak. */
const isUnknown = (words: readonly string[], language: Language): boolean =>
  words.length >= 10 && count(words, language) * 10 < words.length

const count = (words: readonly string[], language: Language): number =>
  words.filter((word) => TELLING[language].has(word)).length

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

// Frequent words that, without their accents, are of one of the three languages alone. "Do", "as", "no",
// "me", "has", "for", "o", "mas" and "sale" are of two.
const TELLING: { readonly [language in Language]: ReadonlySet<string> } = {
  es: setOf(
    'el la los las lo al del una unos unas y con es son estan estamos en por tus mi mis su sus tu nos te le les ' +
      'hola gracias puedes puede pueden hoy manana tambien cuando pero si tienes tiene tenemos ya muy nuestro nuestra ' +
      'nuestros nuestras hemos fue fueron usted ustedes escribe escribenos responde recibir mensaje mensajes dejar ' +
      'quieres quiere deseas necesitas llega llego llegara ayuda sobre hasta desde entre aqui ahora dias hora horas ' +
      'codigo verificacion pregunta esta este estas estos porque mas sin ni cuenta buenos buenas dia cita dudas listo ' +
      'lista salio pago factura direccion visitanos esperamos avisame avisaremos confirmar confirma seguir',
  ),
  pt: setOf(
    'os um uma uns umas e com sao seu seus suas sua voce voces nao da dos das em na nas ao aos pelo pela nos oi ola ' +
      'obrigado obrigada pode podem hoje amanha tambem quando sim tem temos ja muito nosso nossa nossos nossas foi ' +
      'foram responda escreva envie receber mensagem mensagens parar quiser quer deseja precisa chega chegou chegara ' +
      'ajuda sobre ate desde entre aqui agora dias hora horas codigo verificacao pergunta esta este estao porque mais ' +
      'sem conta bom boa dia duvidas pronto saiu pagamento fatura endereco esperamos confirmar confirme acompanhe ' +
      'acompanhar seguranca compartilhe expira atendimento para de se por',
  ),
  en: setOf(
    'the your you yours is are was were have had to of and we our ours us with this that these will would at on in ' +
      'it its be been from by please thanks thank hi hello hey reply if not any here can could today tomorrow there ' +
      'when what which who how need needs want ready message messages order orders help just now see get back its ' +
      'code verification share security minutes expires after before until about more left',
  ),
}
