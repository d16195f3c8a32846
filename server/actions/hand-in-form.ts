import { canonicalJson } from '../../consent/canonical.ts'
import { linkCode } from '../../consent/link-code.ts'
import type { Notice } from '../../consent/notice.ts'
import type { Evidence } from '../../consent/event.ts'
import type { E164 } from '../../consent/line.ts'
import type { EventId } from '../../consent/mark.ts'
import { parsePhone } from '../../consent/phone.ts'
import type { Deps, Records, Submission } from '../ports.ts'
import { findForm, type FoundForm } from './find-form.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { personKnownBy } from './recognise-person.ts'
import { shownNotice } from './shown-notice.ts'
import { watchTokenOf } from './watch-opt-in.ts'
import { waysWithCode, type Ways } from './ways.ts'

/** A form as a page hands it in. */
export type FilledForm = {
  readonly form: string
  readonly noticeToken: string
  readonly attempt: string
  /** Absent where only a code is wanted: the message is to bring the number. */
  readonly phone?: string | undefined
  readonly categories: readonly string[]
  readonly language: string
  readonly page?: string | undefined
  readonly ip?: string | undefined
  readonly userAgent?: string | undefined
  /** Where it is a personal link's page: what is kept with the yes, and how the link is used up, once. */
  readonly byLink?: ByLink | undefined
}

type ByLink = {
  readonly evidence: Evidence
  readonly use: (records: Records, submission: string) => Promise<boolean>
}

/** A form handed in, waiting for its message. */
export type HandedIn = {
  readonly submission: Submission
  /** Where to send its code, with the code as a draft. */
  readonly ways: Ways
  readonly watch: string
}

/** How long a link code can be sent (design R6). */
export const CODE_LIFE = 24 * 60 * 60 * 1000

type Checked = { readonly notice: Notice; readonly hash: string; readonly phone: E164 | null }

/**
 * Takes a form: a number is only asserted until a message with the code comes from it. Without one nobody has
 * said anything yet, so that there is a code and no event, and of who asked nothing is kept but the page.
 */
export const handInForm = async (deps: Deps, filled: FilledForm): Promise<HandedIn | Problem> => {
  const found = await findForm(deps.memory, filled.form)
  if (isProblem(found)) return found
  const checked = await check(deps, found, filled)
  if (isProblem(checked)) return checked
  const submission = await deps.memory
    .of(found.company.id)
    .write((records) => keep(deps, records, found, checked, filled))
  if (isProblem(submission)) return submission
  const { code, categories } = submission
  return {
    submission,
    ways: waysWithCode(deps, found, checked.notice, code, categories),
    watch: watchTokenOf(deps.sealer, found.company.id, submission),
  }
}

const check = async (
  deps: Deps,
  found: FoundForm,
  filled: FilledForm,
): Promise<Checked | Problem> => {
  const { form } = found
  const shown = await shownNotice(deps, found, filled)
  if (isProblem(shown)) return shown
  const phone =
    filled.phone === undefined
      ? null
      : parsePhone(filled.phone, form.countries, deps.phones.metadata, form.otherCountries)
  return isProblem(phone) ? phone : { ...shown, phone }
}

const keep = async (
  deps: Deps,
  records: Records,
  found: FoundForm,
  checked: Checked,
  filled: FilledForm,
): Promise<Submission | Problem> => {
  const { notice, hash, phone } = checked
  const company = found.company.id
  const event = deps.ids.eventOf(company, canonicalJson(['opt-in', found.form.id, filled.attempt]))
  const id = event.replace('evt_', 'opt_')
  const fingerprint = fingerprintOf(deps, phone, hash, filled.categories)
  if (filled.byLink) {
    const known = await records.submission(id)
    if (known) return known.fingerprint === fingerprint ? known : problem('attempt-already-used')
    if (!(await filled.byLink.use(records, id))) return problem('link-used')
  }
  const at = deps.now()
  const kept = await keepWithFreeCode(deps, records, {
    id,
    form: found.form.id,
    notice: hash,
    language: notice.language,
    categories: filled.categories,
    fingerprint,
    createdAt: at,
    expiresAt: at + CODE_LIFE,
    confirmedBy: null,
    hasEvent: phone !== null,
    page: phone === null ? (filled.page ?? null) : null,
  })
  if (!kept.isNew) {
    const { submission } = kept
    return submission.fingerprint === fingerprint ? submission : problem('attempt-already-used')
  }
  if (phone !== null) await appendYes(deps, records, event, { ...checked, phone }, filled, at)
  return kept.submission
}

/** The yes to a typed number, which counts for little before its message has come. */
const appendYes = async (
  deps: Deps,
  records: Records,
  event: EventId,
  { notice, hash, phone }: Checked & { readonly phone: E164 },
  filled: FilledForm,
  at: number,
): Promise<void> => {
  const person = await personKnownBy(deps, records, { kind: 'phone', value: phone }, at)
  await records.append(
    {
      id: event,
      person,
      moment: { clock: 'ours', receivedAt: at },
      act: {
        kind: 'opt_in',
        proof: 'asserted',
        source: filled.byLink ? 'link' : 'form',
        categories: filled.categories,
        refused: [],
        senders: notice.senders.map((sender) => sender.id),
        form: filled.form,
        notice: hash,
      },
    },
    {
      phone,
      ip: filled.ip,
      userAgent: filled.userAgent,
      page: filled.page,
      language: notice.language,
      ...filled.byLink?.evidence,
    },
  )
}

const fingerprintOf = (
  deps: Deps,
  phone: string | null,
  hash: string,
  categories: readonly string[],
): string => deps.sealer.sign('submission', canonicalJson([phone, hash, categories]))

/** Keeps a submission under a code that is free, or gives the one that has its id: the same attempt came before. */
const keepWithFreeCode = async (
  deps: Deps,
  records: Records,
  draft: Omit<Submission, 'code'>,
): Promise<{ readonly submission: Submission; readonly isNew: boolean }> => {
  // A thousand million codes: two tries in a row that hit a used one do not happen by chance.
  for (let tries = 0; tries < 8; tries += 1) {
    const submission = { ...draft, code: linkCode(deps.ids.random(8)) }
    if (await records.keepSubmission(submission)) return { submission, isNew: true }
    const known = await records.submission(draft.id)
    if (known) return { submission: known, isNew: false }
  }
  throw new Error('no free link code')
}
