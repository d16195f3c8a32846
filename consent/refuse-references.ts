import { LANGUAGES } from './company.ts'
import { isMailKind, isSmsKind } from './door.ts'
import { isHelpWord } from './help-words.ts'
import { heardPhone } from './line.ts'
import { normalise, wordsOf } from './normalise.ts'
import { AMBIGUOUS_WORDS, isOptOutWord } from './opt-out-words.ts'
import { DOOR_PROVIDERS, SENDER_PROVIDERS } from './provider.ts'
import { itemsOf, itemsUnder, textAt, under, type Place } from './place.ts'
import { unless, type RefusalRule } from './refusal.ts'
import { isResumeWord } from './resume-words.ts'

const ID = /^[a-z][a-z0-9_-]{0,31}$/u
const FORM_ID = /^frm_[a-z0-9_-]{1,40}$/u

/** Refusals of a document whose parts cannot be told apart or point to nothing. */
export const REFERENCE_REFUSALS: readonly RefusalRule[] = [
  {
    number: 10,
    rule: 'id-malformed',
    findIn: (document) => [
      ...unless(
        [
          under(document, 'id'),
          ...idsUnder(document, 'categories', 'senders', 'doors', 'webhooks'),
        ],
        (id) => ID.test(textAt(id)),
        'Begin the id with a small letter; then small letters, digits, _ and -, 32 characters at most.',
      ),
      ...unless(
        idsUnder(document, 'forms'),
        (id) => FORM_ID.test(textAt(id)),
        'Begin the id of a form with frm_; then small letters, digits, _ and -, at most 40 of them.',
      ),
    ],
  },
  {
    number: 11,
    rule: 'id-duplicated',
    findIn: (document) =>
      [
        idsUnder(document, 'categories'),
        // Senders and doors share the address /webhooks/{provider}/{company}/{sender or door}.
        idsUnder(document, 'senders', 'doors'),
        idsUnder(document, 'forms'),
        idsUnder(document, 'webhooks'),
        itemsUnder(document, 'keywords').map((keyword) => under(keyword, 'word')),
        ...itemsUnder(document, 'forms').map((form) => itemsUnder(form, 'categories')),
      ].flatMap((places) =>
        unless(places, isNew(), 'Say this once: the same stands earlier in the document.'),
      ),
  },
  {
    number: 12,
    rule: 'title-ambiguous',
    findIn: (document) =>
      unless(
        namesIn(document),
        isOfOneCategory(),
        'Give each category a title of its own, in all languages: people name one category by its title or its id.',
      ),
  },
  {
    number: 13,
    rule: 'reference-unknown',
    findIn: (document) => [
      ...unless(
        itemsUnder(document, 'forms').map((form) => under(form, 'sender')),
        isIdOf(document, 'senders'),
        'Name a sender that the document has.',
      ),
      ...unless(
        itemsUnder(document, 'forms').flatMap((form) => itemsUnder(form, 'categories')),
        isIdOf(document, 'categories'),
        'Name a category that the document has.',
      ),
      ...unless(
        itemsUnder(document, 'doors').flatMap((door) => itemsUnder(door, 'senders')),
        isIdOf(document, 'senders'),
        'Name a sender that the document has.',
      ),
    ],
  },
  {
    number: 14,
    rule: 'form-offers-nothing',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'forms').map((form) => under(form, 'categories')),
        (categories) => itemsOf(categories).length > 0,
        'List at least one category: a yes to nothing in particular is no consent.',
      ),
  },
  {
    number: 15,
    rule: 'keyword-not-usable',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'keywords').map((keyword) => under(keyword, 'word')),
        (word) => isUsable(textAt(word)),
        'Choose one word of letters and digits, without spaces, that does not stop, resume or ask for help.',
      ),
  },
  {
    number: 16,
    rule: 'keyword-form-unknown',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'keywords').map((keyword) => under(keyword, 'form')),
        isIdOf(document, 'forms'),
        'Name a form that the document has: a keyword stands for the notice of its form.',
      ),
  },
  {
    number: 52,
    rule: 'keyword-missing',
    // Every draft of every form begins with a keyword, and a text that begins with none of them is not heard.
    findIn: (document) =>
      unless(
        [under(document, 'keywords')],
        (keywords) => itemsOf(keywords).length > 0 || itemsUnder(document, 'forms').length === 0,
        'List at least one keyword, such as #want for a form: the message that confirms a form begins with it.',
      ),
  },
  {
    number: 55,
    rule: 'provider-not-of-place',
    // Its webhooks would be proved in one way and read in another, or never be found.
    findIn: (document) => [
      ...unless(
        providersUnder(document, 'senders'),
        (kind) => Object.keys(SENDER_PROVIDERS).includes(textAt(kind)),
        'Name a provider of WhatsApp numbers here; those of SMS and e-mail belong to a door.',
      ),
      ...unless(
        providersUnder(document, 'doors'),
        (kind) =>
          Object.keys(DOOR_PROVIDERS).includes(textAt(kind)) &&
          textAt(kind) === textAt(under(kind.place, 'kind')),
        'Name the same kind here as for the door itself: one of the providers of SMS or e-mail.',
      ),
    ],
  },
  {
    number: 56,
    rule: 'number-named-twice',
    // What comes to it would be heard at the first alone, and a no would not hold for the other.
    findIn: (document) =>
      [
        itemsUnder(document, 'senders').map((sender) => under(sender, 'phone')),
        ...Object.keys(SENDER_PROVIDERS).flatMap((kind) =>
          ['phoneNumberId', 'appId', 'channelId', 'app'].map((id) =>
            providersUnder(document, 'senders')
              .filter((named) => textAt(named) === kind)
              .map(({ place }) => under(under(place, 'provider'), id)),
          ),
        ),
        doorsBy(document, isSmsKind).map((door) => under(door, 'phone')),
        doorsBy(document, isMailKind).map((door) => under(door, 'address')),
      ].flatMap((places) =>
        unless(
          places.filter((place) => textAt(place) !== ''),
          isNewNumber(),
          'Name each number and each mailbox once: a no to it must hold wherever it is named.',
        ),
      ),
  },
]

