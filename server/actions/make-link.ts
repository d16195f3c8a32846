import { canonicalJson } from '../../consent/canonical.ts'
import type { Language } from '../../consent/company.ts'
import type { Identity } from '../../consent/identity.ts'
import { LINK_TOKEN_BYTES, type LinkChannel } from '../../consent/link.ts'
import { mailWithLink, smsWithLink, type MailWithLink } from '../../consent/link-texts.ts'
import { noticeOf } from '../../consent/notice.ts'
import { languageSpokenAt } from '../../consent/spoken-language.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { formIn, languageOf } from './find-form.ts'
import { languageOfPerson } from './language-of-person.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { readIdentity } from './read-identity.ts'
import { personKnownBy } from './recognise-person.ts'

/** A personal link that is asked for. */
export type AskedLink = {
  readonly person: Identity
  /** The company's own id of the person, beside what they are known by. */
  readonly external?: string | undefined
  readonly form: string
  readonly channel: LinkChannel
  readonly campaign?: string | undefined
  readonly language?: Language | undefined
  readonly validForDays: number
}

/** A personal link with ready words to send it with. */
export type MadeLink = {
  readonly url: string
  readonly expiresAt: number
} & (
  | { readonly channel: 'sms'; readonly sms: string | null }
  | { readonly channel: 'email'; readonly email: MailWithLink }
)

const DAY = 24 * 60 * 60 * 1000

/**
 * Makes a personal link, bound to its person, campaign, form and notice. Its token is told this once: what is kept is
 * a hash of it, so that a copy of the database opens no page.
 */
export const makeLink = async (
  deps: Deps,
  stored: StoredCompany,
  asked: AskedLink,
): Promise<MadeLink | Problem> => {
  const found = formIn(stored, asked.form)
  if (!found) return problem('form-not-found')
  const { company, form } = found
  const identity = readIdentity(deps, asked.person, form.countries, form.otherCountries)
  if (isProblem(identity)) return identity
  const known = await knownOf(deps, company.id, identity)
  if (asked.channel === 'sms' && known.phone === null) return problem('number-not-known')
  const language = asked.language ?? known.language ?? languageSpokenAt(known.phone)
  const notice = noticeOf(company, form, languageOf(found, language))
  const token = Buffer.from(deps.ids.random(LINK_TOKEN_BYTES)).toString('base64url')
  const createdAt = deps.now()
  const link = {
    hash: deps.sealer.digest(token),
    recipient: { identity, phone: known.phone, external: asked.external ?? null },
    campaign: asked.campaign ?? null,
    form: form.id,
    notice: deps.sealer.digest(canonicalJson(notice)),
    language: notice.language,
    channel: asked.channel,
    createdAt,
    expiresAt: createdAt + asked.validForDays * DAY,
  }
  await deps.memory.of(company.id).write(async (records) => {
    const person = await personKnownBy(deps, records, identity, createdAt)
    await records.keepLink({ ...link, person })
  })
  const url = `${deps.publicUrl}/l/${token}`
  const { expiresAt } = link
  return asked.channel === 'sms'
    ? { url, expiresAt, channel: 'sms', sms: smsWithLink(notice, url) }
    : { url, expiresAt, channel: 'email', email: mailWithLink(notice, url) }
}

/** The number to begin with, and the language that somebody agreed in before. */
const knownOf = async (
  deps: Deps,
  company: string,
  identity: Identity,
): Promise<{ readonly phone: string | null; readonly language: Language | null }> => {
  const memory = deps.memory.of(company)
  const { person, registers } = await memory.whoIs(identity)
  const language = await languageOfPerson(memory, registers)
  if (identity.kind === 'phone') return { phone: identity.value, language }
  const all = person === null ? [] : await memory.identitiesOf(person)
  const [phone, ...others] = all.filter(({ kind }) => kind === 'phone')
  // Of two numbers nobody can tell which one the company means.
  return { phone: phone && others.length === 0 ? phone.value : null, language }
}
