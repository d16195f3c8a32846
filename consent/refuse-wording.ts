import { FREQUENCY_SPANS } from './category.ts'
import { LANGUAGES } from './company.ts'
import { isE164 } from './line.ts'
import { itemsOf, itemsUnder, settingsIn, textAt, under, type Place } from './place.ts'
import { unless, type RefusalRule } from './refusal.ts'
import { ANY_WHATSAPP, isWhatsAppMisspelt } from './whatsapp-name.ts'

/** Refusals of a document whose notices would not say who writes, about what, how often, in whose language. */
export const WORDING_REFUSALS: readonly RefusalRule[] = [
  {
    number: 1,
    rule: 'business-not-named',
    findIn: (document) =>
      unless(
        [under(document, 'name')],
        isSaid,
        'Give the name that people know the business by: every notice says who will write.',
      ),
  },
  {
    number: 2,
    rule: 'sender-not-named',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'senders').map((sender) => under(sender, 'displayName')),
        isSaid,
        'Give the display name that WhatsApp shows above the chat with this number.',
      ),
  },
  {
    number: 3,
    rule: 'sender-phone-not-e164',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'senders').map((sender) => under(sender, 'phone')),
        ({ value }) => typeof value === 'string' && isE164(value),
        'Write the number as E.164: a plus, the country code and the number, 7 to 15 digits, nothing between.',
      ),
  },
  {
    number: 4,
    rule: 'whatsapp-misspelt',
    findIn: (document) =>
      unless(
        textsIn(document),
        (text) => !isWhatsAppMisspelt(textAt(text)),
        'Write WhatsApp with a capital W and a capital A, as one word, never shortened.',
      ),
  },
  {
    number: 5,
    rule: 'whatsapp-in-name',
    findIn: (document) =>
      unless(
        namesIn(document),
        (name) => !ANY_WHATSAPP.test(textAt(name)),
        'Take WhatsApp out of the name: a business may write on WhatsApp, but not be called after it.',
      ),
  },
  {
    number: 6,
    rule: 'category-title-missing',
    findIn: (document) =>
      unless(
        textsOf(document, 'title'),
        isSaid,
        'Give the category a title in this language: people agree to each category by its title.',
      ),
  },
  {
    number: 7,
    rule: 'category-example-missing',
    findIn: (document) =>
      unless(
        textsOf(document, 'example'),
        isSaid,
        'Give an example of a message in this language, so that people know what they agree to.',
      ),
  },
  {
    number: 8,
    rule: 'category-frequency-missing',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'categories').map((category) => under(category, 'frequency')),
        isFrequency,
        `Say how often at most: atMost, a whole number from 1, and per, one of ${FREQUENCY_SPANS.join(', ')}.`,
      ),
  },
  {
    number: 9,
    rule: 'language-not-spoken',
    findIn: (document) => [
      ...unless(
        [under(document, 'languages')],
        (languages) => isChoice(languages, LANGUAGES),
        `List at least one language: ${LANGUAGES.join(', ')}.`,
      ),
      ...unless(
        itemsUnder(document, 'forms').map((form) => under(form, 'languages')),
        (languages) => languages.value === undefined || isChoice(languages, languagesIn(document)),
        'List at least one language, each of them one that the company speaks, or leave the list out.',
      ),
    ],
  },
]

/** Whether there is a letter or a digit to read: a dash, or a space of no width, names nobody. */
const isSaid = (place: Place): boolean => /[\p{L}\p{N}]/u.test(textAt(place))

const isChoice = (list: Place, from: readonly string[]): boolean => {
  const items = itemsOf(list)
  return items.length > 0 && items.every((item) => from.includes(textAt(item)))
}

const isFrequency = (frequency: Place): boolean => {
  const { value: atMost } = under(frequency, 'atMost')
  const spans: readonly string[] = FREQUENCY_SPANS
  const isCount = typeof atMost === 'number' && Number.isSafeInteger(atMost) && atMost >= 1
  return isCount && spans.includes(textAt(under(frequency, 'per')))
}

const languagesIn = (document: Place): readonly string[] =>
  itemsUnder(document, 'languages').map(textAt)

/** A text of every category in every language of the company, said or not. */
const textsOf = (document: Place, kind: 'title' | 'example'): readonly Place[] =>
  itemsUnder(document, 'categories').flatMap((category) =>
    languagesIn(document).map((language) => under(under(category, kind), language)),
  )

const namesIn = (document: Place): readonly Place[] => [
  under(document, 'name'),
  ...itemsUnder(document, 'senders').map((sender) => under(sender, 'displayName')),
]

/** Whatever people may read: names, titles and examples, and anything else that has a space in it. */
const textsIn = (document: Place): readonly Place[] =>
  settingsIn(document).filter(
    (setting) =>
      /\.(?:name|displayName|(?:title|example|texts)\.\w+|texts\.\w+\.[\w-]+)$/u.test(
        setting.where,
      ) || textAt(setting).includes(' '),
  )
