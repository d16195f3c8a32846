import { isMailKind, isSmsKind } from './door.ts'
import { isE164 } from './line.ts'
import { isMailAddress } from './mail-address.ts'
import { itemsUnder, settingsIn, textAt, under, type Place, type Setting } from './place.ts'
import { unless, type RefusalRule } from './refusal.ts'
import { COLOUR } from './shown-theme.ts'

const ORIGIN = /^(https?):\/\/([^/:?#@*\s]+|\[[0-9a-f:.]+\])(?::([1-9]\d{0,4}))?$/u
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u
const LOCAL = /^(?:localhost|127\.0\.0\.1|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.localhost)$/u
const PAGE = /^(https?):\/\/([a-z0-9.-]+)(?::\d{1,5})?(?:[/?#]\S*)?$/iu

/** Refusals of addresses, secrets and colours that are not exactly what they have to be. */
export const ADDRESS_REFUSALS: readonly RefusalRule[] = [
  {
    number: 17,
    rule: 'privacy-url-not-https',
    findIn: (document) =>
      unless(
        [under(document, 'privacyUrl')],
        (url) => isPage(textAt(url)),
        'Give the https address of the privacy notice; http is for localhost alone.',
      ),
  },
  {
    number: 18,
    rule: 'origin-not-exact',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'forms').flatMap((form) => itemsUnder(form, 'origins')),
        ({ value }) => typeof value === 'string' && isExactOrigin(value),
        'Write the origin as browsers send it: https, host in small letters, a port if it is not the usual one; no path, no wildcard. Plain http is for localhost, *.localhost and 127.0.0.1 alone.',
      ),
  },
  {
    number: 19,
    rule: 'secret-not-by-name',
    findIn: (document) =>
      unless(
        settingsIn(document).filter(isSecret),
        ({ key, value }) =>
          key === 'env' && typeof value === 'string' && /^QUIERO_SECRET_[A-Z0-9_]+$/u.test(value),
        'Keep the secret out of the document: write {"env": "QUIERO_SECRET_…"}, a variable that the operator allows.',
      ),
  },
  {
    number: 20,
    rule: 'accent-not-hex',
    findIn: (document) =>
      unless(
        [document, ...itemsUnder(document, 'forms')].flatMap((place) =>
          ['accent', 'accentDark'].map((accent) => under(under(place, 'theme'), accent)),
        ),
        ({ value }) => value === undefined || (typeof value === 'string' && COLOUR.test(value)),
        'Write the colour as # and six hexadecimal digits, such as #7a4b2a.',
      ),
  },
  {
    number: 50,
    rule: 'sms-door-phone-not-e164',
    findIn: (document) =>
      unless(
        doorsOf(document, isSmsKind).map((door) => under(door, 'phone')),
        ({ value }) => typeof value === 'string' && isE164(value),
        'Write the number that people send the SMS to as E.164: a plus, the country code and the number.',
      ),
  },
  {
    number: 51,
    rule: 'mailbox-address-not-valid',
    findIn: (document) =>
      unless(
        doorsOf(document, isMailKind).map((door) => under(door, 'address')),
        ({ value }) => typeof value === 'string' && isMailAddress(value),
        'Give the one e-mail address that people write to, such as want@shop.example, without a name.',
      ),
  },
  {
    number: 53,
    rule: 'pass-on-url-not-https',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'senders')
          .map((sender) => under(sender, 'passOn'))
          .filter(({ value }) => value !== undefined)
          .map((passOn) => under(passOn, 'url')),
        (url) => isPage(textAt(url)),
        'Give the https address that takes the messages; http is for localhost alone.',
      ),
  },
  {
    number: 54,
    rule: 'webhook-url-not-https',
    findIn: (document) =>
      unless(
        itemsUnder(document, 'webhooks').map((webhook) => under(webhook, 'url')),
        (url) => isPage(textAt(url)),
        'Give the https address that is told of events; http is for localhost alone.',
      ),
  },
]

const doorsOf = (document: Place, isOfKind: (kind: string) => boolean): readonly Place[] =>
  itemsUnder(document, 'doors').filter((door) => isOfKind(textAt(under(door, 'kind'))))

const isPage = (url: string): boolean => {
  const [, scheme = '', host = ''] = PAGE.exec(url) ?? []
  return scheme.toLowerCase() === 'https' || LOCAL.test(host.toLowerCase())
}

/** Longer than any host name with its scheme and port. */
const LONGEST_ORIGIN = 300

const isExactOrigin = (origin: string): boolean => {
  if (origin.length > LONGEST_ORIGIN) return false
  const [, scheme, host = '', port = ''] = ORIGIN.exec(origin) ?? []
  if (Number(port) > 65_535) return false
  // Browsers leave the usual port out, so with it the origin is one that no page ever has.
  if (scheme === 'http') return LOCAL.test(host) && port !== '80'
  return (HOST.test(host) || host.startsWith('[')) && port !== '443'
}

/** The name of a variable, and any text where a secret is expected. */
const isSecret = ({ key, value }: Setting): boolean =>
  key === 'env' || (typeof value === 'string' && /secret|token|password|apikey/iu.test(key))
