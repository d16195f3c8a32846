import type { Evidence } from '../../consent/event.ts'
import type { E164 } from '../../consent/line.ts'
import { proofByLink, stateOfLink } from '../../consent/link.ts'
import type { Notice } from '../../consent/notice.ts'
import type { Deps, KeptLink } from '../ports.ts'
import type { FoundForm } from './find-form.ts'
import { handInForm, type HandedIn } from './hand-in-form.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import { personKnownBy } from './recognise-person.ts'
import { momentOf } from './record-act.ts'
import { shownNotice, type Ticked } from './shown-notice.ts'

/** A yes on a link's page. */
export type YesByLink = Ticked & {
  /** The number that was typed; null where the known one was left as it was. */
  readonly typed: E164 | null
  readonly evidence: Pick<Evidence, 'ip' | 'userAgent' | 'page'>
}

/** What a yes came to: it stands, or a message has yet to show that the number is the person's. */
export type AgreedByLink =
  | { readonly stands: true; readonly notice: Notice }
  | { readonly stands: false; readonly handedIn: HandedIn }

/**
 * Takes the one yes of a link. Where the link came by SMS and the number was left as it was, the link proves the phone;
 * in every other case the number is only asserted until a message comes from it (design R3).
 */
export const agreeByLink = async (
  deps: Deps,
  found: FoundForm,
  link: KeptLink,
  yes: YesByLink,
): Promise<AgreedByLink | Problem> => {
  const { phone: known, external } = link.recipient
  const phone = yes.typed ?? known
  if (phone === null) return problem('phone-empty')
  // A repeat of what waits for its message is answered as that was.
  if (stateOfLink({ ...link, usedAt: null }, deps.now()) === 'expired') return problem('link-used')
  const isAsItWas = phone === known
  const details = {
    channel: link.channel,
    ...(link.campaign !== null && { campaign: link.campaign }),
  }
  const evidence = { ...yes.evidence, details, ...(external !== null && { external }) }
  return proofByLink(link.channel, isAsItWas) === 'link'
    ? agreeAtOnce(deps, found, link, yes, { ...evidence, phone })
    : agreeForNow(deps, found, link, yes, { ...evidence, phone })
}

type Proved = Evidence & { readonly phone: string }

const agreeAtOnce = async (
  deps: Deps,
  found: FoundForm,
  link: KeptLink,
  yes: YesByLink,
  evidence: Proved,
): Promise<AgreedByLink | Problem> => {
  const shown = await shownNotice(deps, found, yes)
  if (isProblem(shown)) return shown
  const { notice, hash } = shown
  const at = deps.now()
  const id = deps.ids.newEvent()
  const isFirst = await deps.memory.of(found.company.id).write(async (records) => {
    const use = { at, isCorrected: false, submission: null }
    if (!(await records.useLink(link.hash, use))) return false
    const identity = { kind: 'phone', value: evidence.phone } as const
    const person = await personKnownBy(deps, records, identity, at)
    await records.append(
      {
        id,
        person,
        moment: momentOf(at, undefined),
        act: {
          kind: 'opt_in',
          proof: 'link',
          source: 'link',
          categories: yes.categories,
          refused: [],
          senders: notice.senders.map((sender) => sender.id),
          form: found.form.id,
          notice: hash,
        },
      },
      { ...evidence, language: notice.language },
    )
    return true
  })
  return isFirst ? { stands: true, notice } : problem('link-used')
}

const agreeForNow = async (
  deps: Deps,
  { form }: FoundForm,
  link: KeptLink,
  yes: YesByLink,
  evidence: Proved,
): Promise<AgreedByLink | Problem> => {
  const { hash, recipient } = link
  const isCorrected = recipient.phone !== null && evidence.phone !== recipient.phone
  const handedIn = await handInForm(deps, {
    form: form.id,
    noticeToken: yes.noticeToken,
    // The link's one yes: pressed again it is the same, and with other words it is refused.
    attempt: `link/${hash}`,
    phone: evidence.phone,
    categories: yes.categories,
    language: yes.language,
    byLink: {
      evidence,
      use: (records, submission) =>
        records.useLink(hash, { at: deps.now(), isCorrected, submission }),
    },
  })
  if (!isProblem(handedIn)) return { stands: false, handedIn }
  return handedIn.problem === 'attempt-already-used' ? problem('link-used') : handedIn
}
