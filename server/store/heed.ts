import type { ConsentEvent } from '../../consent/event.ts'

/** Who hears of what is on disk from then on. */
export type Heed = {
  /** A company has a reply to say. */
  readonly onReply: (company: string) => void
  readonly onEvents: (events: readonly ConsentEvent[]) => void
  /** So many works shared a transaction, on SQLite. */
  readonly onShared: (works: number) => void
}

/** Nobody hears of it. */
export const UNHEEDED: Heed = { onReply: () => {}, onEvents: () => {}, onShared: () => {} }
