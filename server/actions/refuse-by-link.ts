import type { Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import { proofByLink } from '../../consent/link.ts'
import { latest } from '../../consent/mark.ts'
import type { Registers } from '../../consent/registers.ts'
import type { Deps, KeptLink, Records } from '../ports.ts'
import type { FoundLink } from './find-link.ts'
import { problem, type Problem } from './problem.ts'
import { momentOf, recordAct, type RecordedAct } from './record-act.ts'
import { recordOptOut } from './record-opt-out.ts'

type NoEvidence = Pick<Evidence, 'ip' | 'userAgent' | 'page' | 'language'>

/**
 * Takes a no to what a link asked for, and to nothing else. A link can say it for ever; said again it is the same no
 * as long as no yes came between.
 */
export const declineByLink = async (
  deps: Deps,
  { stored, link }: FoundLink,
  evidence: NoEvidence,
): Promise<RecordedAct | Problem> => {
  const { id } = stored.document
  const memory = deps.memory.of(id)
  const notice = await memory.notice(link.notice)
  if (!notice) return problem('form-not-found')
  const identity = personOf(link)
  const refused = notice.categories.map((category) => category.id)
  const { registers } = await memory.whoIs(identity)
  const last = lastOf(registers, (register) => {
    const [kind, , category = ''] = register.split('/')
    return kind === 'granted' && refused.includes(category)
  })
  return recordAct(deps, id, {
    name: `link|no|${link.hash}|${last}`,
    identity,
    moment: momentOf(deps.now(), undefined),
    act: {
      kind: 'opt_in',
      proof: proofByLink(link.channel, true),
      source: 'link',
      categories: [],
      refused,
      senders: notice.senders.map((sender) => sender.id),
      form: link.form,
      notice: link.notice,
    },
    evidence: { ...evidence, ...ownIdOf(link) },
    beside: noteRefused(deps, link),
  })
}

/** Takes a no to everything: from the page, or from a mail program's own button (RFC 8058). It needs no form any more. */
export const leaveByLink = async (
  deps: Deps,
  { stored, link }: FoundLink,
  evidence: NoEvidence,
): Promise<RecordedAct | Problem> => {
  const { id, senders } = stored.document
  const person = personOf(link)
  const { registers } = await deps.memory.of(id).whoIs(person)
  const last = lastOf(registers, (register) => register.startsWith('returned/'))
  const all = senders.map((sender) => sender.id).join(' ')
  return recordOptOut(deps, stored, {
    person,
    id: `link/${link.hash}/${last}/${all}`,
    source: 'link',
    evidence: { ...evidence, ...ownIdOf(link) },
    beside: noteRefused(deps, link),
  })
}

const personOf = ({ recipient: { identity, phone } }: KeptLink): Identity =>
  phone === null ? identity : { kind: 'phone', value: phone }

const ownIdOf = ({ recipient: { external } }: KeptLink): Pick<Evidence, 'external'> =>
  external === null ? {} : { external }

const noteRefused =
  (deps: Deps, { hash }: KeptLink) =>
  (records: Records) =>
    records.noteLinkRefused(hash, deps.now())

/** The event that last raised one of some registers: what comes after it is another act. */
const lastOf = (registers: Registers, isAmong: (register: string) => boolean): string => {
  const marks = [...registers].flatMap(([register, mark]) => (isAmong(register) ? [mark] : []))
  return latest(marks)?.by ?? 'first'
}
