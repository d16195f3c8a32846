import { isWanted, type Webhook } from '../../consent/webhook.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { COMPANY_BACKOFF, pauseAfter } from './backoff.ts'
import { postToWebhook } from './post-to-webhook.ts'

/** Longer than a receiver may take. */
const LEASE = 60_000

/**
 * Tells a company's webhook of the newest checkpoint of its log, so that whoever runs the server cannot write it anew
 * unseen. One that was not taken is followed by the next, never by itself alone, and so for ever.
 */
export const tellCheckpoint = async (
  deps: Deps,
  stored: StoredCompany,
  webhook: Webhook,
): Promise<void> => {
  if (!isWanted(webhook, 'log.checkpoint')) return
  const memory = deps.memory.of(stored.document.id)
  const now = deps.now()
  const untold = await memory.untoldCheckpoint(webhook.id, webhook.url, now)
  if (!untold) return
  const { size, at, note } = untold.checkpoint
  const isOurs = await memory.write((records) =>
    records.takeTelling(webhook.id, size, now, now + LEASE),
  )
  if (!isOurs) return
  const posted = await postToWebhook(deps, stored, webhook, `chk_${size}`, {
    type: 'log.checkpoint',
    timestamp: new Date(at).toISOString(),
    data: { size, checkpoint: note },
  })
  await memory.write(async (records) => {
    if (posted.outcome === 'taken') return records.noteTold(webhook.id, size)
    if (posted.outcome === 'refused') await records.noteGone(webhook.id, webhook.url, deps.now())
    const [chance = 0] = deps.ids.random(1)
    const pause = pauseAfter(COMPANY_BACKOFF, untold.tries, chance / 255)
    return records.postponeTelling(webhook.id, deps.now() + pause)
  })
}
