import { settingsIn, type Place, type Setting } from './place.ts'
import { unless, type RefusalRule } from './refusal.ts'

/** The settings under a place that bear one of these names; a star stands for any ending. */
export const settingsNamed = (names: string, place: Place): readonly Setting[] => {
  const wanted = new RegExp(`^(?:${names.replace(/ /gu, '|').replace(/\*/gu, '.*')})$`, 'u')
  return settingsIn(place).filter(({ key }) => wanted.test(plain(key)))
}

/** Whether a setting is there and says no to itself, which does no harm. */
export const isOff = ({ value }: Place): boolean =>
  [undefined, null, false, 0, ''].some((off) => off === value) ||
  (Array.isArray(value) && value.length === 0)

/** A setting's name without its case and its joints: `pre_ticked` is `preTicked`. */
export const plain = (key: string): string => key.replace(/[_\s-]/gu, '').toLowerCase()

const refusesSettings = (
  number: number,
  rule: string,
  names: string,
  sentence: string,
): RefusalRule => ({
  number,
  rule,
  findIn: (document) => unless(settingsNamed(names, document), isOff, sentence),
})

/**
 * Refusals of settings by their name (facts section 16). Quiero reads none of them; a document that has
 * one was written in the belief that it works, and whoever wrote it is told that it never will.
 */
export const SETTING_REFUSALS: readonly RefusalRule[] = [
  refusesSettings(
    24,
    'no-made-smaller',
    'no nobutton nocolor nocolour nolabel nosize nostyle notext decline* deny* dismiss* reject* refuse* ' +
      'delayno hidedecline* hideno hidereject* smallno yescolor yescolour yessize yesstyle acceptcolor acceptcolour acceptsize acceptstyle',
    'Take this out: "no" has the words, the size and the weight that Quiero gives it, the same as "yes".',
  ),
  refusesSettings(
    26,
    'silence-as-consent',
    'acceptonclose acceptonscroll acceptontimeout consentonclose consentonscroll consentontimeout ' +
      'autoaccept* autoconsent autooptin implicitconsent impliedconsent passiveconsent silenceisconsent tacitconsent',
    'Take this out: only pressing the button says yes; silence, scrolling and closing say nothing.',
  ),
  refusesSettings(
    28,
    'business-hidden',
    'anonymous hidebrand* hidebusiness* hidecompany* hidename hidenumber hidephone hidesender* omitbusiness* omitname',
    'Take this out: every form shows who will write, and from which number.',
  ),
  refusesSettings(
    29,
    'stopping-made-harder',
    'optoutdelay* optoutfee optoutneeds* optoutonly* optoutrequires* optoutsurvey stopneeds* stoprequires* ' +
      'unsubscribeneeds* unsubscriberequires* disableoptout* disablestop* hideoptout* hidestop* hideunsubscribe*',
    'Take this out: stopping needs no login, and no more fields or steps than starting.',
  ),
  refusesSettings(
    30,
    'marketing-in-goodbye',
    'farewell* goodbye* optoutconfirmation* optoutcoupon optoutmessage optoutoffer optoutreply optouttext ' +
      'stopconfirmation* stopmessage stopoffer stopreply stoptext',
    'Take this out: a stop is confirmed once, in words without an offer, which Quiero has.',
  ),
  refusesSettings(
    31,
    'suppressed-contacted',
    'contactblocked contactoptedout contactsuppressed includeblocked includeoptedout includesuppressed ' +
      'reengage* sendtoblocked sendtooptedout sendtosuppressed winback*',
    'Take this out: whoever said no is not written to in order to win them back.',
  ),
  refusesSettings(
    32,
    'consent-copied',
    'alsogrants* consentfrom copyconsent* copyfrom extendconsent* implies inheritconsent* inheritfrom ' +
      'mergeconsent* shareconsent* transferconsent*',
    'Take this out: a yes holds for the category, the sender and the phone that it was given for.',
  ),
  refusesSettings(
    33,
    'record-rewritten',
    'backdate* consentedat deleteevents deletehistory editevents editrecords grantedat optedinat overwriterecords rewrite*',
    'Take this out: records stay as they were made, with the time at which they were made.',
  ),
  refusesSettings(
    34,
    'opt-out-overridden',
    'clearblock* clearoptout* ignoreblock* ignoreoptout* ignorestop* ignoresuppression* liftblock* liftoptout* ' +
      'overrideblock* overrideoptout* overriderevo* overridestop* overridesuppression* resetoptout* skipsuppression*',
    'Take this out: no import and no setting lifts a no; only the person does.',
  ),
  refusesSettings(
    35,
    'recorded-on-get',
    'actonget acceptonget acceptonopen autoconfirm* confirmonclick confirmonget confirmonopen consentonget ' +
      'consentonopen grantonget grantonopen oneclickoptin optinonget optinonopen optoutonget recordonget',
    'Take this out: opening a link only shows a page, because scanners and previews open links too.',
  ),
  refusesSettings(
    36,
    'fake-timer',
    'countdown* expiresinhours expiresinminutes expiresinseconds hurry* placesleft scarcity* spotsleft stockleft timer* urgency*',
    'Take this out: nothing runs out while a person decides.',
  ),
]
