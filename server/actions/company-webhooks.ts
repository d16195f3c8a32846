import { isEventId } from '../../consent/mark.ts'
import type { Webhook } from '../../consent/webhook.ts'
import type { DeadLetter, Deps, Posted, StoredCompany, WebhookState } from '../ports.ts'
import { positionAt } from './feed.ts'
import { postToWebhook } from './post-to-webhook.ts'
import { isProblem, problem, type Problem } from './problem.ts'

/** A webhook of the document, and how it stands; null until it is opened. */
export type WebhookView = { readonly webhook: Webhook; readonly state: WebhookState | null }

/** Lists a company's webhooks with how far each has come. */
export const listWebhooks = async (
  deps: Deps,
  { document: { id: company, webhooks = [] } }: StoredCompany,
): Promise<readonly WebhookView[]> => {
  const states = await deps.memory.of(company).webhookStates()
  return webhooks.map((webhook) => ({
    webhook,
    state: states.find(({ id }) => id === webhook.id) ?? null,
  }))
}

const MOST_SHOWN = 1_000

/** What a webhook never took, in the order of the log: the first thousand. */
export const listDeadLetters = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
): Promise<readonly DeadLetter[] | Problem> =>
  webhookNamed(stored, id)
    ? deps.memory.of(stored.document.id).deadLetters(id, MOST_SHOWN)
    : problem('webhook-not-found')

/** What is sent again: every event after a cursor, or dead letters, all or that of one event. */
export type Replay = { readonly after: string } | { readonly event?: string | undefined }

/** Lets a webhook be told again. Gives of how many events of the log. */
export const replayWebhook = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
  replay: Replay,
): Promise<number | Problem> => {
  if (!webhookNamed(stored, id)) return problem('webhook-not-found')
  const memory = deps.memory.of(stored.document.id)
  if ('after' in replay) {
    const position = await positionAt(deps, stored, replay.after)
    if (isProblem(position)) return position
    return memory.write((records) => records.rewindWebhook(id, position))
  }
  const { event } = replay
  const one = event !== undefined && isEventId(event) ? event : null
  if (event !== undefined && one === null) return 0
  return memory.write((records) => records.replayDead(id, one, deps.now()))
}

/** Posts a test event at once. One that is taken ends the rest after a 410. */
export const testWebhook = async (
  deps: Deps,
  stored: StoredCompany,
  id: string,
): Promise<Posted | Problem> => {
  const webhook = webhookNamed(stored, id)
  if (!webhook) return problem('webhook-not-found')
  const company = stored.document.id
  const posted = await postToWebhook(
    deps,
    stored,
    webhook,
    `tst_${Buffer.from(deps.ids.random(12)).toString('hex')}`,
    {
      type: 'webhook.test',
      timestamp: new Date(deps.now()).toISOString(),
      data: { company, webhook: id },
    },
  )
  if (posted.outcome === 'taken') {
    await deps.memory.of(company).write((records) => records.noteGone(id, null, deps.now()))
  }
  return posted
}

const webhookNamed = (
  { document: { webhooks = [] } }: StoredCompany,
  id: string,
): Webhook | undefined => webhooks.find((webhook) => webhook.id === id)
