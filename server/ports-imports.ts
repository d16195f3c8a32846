import type { Act, Evidence } from '../consent/event.ts'
import type { Identity } from '../consent/identity.ts'
import type { EventId } from '../consent/mark.ts'
import type { Moment } from '../consent/moment.ts'
import type { Lease } from './kept.ts'

/** How far an import has been read, and what came of its rows. */
export type ImportProgress = {
  readonly rows: number
  readonly taken: number
  readonly repeated: number
  readonly refused: number
  /** A keyed digest of every row that was read: whoever sends the same rows again comes by the same. */
  readonly digest: string
}

/** A company's import, under the company's own name for it. */
export type KeptImport = ImportProgress & {
  readonly id: string
  readonly begunAt: number
  readonly changedAt: number
  /** When all of it had been read; null as long as it has not. */
  readonly doneAt: number | null
  /** Until when somebody has it to themselves. */
  readonly leaseUntil: number
}

/** Why a row was not taken. Nothing of the row is kept. */
export type RefusedRow = {
  readonly row: number
  readonly problem: string
  readonly at: string | null
}

/** An act of an import, and by what its person is known. */
export type ImportedAct = {
  readonly id: EventId
  readonly identity: Identity
  readonly moment: Moment
  readonly act: Act
  readonly evidence: Evidence
}

/** What became of an act: `differs`, where another one bears its name. */
export type ImportedAs = 'taken' | 'repeated' | 'differs'

/** What one company has imported. */
export type ImportMemory = {
  import(id: string): Promise<KeptImport | null>
  /** The newest first, up to a hundred. */
  imports(): Promise<readonly KeptImport[]>
  /** Rows that were refused, in their order, after a given one. */
  refusedRows(id: string, after: number, limit: number): Promise<readonly RefusedRow[]>
}

/** What can be written about imports, inside one transaction. */
export type ImportRecords = {
  /**
   * Begins an import, or goes on with it, for this caller alone until the lease ends. `options` tell in one text how
   * its rows are read.
   */
  claimImport(
    id: string,
    options: string,
    lease: Lease,
    now: number,
  ): Promise<KeptImport | 'in-use' | 'differs'>
  /** Holds an import for another while, to the end of the transaction against all others. False if it is not ours. */
  holdImport(id: string, lease: Lease): Promise<boolean>
  /**
   * Takes many acts at once, each as `append` would with the person who is known by its identity. The caller holds
   * the import that they came with.
   */
  takeActs(acts: readonly ImportedAct[]): Promise<readonly ImportedAs[]>
  /** Whether others wait for the transaction to end: then a long one ends early. */
  isAwaited(): boolean
  keepProgress(
    id: string,
    progress: ImportProgress,
    refused: readonly RefusedRow[],
    now: number,
  ): Promise<void>
  /** Leaves an import to others, or ends it. */
  releaseImport(id: string, lease: Lease['mark'], doneAt: number | null): Promise<void>
  /** Deletes what is kept of refused rows of imports that nothing has been done to since then. */
  forgetRefusedRows(unchangedSince: number): Promise<void>
}
