import { yesAt } from '../../consent/moment.ts'
import { isToldOf, TOLD_FOR, webhookTypeOf, type Webhook } from '../../consent/webhook.ts'
import type { ClaimedDelivery, Deps, StoredCompany } from '../ports.ts'
import { COMPANY_BACKOFF, pauseAfter } from './backoff.ts'
import { postToWebhook } from './post-to-webhook.ts'

const AT_ONCE = 20

/** Longer than a receiver may take, so that nobody else sends meanwhile what is being sent. */
const LEASE = 60_000

/**
 * Tells a company's webhook of the events that come next for it, each person's one after another. What it does not
 * take is tried again for three days and then kept as a dead letter; where it answers 410 it is left alone, and what
 * waits goes on waiting. Gives how much was done: nought when there is nothing to do now.
 */
export const deliverEvents = async (
  deps: Deps,
  stored: StoredCompany,
  webhook: Webhook,
): Promise<number> => {
  const memory = deps.memory.of(stored.document.id)
  const work = await memory.webhookWork(webhook.id, deps.now())
  if (!work || work.goneUrl === webhook.url) return 0
  const queued = work.isBehind
    ? await memory.write((records) =>
        records.queueDeliveries(webhook.id, (act) => isToldOf(webhook, act), deps.now()),
      )
    : 0
  if (queued === 0 && !work.isDue) return 0
  const mark = Buffer.from(deps.ids.random(12)).toString('hex')
  const claimed = await memory.write((records) =>
    records.claimDeliveries(webhook.id, { mark, until: deps.now() + LEASE }, deps.now(), AT_ONCE),
  )
  await Promise.all(claimed.map((delivery) => deliver(deps, stored, webhook, delivery)))
  return queued + claimed.length
}

const deliver = async (
  deps: Deps,
  stored: StoredCompany,
  webhook: Webhook,
  delivery: ClaimedDelivery,
): Promise<void> => {
  const posted = await postToWebhook(deps, stored, webhook, delivery.event.id, bodyOf(delivery))
  await deps.memory.of(stored.document.id).write(async (records) => {
    const now = deps.now()
    switch (posted.outcome) {
      case 'taken':
        return records.endDelivery(delivery, null)
      case 'refused':
        await records.noteGone(webhook.id, webhook.url, now)
        return records.postponeDelivery(delivery, now, posted.reason)
      case 'later': {
        if (now >= delivery.queuedAt + TOLD_FOR) return records.endDelivery(delivery, posted.reason)
        const [chance = 0] = deps.ids.random(1)
        const until = now + pauseAfter(COMPANY_BACKOFF, delivery.tries, chance / 255)
        return records.postponeDelivery(delivery, until, posted.reason)
      }
    }
  })
}

/** Thin: who it was stands there by our own name for them, never by a number. */
const bodyOf = ({ event: { id, person, moment, act }, position }: ClaimedDelivery) => ({
  type: webhookTypeOf(act),
  timestamp: new Date(moment.receivedAt).toISOString(),
  data: { event: id, person, at: new Date(yesAt(moment)).toISOString(), position, act },
})
