import { consentIn, grantIn, type ConsentPart } from '../../consent/consent-record.ts'
import type { Grant } from '../../consent/event.ts'
import type { EventId } from '../../consent/mark.ts'
import type { Notice } from '../../consent/notice.ts'
import type { RecordedEvent, Snapshot } from '../ports.ts'

const PAGE = 500

// Notices are few: one for each language of a form, each time its words change.
const MOST_NOTICES = 1_000

/** Everything that happened, page by page in the order of the log; what has no place in it yet comes last. */
export const exportEvents = async function* (
  snapshot: Snapshot,
  which: 'thin' | 'with-evidence',
): AsyncGenerator<readonly RecordedEvent[]> {
  for (let after = -1; ;) {
    const page = await snapshot.eventsAfter(after, PAGE, which)
    yield page
    const last = page.at(-1)
    if (!last) break
    after = last.position
  }
  for (let after: EventId | null = null; ;) {
    const page: readonly RecordedEvent[] = await snapshot.unplacedAfter(after, PAGE)
    yield page
    after = page.at(-1)?.event.id ?? null
    if (after === null) return
  }
}

/** What an event says of one category, or of all, and the words that were shown. */
export type ExportedConsent = RecordedEvent & {
  readonly part: ConsentPart
  readonly grant: Grant | null
  readonly notice: Notice | null
}

/** Everything that was agreed to, refused or withdrawn, page by page in the order of the log. */
export const exportConsent = async function* (
  snapshot: Snapshot,
): AsyncGenerator<readonly ExportedConsent[]> {
  const noticeOf = rememberedNotices(snapshot)
  for await (const page of exportEvents(snapshot, 'thin')) {
    const records: ExportedConsent[] = []
    for (const recorded of page) {
      const grant = grantIn(recorded.event.act)
      const notice = grant?.notice ? await noticeOf(grant.notice) : null
      for (const part of consentIn(recorded.event)) {
        // A no to something else than was shown has no notice.
        const isShown = part.state !== 'withdrawn'
        records.push({
          ...recorded,
          part,
          grant: isShown ? grant : null,
          notice: isShown ? notice : null,
        })
      }
    }
    yield records
  }
}

const rememberedNotices = (snapshot: Snapshot) => {
  const notices = new Map<string, Notice | null>()
  return async (hash: string): Promise<Notice | null> => {
    const known = notices.get(hash)
    if (known !== undefined) return known
    if (notices.size >= MOST_NOTICES) notices.clear()
    const notice = await snapshot.notice(hash)
    notices.set(hash, notice)
    return notice
  }
}
