import { isOptOutWord } from './opt-out-words.ts'
import { soundsLikeOptOut } from './opt-out-suspected.ts'
import { readPayload } from './payload.ts'
import { says } from './pressing-texts.ts'
import { sentencesOf, textsOf, withoutPlaceholders, type Template } from './template.ts'
import { at, type TemplateRead, type TemplateRule } from './template-rule.ts'

/**
 * Whether a template tells people how to stop, in a way that Quiero then hears. Each marketing message needs
 * it (ePrivacy directive article 13.4, Argentina's 25.326 article 27, WhatsApp's opt-out guidance), each
 * other is better with it. The words of an authentication template are Meta's, which has none.
 */
export const TEMPLATE_OPT_OUT_RULES = [
  {
    number: 40,
    rule: 'opt-out-missing',
    weight: 'must',
    findIn: (read) => at('body', read.template.kind === 'marketing' && wayOutOf(read) === 'none'),
  },
  {
    number: 41,
    rule: 'opt-out-advised',
    weight: 'should',
    findIn: (read) =>
      at('body', isOf(read, 'utility', 'service') && ['none', 'hard'].includes(wayOutOf(read))),
  },
  {
    number: 42,
    rule: 'opt-out-not-heard',
    weight: 'must',
    findIn: (read) => [
      ...unheardButtonsOf(read),
      ...at('body', unheardButtonsOf(read).length === 0 && wayOutOf(read) === 'unheard'),
    ],
  },
  {
    number: 43,
    rule: 'opt-out-hard',
    weight: 'must',
    // Elsewhere it may be a paid subscription that one calls to cancel.
    findIn: (read) => at('body', isOf(read, 'marketing') && wayOutOf(read) === 'hard'),
  },
] as const satisfies readonly TemplateRule[]

/** Whether a sentence is about stopping, which may well name the offers that somebody no longer wants. */
export const isAboutStopping = (sentence: string): boolean => says(PURPOSES, sentence)

/** How a template lets people out: so that it is heard, by more than a word, by a word of nobody's, or not. */
type WayOut = 'heard' | 'hard' | 'unheard' | 'none'

const isOf = (
  { template: { kind } }: TemplateRead,
  ...kinds: readonly Template['kind'][]
): boolean => kinds.includes(kind)

const wayOutOf = (read: TemplateRead): WayOut => {
  if (isOf(read, 'authentication')) return 'heard'
  const sentences = textsOf(read.template).flatMap(({ text }) =>
    sentencesOf(withoutPlaceholders(text)),
  )
  const isHeard =
    sentences.some((sentence) => namesWord(sentence, read.alsoStopOn)) || hasButtonOut(read)
  if (isHeard) return 'heard'
  const about = sentences.filter(isAboutStopping)
  if (about.some((sentence) => says(HURDLES, sentence))) return 'hard'
  if (about.some((sentence) => LINK.test(sentence))) return 'heard'
  const isUnheard =
    unheardButtonsOf(read).length > 0 || about.some((sentence) => says(ANSWERS, sentence))
  return isUnheard ? 'unheard' : 'none'
}

/** A button that leads out: one that we hear, or a link that says so. */
const hasButtonOut = ({ template: { buttons = [] }, alsoStopOn }: TemplateRead): boolean =>
  buttons.some((button) => {
    if (button.kind === 'url') return isAboutStopping(button.text)
    return button.kind === 'quick-reply' && isHeard(button, alsoStopOn)
  })

const isHeard = (
  { text, payload = '' }: { readonly text: string; readonly payload?: string | undefined },
  alsoStopOn: readonly string[],
): boolean => {
  const said = readPayload(payload)?.says
  const isOut = said !== undefined && said !== 'want'
  return isOut || isOptOutWord(text, alsoStopOn) || isOptOutWord(payload, alsoStopOn)
}

/** Quick replies that mean a no, and would only be suspected of one when they come. */
const unheardButtonsOf = (read: TemplateRead): readonly string[] =>
  (read.template.buttons ?? []).flatMap((button, index) =>
    at(
      `buttons.${index}`,
      button.kind === 'quick-reply' &&
        (isAboutStopping(button.text) || soundsLikeOptOut(button.text)) &&
        !isHeard(button, read.alsoStopOn),
    ),
  )

