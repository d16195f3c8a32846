import { LANGUAGES, type Language } from './company.ts'
import { HIDDEN } from './hidden-characters.ts'
import { CHANGEABLE_TEXTS, gapsIn, insteadOf } from './own-texts.ts'
import { itemsUnder, membersOf, settingsIn, textAt, under, type Place } from './place.ts'
import { LURES, says } from './pressing-texts.ts'
import { unless, type RefusalRule } from './refusal.ts'

/** Refusals of the words that a form says instead of Quiero's own. */
export const OWN_TEXT_REFUSALS: readonly RefusalRule[] = [
  {
    number: 39,
    rule: 'text-not-changeable',
    findIn: (document) => [
      ...unless(
        itemsUnder(document, 'forms').flatMap((form) => membersOf(under(form, 'texts'))),
        ({ key }) => LANGUAGES.some((language) => language === key),
        `Put the texts under their language: ${LANGUAGES.join(', ')}.`,
      ),
      ...unless(
        itemsUnder(document, 'forms').flatMap((form) =>
          LANGUAGES.flatMap((language) => membersOf(under(under(form, 'texts'), language))),
        ),
        ({ key }) => isChangeable(key),
        `Take this text out. What a form may say in other words: ${CHANGEABLE_TEXTS.join(', ')}.`,
      ),
    ],
  },
  {
    number: 40,
    rule: 'text-gaps-differ',
    findIn: (document) =>
      ownTextsIn(document).flatMap((text) => {
        const gaps = gapsIn(text.instead)
        const isFine = ({ value }: Place) =>
          typeof value !== 'string' || isSame(gapsIn(value), gaps)
        return unless([text], isFine, gapSentence(gaps))
      }),
  },
  {
    number: 41,
    rule: 'text-too-long',
    findIn: (document) =>
      ownTextsIn(document).flatMap((text) =>
        unless(
          [text],
          (place) => isSaid(place) && textAt(place).length <= lengthFor(text.instead),
          `Say it in words, with ${lengthFor(text.instead)} characters at most, or leave the text out.`,
        ),
      ),
  },
  {
    number: 42,
    rule: 'text-not-plain',
    findIn: (document) =>
      unless(
        ownTextsIn(document),
        (text) => !NOT_PLAIN.test(textAt(text)),
        'Write plain words: no markup, link, address, number of a phone or line break.',
      ),
  },
  {
    number: 43,
    rule: 'text-presses',
    findIn: (document) =>
      unless(
        ownTextsIn(document),
        (text) => !says(LURES, textAt(text)),
        'Take out what hurries, rewards or obliges: here the form only helps to fill it in.',
      ),
  },
  {
    number: 44,
    rule: 'characters-hidden',
    findIn: (document) =>
      unless(
        settingsIn(document),
        ({ value }) => typeof value !== 'string' || !HIDDEN.test(value),
        'Take out the characters that nobody sees, or that turn the direction of the text.',
      ),
  },
]

/** A text of a form's own, and what Quiero says in its place. */
type OwnText = Place & { readonly instead: string }

const ownTextsIn = (document: Place): readonly OwnText[] =>
  itemsUnder(document, 'forms').flatMap((form) =>
    LANGUAGES.flatMap((language) => ownTextsOf(form, language)),
  )

const ownTextsOf = (form: Place, language: Language): readonly OwnText[] =>
  membersOf(under(under(form, 'texts'), language)).flatMap(({ where, value, key }) => {
    const known = CHANGEABLE_TEXTS.find((text) => text === key)
    return known ? [{ where, value, instead: insteadOf(known, language) }] : []
  })

const isChangeable = (key: string): boolean => CHANGEABLE_TEXTS.some((text) => text === key)

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((gap) => others.includes(gap))

const gapSentence = (gaps: readonly string[]): string =>
  gaps.length === 0
    ? 'Write this text without braces: nothing is put into it.'
    : `Keep ${gaps.join(' and ')} in this text, spelt so, and no other braces: the form puts something there.`

const isSaid = (place: Place): boolean => /[\p{L}\p{N}]/u.test(textAt(place))

/** Twice what Quiero needs, and never less than a line of a small phone. */
const lengthFor = (instead: string): number => Math.max(40, instead.length * 2)

// Five digits in a row, however spaced, are somebody's number: another than the form's would be wrong, and
// the form's own stands in its gap.
const NOT_PLAIN = /[<>\n\r\t]|&#?\w+;|\w:\/\/|\bwww\.|\bwa\.me\b|\w@\w|(?:\d[\s().-]*){5}/iu
