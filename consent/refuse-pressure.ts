import { normalise } from './normalise.ts'
import { itemsUnder, settingsIn, textAt, under, type Place } from './place.ts'
import { CLAIMS_PARTNERSHIP, NAMES_TERMS, SHAMES, says } from './pressing-texts.ts'
import { unless, type RefusalRule } from './refusal.ts'
import { namesIn, type Name } from './refuse-references.ts'
import { isOff, plain, settingsNamed } from './refuse-settings.ts'

/** Half a year, rounded up. */
const LEAST_DAYS_TO_ASK_AGAIN = 183

/** Refusals of forms and words that press people (facts section 16), beyond the names of settings. */
export const PRESSURE_REFUSALS: readonly RefusalRule[] = [
  {
    number: 21,
    rule: 'pre-ticked',
    findIn: (document) =>
      unless(
        asking(document).flatMap((place) => settingsNamed(PRE_TICKED, place)),
        isOff,
        'Take this out: no box is ticked before the person ticks it.',
      ),
  },
  {
    number: 22,
    rule: 'one-box-for-several',
    findIn: (document) => [
      ...unless(
        itemsUnder(document, 'forms').flatMap((form) => itemsUnder(form, 'categories')),
        ({ value }) => typeof value === 'string',
        'List category ids one by one: each has its own box, and none stands for several.',
      ),
      ...unless(
        settingsNamed(
          'acceptall acceptterms agreetoall bundle* includesterms onebox selectall singlebox',
          document,
        ),
        isOff,
        'Take this out: each category has its own box, and terms and conditions have none here.',
      ),
      ...unless(
        titlesIn(document),
        (title) => !says(NAMES_TERMS, textAt(title)),
        'Ask for terms and conditions elsewhere: a box for messages is for messages alone.',
      ),
      ...unless(
        namesIn(document),
        isOfOneAlone(namesIn(document)),
        'Leave the other category out of this title: it has a box of its own.',
      ),
    ],
  },
  {
    number: 23,
    rule: 'condition-of-purchase',
    findIn: (document) =>
      unless(
        asking(document).flatMap((place) => settingsNamed(CONDITION, place)),
        isOff,
        'Take this out: a yes that something depends on is not freely given.',
      ),
  },
  {
    number: 25,
    rule: 'confirm-shaming',
    findIn: (document) =>
      unless(
        settingsIn(document),
        (setting) => !says(SHAMES, textAt(setting)),
        'Say what the messages are about, and do not make a no feel foolish.',
      ),
  },
  {
    number: 27,
    rule: 'asks-again-too-soon',
    findIn: (document) =>
      unless(
        settingsNamed('askagainafter* reaskafter*', document),
        ({ key, value }) =>
          plain(key).endsWith('days') &&
          typeof value === 'number' &&
          value >= LEAST_DAYS_TO_ASK_AGAIN,
        `Ask again after ${LEAST_DAYS_TO_ASK_AGAIN} days at the earliest, and say it in days.`,
      ),
  },
  {
    number: 37,
    rule: 'logo-misused',
    findIn: (document) => [
      ...unless(
        settingsNamed(LOGO, document),
        isOff,
        'Take this out: the WhatsApp logo is shown as Meta gives it, or not at all.',
      ),
      ...unless(
        settingsIn(document),
        (setting) => !says(CLAIMS_PARTNERSHIP, textAt(setting)),
        'Take the claim out: WhatsApp is no partner of the business and endorses nothing.',
      ),
    ],
  },
]

const PRE_TICKED =
  'checked selected ticked ischecked isselected isticked prechecked preselected preticked ' +
  'default defaultchecked defaultselected defaultticked defaultstate defaultvalue checkedbydefault onbydefault'

const CONDITION = 'blockscheckout compulsory condition* isrequired mandatory obligatory required*'

// Colours are Meta's to choose (facts section 8); the company's own logo is another matter.
const LOGO =
  'logocolor* logocolour* logofill logofilter logoopacity logostyle logotint recolorlogo recolourlogo tintlogo ' +
  'whatsapplogo* whatsappbadge whatsapppartner metapartner'

/** Where something is asked: a sender may well be somebody's default, a box may not. */
const asking = (document: Place): readonly Place[] => [
  ...itemsUnder(document, 'categories', 'forms'),
  under(document, 'theme'),
]

/** Passes a title that does not list another category: "Orders and offers" beside "Orders". */
const isOfOneAlone = (names: readonly Name[]): ((name: Name) => boolean) => {
  const owners = new Map(names.map((name) => [normalise(textAt(name)), name.category.where]))
  return (name) => {
    const parts = textAt(name).slice(0, LONGEST_TITLE).split(JOINTS).map(normalise)
    return parts.length === 1 || parts.every((part) => part === '' || isOwn(owners.get(part), name))
  }
}

const isOwn = (owner: string | undefined, name: Name): boolean =>
  owner === undefined || owner === name.category.where

const LONGEST_TITLE = 300
const JOINTS = /\s*[,;/+&]\s*|\s(?:y|e|o|u|ou|and|or)\s/iu

const titlesIn = (document: Place): readonly Place[] =>
  itemsUnder(document, 'categories').flatMap((category) => settingsIn(under(category, 'title')))
