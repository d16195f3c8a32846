import * as v from 'valibot'
import type { Funnel } from '../consent/campaign.ts'
import { LINK_CHANNELS } from '../consent/link.ts'
import type { MailWithLink } from '../consent/link-texts.ts'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import { FormId, Language, Timestamp } from './words.ts'

/** What a person can be known by in a CSV; `external` may stand beside one of the others. */
export const LINK_PERSON_COLUMNS = ['phone', 'bsuid', 'email', 'external'] as const

/** Every column of a CSV of people to make links for. The first line names those that there are, in any order. */
export const LINK_COLUMNS = [
  ...LINK_PERSON_COLUMNS,
  'form',
  'channel',
  'campaign',
  'language',
  'validForDays',
] as const
export type LinkColumn = (typeof LINK_COLUMNS)[number]

/** The columns of a CSV of links that were made: a link, or a problem and nothing else. */
export const LINK_ANSWER_COLUMNS = ['url', 'expiresAt', 'sms', 'problem', 'at'] as const

/** The name of a campaign, which names links and nobody. */
export const CampaignName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_-]{0,63}$/u),
  v.description('The campaign that the link counts for.'),
)

const MOST_DAYS = 365

/** How long a link takes a yes where nothing else is asked for. */
export const USUAL_DAYS = 30

const ASKED = {
  form: v.pipe(FormId, v.description('The form whose notice the page shows.')),
  channel: v.pipe(
    v.picklist(LINK_CHANNELS),
    v.description('How you send it. An SMS proves the phone, an e-mail the mailbox alone.'),
  ),
  campaign: v.optional(CampaignName),
  language: v.optional(
    v.pipe(Language, v.description('Left out: the one that is known of the person.')),
  ),
  validForDays: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(MOST_DAYS),
      v.description(`How long it takes a yes; it takes a no for ever. Left out: ${USUAL_DAYS}.`),
    ),
  ),
}

/** POST /v1/links: one personal link. */
export const MakeLink = v.strictObject({
  person: Person,
  external: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(256),
      v.description('Your own id of the person, kept with what they answer.'),
    ),
  ),
  ...ASKED,
})
export type MakeLink = v.InferOutput<typeof MakeLink>

/** What holds for each line of a list that says nothing else. */
export const LinkDefaults = v.strictObject({
  form: v.optional(ASKED.form),
  channel: v.optional(ASKED.channel),
  campaign: ASKED.campaign,
  language: ASKED.language,
})

/** One personal link, and ready words to send it with. */
export type LinkMade = {
  readonly url: string
  readonly expiresAt: string
  readonly sms?: string | null
  readonly email?: MailWithLink
}

export const LinkMade = v.object({
  url: v.pipe(v.string(), v.url(), v.description('Told once: of its token only a hash is kept.')),
  expiresAt: v.pipe(Timestamp, v.description('From when on it takes no yes.')),
  sms: v.optional(
    v.pipe(
      v.nullable(v.string()),
      v.description(
        'An SMS of one part, where you send it by SMS; null where none is short enough.',
      ),
    ),
  ),
  email: v.optional(
    v.pipe(
      v.object({
        subject: v.string(),
        text: v.string(),
        html: v.string(),
        headers: v.object({ 'List-Unsubscribe': v.string(), 'List-Unsubscribe-Post': v.string() }),
      }),
      v.description('An e-mail and its headers, where you send it by e-mail.'),
    ),
  ),
} satisfies MembersOf<LinkMade>)

/** What came of one line of a list. */
export const LinkAnswer = v.union([
  LinkMade,
  v.object({
    problem: v.pipe(v.string(), v.description('The code of what is amiss. No link was made.')),
    at: v.optional(v.pipe(v.string(), v.description('The field that is amiss.'))),
  }),
])
export type LinkAnswer = v.InferOutput<typeof LinkAnswer>

/** GET /v1/campaigns/{name}. */
export type CampaignShown = { readonly campaign: string } & Funnel

const count = (says: string) => v.pipe(v.number(), v.description(says))

export const CampaignShown = v.object({
  campaign: v.string(),
  sent: count('Links that were made.'),
  opened: count('Links whose page was asked for, once each. Programs that look at mail do so too.'),
  agreed: count('Links whose button for “yes” was pressed.'),
  confirmed: count('Of those, whose number is proved: by the link, or by the message after it.'),
  refused: count('Links by which somebody said no, or left.'),
  corrected: count('Of those who agreed, who gave another number than the one you knew.'),
} satisfies MembersOf<CampaignShown>)
