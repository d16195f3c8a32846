import { SAID_WITHIN, type Withheld } from '../../consent/may-reply.ts'
import type { Outcome, OutgoingContent } from '../../consent/outgoing.ts'
import type { Sender } from '../../consent/company.ts'
import type { ClaimedReply, CompanyMemory, Deps, ReplyEnd, StoredCompany } from '../ports.ts'
import { pauseAfter, type Backoff } from './backoff.ts'
import { judgeReply } from './judge-reply.ts'
import { sendingPlaceOf, type SendingPlace } from './sending-place.ts'

/** Longer than any attempt can take, so that a lease that ends means that its process has. In milliseconds. */
const LEASE = 90_000
const AT_ONCE = 20

/** Replies are soon too late: they are tried sooner than what can wait. */
const BACKOFF: Backoff = { firstMs: 4_000, longestMs: 10 * 60 * 1000 }

/** After so many tries a reply is given up. */
const MOST_TRIES = 8

/**
 * Says what a company has to say now: each reply is claimed, judged, marked as on its way, sent, and marked with what
 * came of it. **No reply is ever sent twice.** What is certainly not taken (no connection, 429, 503, an error that the
 * provider calls passing) is tried again, later and later; where nobody can tell (no answer in time, a connection
 * that broke after the request went out, any other 5xx, a process that ended meanwhile) it stays `unknown`, is counted
 * and reported, and is not repeated: no provider among ours takes a key that would make a repeat harmless, and a
 * second confirmation of an opt-out is one too many. Gives how many replies were taken.
 */
export const speak = async (deps: Deps, stored: StoredCompany): Promise<number> => {
  const memory = deps.memory.of(stored.document.id)
  const now = deps.now()
  const mark = Buffer.from(deps.ids.random(12)).toString('hex')
  const lease = { mark, until: now + LEASE }
  const { claimed, interrupted } = await memory.write((records) =>
    records.claimReplies(lease, now, AT_ONCE),
  )
  if (interrupted > 0) {
    deps.report('replies whose fate is not known', new Error('the process that sent them ended'))
  }
  await Promise.all(
    claimed.map((reply) =>
      sayOne(deps, stored, memory, reply).catch((error: unknown) =>
        deps.report('saying a reply', error),
      ),
    ),
  )
  return claimed.length
}

const sayOne = async (
  deps: Deps,
  stored: StoredCompany,
  memory: CompanyMemory,
  reply: ClaimedReply,
): Promise<void> => {
  const end = (state: ReplyEnd['state'], reason: string | null): Promise<void> =>
    memory.write((records) =>
      records.endReply(reply, { state, reason, message: null, at: deps.now() }),
    )
  if (reply.tries > MOST_TRIES) return end('failed', 'too_many_tries')
  const sender = stored.document.senders.find(({ id }) => id === reply.sender)
  const place = sender ? sendingPlaceOf(deps, stored, sender) : null
  if (!sender || !place) return end('withheld', 'cannot_send' satisfies Withheld)
  const judged = await judgeReply(deps, stored, sender, reply)
  if ('withheld' in judged) return end('withheld', judged.withheld)
  const at = deps.now()
  const isOurs = await memory.write((records) =>
    records.startReply(reply, { at, until: at + LEASE, words: judged.words }),
  )
  if (!isOurs) return
  // Once more, with nothing between this and the request: the writing may have waited, and a no may have come.
  const still = await judgeReply(deps, stored, sender, reply)
  if ('withheld' in still) return end('withheld', still.withheld)
  const outcome = await attempt(place, sender, reply, still.content)
  await settle(deps, stored, memory, reply, outcome)
}

const attempt = (
  { speaker, credentials }: SendingPlace,
  sender: Sender,
  { event, kind, to }: ClaimedReply,
  content: OutgoingContent,
): Promise<Outcome> =>
  speaker
    .send({ from: sender.phone, to, reference: `${event}.${kind}`, content }, credentials)
    .catch((): Outcome => ({ outcome: 'unknown', reason: 'failed' }))

/** Writes down what came of an attempt. */
const settle = async (
  deps: Deps,
  stored: StoredCompany,
  memory: CompanyMemory,
  reply: ClaimedReply,
  outcome: Outcome,
): Promise<void> => {
  const at = deps.now()
  const end = (state: ReplyEnd['state'], reason: string, message: ReplyEnd['message'] = null) =>
    memory.write((records) => records.endReply(reply, { state, reason, message, at }))
  switch (outcome.outcome) {
    case 'sent': {
      const message = messageMark(deps, stored, reply.sender, outcome.id)
      return memory.write((records) =>
        records.endReply(reply, { state: 'sent', reason: null, message, at }),
      )
    }
    case 'refused':
      return end('failed', outcome.reason)
    case 'unknown':
      deps.report('a reply whose fate is not known', new Error(outcome.reason))
      return end('unknown', outcome.reason)
    case 'later': {
      const [chance = 0] = deps.ids.random(1)
      const next = at + pauseAfter(BACKOFF, reply.tries, chance / 255, outcome.afterMs)
      const isTooLate = next - reply.actedAt > SAID_WITHIN[reply.kind]
      return isTooLate || reply.tries >= MOST_TRIES
        ? end('failed', outcome.reason)
        : memory.write((records) => records.postponeReply(reply, next, outcome.reason))
    }
  }
}

/** By what a message that was sent is found again, when the provider tells what became of it. */
export const messageMark = (
  deps: Deps,
  { document }: StoredCompany,
  sender: string,
  id: string,
): ReturnType<Deps['ids']['eventOf']> => deps.ids.eventOf(document.id, `said|${sender}|${id}`)