const idsUnder = (document: Place, ...keys: readonly string[]): readonly Place[] =>
  itemsUnder(document, ...keys).map((item) => under(item, 'id'))

const isIdOf = (document: Place, key: string): ((place: Place) => boolean) => {
  const ids = new Set(idsUnder(document, key).map(textAt))
  return (place) => ids.has(textAt(place))
}

/** Passes a text once, and blanks always: they are refused elsewhere. */
const isNew = (): ((place: Place) => boolean) => {
  const seen = new Set<string>()
  return (place) => {
    const text = textAt(place).toLowerCase()
    const isRepeated = text !== '' && seen.has(text)
    seen.add(text)
    return !isRepeated
  }
}

export type Name = Place & { readonly category: Place }

/** What people can call a category: its id, and its title in any language (design R6). */
export const namesIn = (document: Place): readonly Name[] =>
  itemsUnder(document, 'categories').flatMap((category) => {
    const titles = LANGUAGES.map((language) => under(under(category, 'title'), language))
    return [under(category, 'id'), ...titles].map((name) => ({ ...name, category }))
  })

/** Passes a name that no earlier category has, however it is dressed. */
const isOfOneCategory = (): ((name: Name) => boolean) => {
  const owners = new Map<string, Place>()
  return (name) => {
    const text = normalise(textAt(name))
    const owner = owners.get(text) ?? name.category
    owners.set(text, owner)
    return text === '' || owner === name.category
  }
}

const doorsBy = (document: Place, isOfKind: (kind: string) => boolean): readonly Place[] =>
  itemsUnder(document, 'doors').filter((door) => isOfKind(textAt(under(door, 'kind'))))

/** Passes a number or an address that does not stand earlier, in whatever spelling. */
const isNewNumber = (): ((place: Place) => boolean) => {
  const seen = new Set<string>()
  return (place) => {
    const name = heardPhone(textAt(place)) ?? textAt(place).toLowerCase()
    const isNewOne = !seen.has(name)
    seen.add(name)
    return isNewOne
  }
}

/** The kind of each provider that senders or doors have, with the place that has it. */
const providersUnder = (document: Place, key: string) =>
  itemsUnder(document, key).flatMap((place) => {
    const provider = under(place, 'provider')
    return provider.value === undefined ? [] : [{ ...under(provider, 'kind'), place }]
  })

/** One word that `read-message.ts` hears as nothing else. */
const isUsable = (word: string): boolean => {
  const words = wordsOf(word)
  const isTaken =
    isOptOutWord(word, AMBIGUOUS_WORDS) ||
    isHelpWord(words) ||
    isResumeWord(words) ||
    isResumeWord(words.map((bare) => `#${bare}`))
  return !isTaken && /^#?[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,31}$/u.test(word)
}