const LONGEST_WORD = 3

/** Whether a sentence names an opt-out word as one: after "reply", or with what it is for, and made to stand out. */
const namesWord = (sentence: string, alsoStopOn: readonly string[]): boolean => {
  const tokens = sentence.split(/\s+/u).filter((token) => token !== '')
  const isAbout = isAboutStopping(sentence)
  return tokens.some((token, from) =>
    lengths.some((length) => {
      const word = tokens.slice(from, from + length).join(' ')
      if (!isOptOutWord(word, alsoStopOn)) return false
      const isAsked = says(ANSWERS, tokens.slice(Math.max(0, from - 8), from).join(' '))
      if (isLoud(token)) return isAsked || isAbout
      return isAsked && isAbout && !BINDS.test(tokens[from - 1] ?? '')
    }),
  )
}

const lengths = Array.from({ length: LONGEST_WORD }, (_, index) => index + 1)

// In capitals, between quotes or asterisks, or with a capital: not the "salir" of "tu pedido va a salir".
const isLoud = (token: string): boolean => /^[\p{Lu}*_"“”'‘’«»#]/u.test(token)

// "Reply CANCEL to opt out" names CANCEL, and not "opt out".
const BINDS = /^(?:to|para|pra|de|a|darte|darse|dar)$/iu

const LINK = /https?:\/\/|\bwww\./iu

// Written without accents, as `says` compares.
const ANSWERS: readonly RegExp[] = [
  /\b(?:respond(?:e|a|er|enos|anos|iendo)|contest(?:a|e|anos|enos)|escrib(?:e|a|iendo|enos|anos|ir)|envi(?:a|e|ar|ando|anos|enos)|mand(?:a|e|ar|anos|enos)|digit(?:a|e|ando)|teclea|marca|pulsa|toca)\b/u,
  /\b(?:respond(?:endo)?|escrev(?:a|e|endo|er)|digitando|mandando|toque)\b/u,
  /\b(?:reply(?:ing)?|text(?:ing)?|send(?:ing)?|type|typing|write|writing|answer(?:ing)?|tap)\b/u,
]

const PURPOSES: readonly RegExp[] = [
  /\b(?:dejar de (?:recibir|escribir|enviar)|no (?:quieres?|deseas?) (?:recibir|mas)|no (?:quieres?|deseas?)(?: que)? .{0,20}mensajes|(?:para|prefieres) no recibir|ya no (?:quieres?|deseas?)|no recibir mas|(?:dar(?:te|se|me)|date|dese) de baja|baja de (?:la|esta|nuestra) lista|cancelar? (?:tu|la|su) suscripcion|desuscri\w+|dejar la lista|salir de (?:la|esta) lista)\b/u,
  /\b(?:(?:parar|deixar) de receber|nao (?:quer(?:es|er)?|quiser|deseja)(?: mais)? (?:receber|mensagens|nossas)|nao receber|cancelar? (?:a|sua) inscricao|descadastr\w+|sair d[ae]sta lista|sair da lista|parar (?:as|estas|essas) mensagens)\b/u,
  /\b(?:to (?:stop|opt[ -]?out|unsubscribe|end|quit)|opt(?:ing)?[ -]?out|unsubscribe|no longer (?:want|wish)|don'?t want (?:to (?:receive|get|hear)|these|more|our)|stop (?:receiving|getting|promotions|messages|offers|these))\b/u,
]

/** Doors in the way of a no: a login, a call, a visit, a form to fill in. */
const HURDLES: readonly RegExp[] = [
  /\b(?:inici(?:a|e|ar) sesion|ingres(?:a|e|ar) (?:a|en) (?:tu|su) cuenta|llam(?:a|e|anos|enos|ar|ando)|visit(?:a|e|anos|ar)|acercate|acerquese|complet(?:a|e|ar) (?:el|un|este) formulario|carta|correo postal)\b/u,
  /\b(?:faca login|entre na sua conta|acesse sua conta|ligue|ligando|visite|preencha (?:o|um|este) formulario|compareca)\b/u,
  /\b(?:log[ -]?in|sign in|call(?: us)?|visit (?:us|our|a|one)|fill (?:in|out)|letter)\b/u,
]
