import { blockOf } from '../../consent/block.ts'
import type { Sender } from '../../consent/company.ts'
import type { PersonId } from '../../consent/mark.ts'
import { SERVICE_WINDOW } from '../../consent/may-send.ts'
import { isPassedOn, PASSED_ON_FOR } from '../../consent/passing-on.ts'
import { held } from '../../consent/registers.ts'
import { standingOf } from '../../consent/status.ts'
import type { ClaimedPassing, Deps, Records, StoredCompany } from '../ports.ts'
import { COMPANY_BACKOFF, pauseAfter } from './backoff.ts'
import type { HeardMessage, InboundMessage } from './hear-message.ts'
import { policyFor } from './policy-for.ts'

/** Lets a message wait to be passed on, in the transaction that it is heard in. */
export const queuePassing = async (
  records: Records,
  sender: Sender,
  message: InboundMessage,
  { event, person, act }: HeardMessage,
): Promise<void> => {
  if (!sender.passOn || !isPassedOn(act.meaning, act.stops)) return
  const { phone, bsuid, text, payload, attachments = [], replyTo = null } = message
  await records.queuePassing({
    event,
    person,
    sender: sender.id,
    at: message.sentAt ?? message.receivedAt,
    receivedAt: message.receivedAt,
    message: { phone, bsuid, text, payload, attachments, replyTo, meaning: act.meaning },
  })
}

const AT_ONCE = 20
const LEASE = 60_000

/**
 * Passes on what waits, each person's messages at a sender one after another. A message is judged anew at each
 * attempt: of somebody who has opted out nothing goes on. Gives how many were tried.
 */
export const passOnWaiting = async (deps: Deps, stored: StoredCompany): Promise<number> => {
  const memory = deps.memory.of(stored.document.id)
  const mark = Buffer.from(deps.ids.random(12)).toString('hex')
  const claimed = await memory.write((records) =>
    records.claimPassings({ mark, until: deps.now() + LEASE }, deps.now(), AT_ONCE),
  )
  await Promise.all(
    claimed.map((passing) =>
      passOn(deps, stored, passing).catch((error: unknown) =>
        deps.report('passing a message on', error),
      ),
    ),
  )
  return claimed.length
}

const passOn = async (
  deps: Deps,
  stored: StoredCompany,
  passing: ClaimedPassing,
): Promise<void> => {
  const memory = deps.memory.of(stored.document.id)
  const sender = stored.document.senders.find(({ id }) => id === passing.sender)
  const secret = sender?.passOn && deps.secretOf(stored, sender.passOn.secret.env)
  const status = sender && (await statusAt(deps, stored, sender, passing.person))
  // Where to, or whether, may have changed since the message came.
  if (!sender?.passOn || !status || status.blocked) {
    await memory.write((records) =>
      records.endPassing(passing, status?.blocked ? null : 'withdrawn'),
    )
    return
  }
  const body = JSON.stringify(bodyOf(passing, status))
  const posted = secret
    ? await deps.postWebhook({
        url: sender.passOn.url,
        secret,
        id: passing.event,
        at: deps.now(),
        body,
      })
    : { outcome: 'later' as const, reason: 'no-secret' }
  await memory.write(async (records) => {
    if (posted.outcome === 'taken') return records.endPassing(passing, null)
    const isLate = deps.now() >= passing.receivedAt + PASSED_ON_FOR
    if (isLate || posted.outcome === 'refused') return records.endPassing(passing, posted.reason)
    const [chance = 0] = deps.ids.random(1)
    const pause = pauseAfter(COMPANY_BACKOFF, passing.tries, chance / 255)
    return records.postponePassing(passing, deps.now() + pause, posted.reason)
  })
}

/** What stands of a person at a sender now. */
const statusAt = async (
  deps: Deps,
  { document: company }: StoredCompany,
  sender: Sender,
  person: PersonId,
) => {
  const memory = deps.memory.of(company.id)
  const known = await memory.person(person)
  if (!known) return null
  const { registers } = known
  const identities = await memory.identitiesOf(person)
  const phone = identities.find(({ kind }) => kind === 'phone') ?? null
  const policy = await policyFor(memory, sender, phone, person)
  const window = held(registers, `window/${sender.id}`)
  return {
    blocked: blockOf(registers, sender.id, policy) !== null,
    windowOpenUntil: window && new Date(window.at + SERVICE_WINDOW).toISOString(),
    categories: Object.fromEntries(
      company.categories.map((category) => [
        category.id,
        standingOf(registers, sender.id, category).status,
      ]),
    ),
  }
}

type StatusNow = NonNullable<Awaited<ReturnType<typeof statusAt>>>

const bodyOf = ({ event, person, sender, at, message }: ClaimedPassing, status: StatusNow) => ({
  type: 'message.received',
  timestamp: new Date(at).toISOString(),
  data: {
    id: event,
    sender,
    person,
    from: { phone: message.phone, bsuid: message.bsuid, replyTo: message.replyTo },
    text: message.text,
    payload: message.payload,
    attachments: message.attachments,
    meaning: message.meaning,
    status,
  },
})
