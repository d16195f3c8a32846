import type { Content, Deps, Dialect, MessageLog, ReadingLog, StoredCompany } from '../ports.ts'
import { hearWebhook } from './hear-webhook.ts'
import { inboxIdOf } from './inbox-id.ts'
import { providedPlaces, type ProvidedPlace } from './inbound-place.ts'
import { isProblem } from './problem.ts'
import { accessTo } from './provider-access.ts'

const MINUTE = 60_000

/** How often a log that answers is asked. */
const ASKED_EVERY = 5 * MINUTE

/** How long a log that does not answer is left alone, at most. */
const LEFT_ALONE_AT_MOST = 60 * MINUTE

/** A message may come into a log a while after it was sent, and a provider's clock may be behind ours. */
const OVERLAP = 15 * MINUTE

/** How far back a log is asked that was never asked before. */
const FIRST_LOOK = 24 * 60 * MINUTE

/**
 * Asks the providers' logs for messages that were not heard, as after an outage: those providers do not send a
 * webhook again. The mark up to which all has been heard moves only when all has been; what fails is told to the
 * operator, and asked again later and later.
 */
export const reconcile = async (deps: Deps, stored: StoredCompany): Promise<void> => {
  for (const place of providedPlaces(stored)) {
    const source = sourceOf(deps, stored, place)
    if (source) await askLog(deps, stored, source)
  }
}

/** A place with the log of its provider, and all that is needed to read it. */
type Source = {
  readonly id: string
  readonly place: ProvidedPlace
  readonly log: MessageLog
  readonly dialect: Dialect
  readonly reading: Pick<ReadingLog, 'phone' | 'ids' | 'secrets'>
}

const sourceOf = (deps: Deps, stored: StoredCompany, place: ProvidedPlace): Source | null => {
  const { provider, sender, door } = place
  const { id, phone } = sender ?? door ?? {}
  const log = deps.logs[provider.kind]
  const dialect = deps.dialects[provider.kind]
  if (!log || !dialect || id === undefined || phone === undefined) return null
  const access = accessTo(deps, stored, provider, log.needs)
  return access && { id, place, log, dialect, reading: { phone, ...access } }
}

const askLog = async (deps: Deps, stored: StoredCompany, source: Source): Promise<void> => {
  const memory = deps.memory.of(stored.document.id)
  const startedAt = deps.now()
  // Taken for a while: another process leaves it alone, and so does the next round of this one.
  const mark = await memory.write((records) =>
    records.takeLog(source.id, startedAt, startedAt + ASKED_EVERY),
  )
  if (!mark) return
  const heardUpTo = mark.heardUpTo ?? startedAt - FIRST_LOOK
  const error = await hearAll(deps, stored, source, heardUpTo - OVERLAP)
  if (error === null) {
    const next = { heardUpTo: startedAt, failures: 0, notBefore: startedAt + ASKED_EVERY }
    await memory.write((records) => records.markLog(source.id, next))
    return
  }
  deps.report(`asking the message log of ${stored.document.id}/${source.id}`, error)
  const failures = mark.failures + 1
  const pause = Math.min(MINUTE * 2 ** Math.min(failures, 10), LEFT_ALONE_AT_MOST)
  const next = { heardUpTo, failures, notBefore: deps.now() + pause }
  await memory.write((records) => records.markLog(source.id, next))
}

/** Hears every page; null when all was heard, else what went wrong. */
const hearAll = async (
  deps: Deps,
  stored: StoredCompany,
  source: Source,
  since: number,
): Promise<unknown> => {
  const seen = new Set<string>()
  let page: string | null = null
  let wrong: unknown = null
  try {
    do {
      const { told, next }: Awaited<ReturnType<MessageLog['read']>> = await source.log.read({
        ...source.reading,
        since,
        page,
      })
      const isHeard = await Promise.all(told.map((one) => hearOne(deps, stored, source, one)))
      if (isHeard.includes(false)) wrong = new Error('a message of a log was not heard')
      if (next !== null && seen.has(next)) throw new Error('the pages of a log go in a circle')
      if (next !== null) seen.add(next)
      page = next
    } while (page !== null)
  } catch (error) {
    return error
  }
  return wrong
}

/** Hears a message as if its webhook had come; false where that must be tried again. */
const hearOne = async (
  deps: Deps,
  stored: StoredCompany,
  source: Source,
  content: Content,
): Promise<boolean> => {
  if (await wasHeard(deps, stored, source, content)) return true
  const heard = await hearWebhook(deps, stored, {
    ...content,
    id: inboxIdOf(deps, stored, content.body),
    provider: source.place.provider.kind,
    place: source.id,
    receivedAt: deps.now(),
    isStale: false,
  })
  return !isProblem(heard)
}

/** Whether there is an event of everything that it tells: most of what a log holds has been heard long ago. */
const wasHeard = async (
  deps: Deps,
  { document }: StoredCompany,
  { place, dialect }: Source,
  content: Content,
): Promise<boolean> => {
  const memory = deps.memory.of(document.id)
  for (const delivered of await dialect.read(content)) {
    if (delivered.kind === 'ignored') continue
    if (delivered.kind === 'unknown') return false
    const delivery = `${place.provider.kind}|${delivered.account}|${delivered.id}`
    if ((await memory.event(deps.ids.eventOf(document.id, delivery))) === null) return false
  }
  return true
}
