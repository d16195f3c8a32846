import type { KnownPerson } from '../ports.ts'
import type { Asked } from './lone-person.ts'
import type { Db } from './schema.ts'

/** What differs between the two databases. */
export type Engine = {
  readonly name: EngineName
  /** Where reads go: they see what is committed and never wait for a write. */
  readonly reads: Db
  /**
   * Runs work in a transaction; resolves when it is on disk, throws when nothing of it is. PostgreSQL may
   * roll a transaction back to let another pass; then the work runs again.
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Inside a transaction, whether others wait for it to end. */
  isAwaited(): boolean
  /** Inside a transaction, keeps others that ask for the same name waiting until it ends. */
  lock(db: Db, ...name: readonly string[]): Promise<void>
  /** The same of many names, always in one order, so that of two that want the same none waits for the other. */
  lockAll(db: Db, names: readonly (readonly string[])[]): Promise<void>
  /** Where processes count requests together; null where there is but one. */
  readonly rates: RateStore | null
  /** What is committed now, on a connection that nothing else uses. */
  snapshot(): Promise<EngineSnapshot>
  /** Takes what was deleted out of the journal, where that is this process's to do. */
  scrub(): Promise<void>
  close(): Promise<void>
}

/** As much of a pool as the counting of requests needs. */
export type RateStore = {
  query(query: { readonly text: string; readonly values: readonly unknown[] }): Promise<unknown>
}

/** The database as it stood at one instant. It must be ended: what it sees cannot be tidied up before. */
export type EngineSnapshot = {
  readonly db: Db
  /** What `lonePerson` answers of each, in the order given. */
  lonePersons(
    company: string,
    asked: readonly Omit<Asked, 'company'>[],
  ): Promise<readonly (KnownPerson | null)[]>
  end(): Promise<void>
}

/** SQLite's one writer places an event as it stores it; on PostgreSQL the sequencer does so afterwards. */
export type EngineName = 'sqlite' | 'postgres'

/** Told of trouble that no caller is waiting to hear of. */
export type OnTrouble = (error: unknown) => void
