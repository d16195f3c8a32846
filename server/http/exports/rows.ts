import { type Moment, yesAt } from '../../../consent/moment.ts'
import type { Notice } from '../../../consent/notice.ts'
import type { ConsentRecordRow, EventRow, PersonRow } from '../../../contract/exports.ts'
import type { ExportedConsent } from '../../actions/export-events.ts'
import type { ExportedPerson } from '../../actions/export-people.ts'
import type { RecordedEvent } from '../../ports.ts'

/** A line for each sender and category of a person; as many times as the person has numbers, if more than one. */
export const personRows = function* (exported: ExportedPerson): Generator<PersonRow> {
  const { person, sameAs, conflict, senders } = exported
  for (const known of knownAs(exported)) {
    for (const { sender, blocked, blockedBy, categories } of senders) {
      for (const { category, status, proof, since, evidence } of categories) {
        yield {
          person,
          ...known,
          sameAs,
          conflict,
          sender,
          blocked,
          blockedBy,
          category,
          status,
          proof,
          since: iso(since),
          evidence,
        }
      }
    }
  }
}

type Known = Pick<PersonRow, 'phone' | 'bsuid' | 'email' | 'external'>

/** What a person is known by, one of each kind beside each other. */
const knownAs = ({ knownBy }: ExportedPerson): readonly Known[] => {
  const of = (kind: keyof Known) => knownBy.filter((identity) => identity.kind === kind)
  const [phones, bsuids, emails, externals] = [
    of('phone'),
    of('bsuid'),
    of('email'),
    of('external'),
  ]
  const most = Math.max(1, phones.length, bsuids.length, emails.length, externals.length)
  return Array.from({ length: most }, (_, nth) => ({
    phone: phones[nth]?.value ?? null,
    bsuid: bsuids[nth]?.value ?? null,
    email: emails[nth]?.value ?? null,
    external: externals[nth]?.value ?? null,
  }))
}

/** An event, with its evidence where that was asked for. */
export const eventRow = (
  { event, position, leaf, evidence }: RecordedEvent,
  withEvidence: boolean,
): EventRow => ({
  position,
  event: event.id,
  person: event.person,
  at: instant(yesAt(event.moment)),
  ...momentIn(event.moment),
  kind: event.act.kind,
  act: event.act,
  leaf,
  ...(withEvidence && { evidence }),
})

/** What was agreed to, refused or withdrawn, with the words that were shown. */
export const consentRow = (
  company: string,
  { event, position, leaf, part, grant, notice }: ExportedConsent,
): ConsentRecordRow => {
  const { state, category, senders, at, proof } = part
  return {
    schema: 'quiero-consent/1',
    record: `${event.id}/${state}/${category ?? '*'}`,
    company,
    person: event.person,
    state,
    category,
    senders,
    at: instant(at),
    ...momentIn(event.moment),
    proof,
    source: 'source' in event.act ? event.act.source : 'message',
    heardBy: 'heardBy' in event.act ? event.act.heardBy : null,
    form: grant?.form ?? null,
    notice: grant?.notice ?? null,
    ...(notice ? wordsOf(notice, category) : NO_WORDS),
    event: event.id,
    position,
    leaf,
  }
}

const NO_WORDS = {
  language: null,
  business: null,
  statement: null,
  kind: null,
  title: null,
  example: null,
  frequency: null,
  howToStop: null,
  privacyUrl: null,
} as const satisfies Partial<ConsentRecordRow>

const wordsOf = (notice: Notice, category: string | null) => {
  const shown = notice.categories.find(({ id }) => id === category)
  return {
    language: notice.language,
    business: notice.company.name,
    statement: notice.statement,
    kind: shown?.kind ?? null,
    title: shown?.title ?? null,
    example: shown?.example ?? null,
    frequency: shown?.frequency ?? null,
    howToStop: notice.howToStop,
    privacyUrl: notice.privacy.url,
  }
}

const momentIn = (moment: Moment) => ({
  clock: moment.clock,
  claimedAt: moment.clock === 'ours' ? null : instant(moment.claimedAt),
  receivedAt: instant(moment.receivedAt),
})

const instant = (at: number): string => new Date(at).toISOString()

const iso = (at: number | null): string | null => (at === null ? null : instant(at))
