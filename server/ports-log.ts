import type { Subtree } from '../consent/merkle.ts'

/** What was signed of a company's log: how many events it had and the root over them (C2SP tlog-checkpoint). */
export type Checkpoint = {
  /** How many events the log had. */
  readonly size: number
  readonly at: number
  /** The signed note. */
  readonly note: string
}

/** A checkpoint that a webhook was not told of, and how often that was tried. */
export type UntoldCheckpoint = { readonly checkpoint: Checkpoint; readonly tries: number }

/** A company's log, as the Merkle tree of RFC 6962 over its events' leaves. */
export type LogMemory = {
  /** How many events have a place in it. */
  logSize(): Promise<number>
  /** The hashes of subtrees, as `consent/merkle.ts` cuts them out of the tree. */
  logHashes(subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]>
  /** The newest checkpoint. */
  checkpoint(): Promise<Checkpoint | null>
  /** Those of more events than that, in order. */
  checkpointsAfter(size: number, limit: number): Promise<readonly Checkpoint[]>
  /** The newest checkpoint, if a webhook is to be told of it now, at an address that has not answered that it is gone. */
  untoldCheckpoint(webhook: string, url: string, now: number): Promise<UntoldCheckpoint | null>
}

/** What is written of the log, beside the events themselves. */
export type LogRecords = {
  /** Keeps hashes over what has come, so that none is worked out twice. True where there are more to keep. */
  growLog(): Promise<boolean>
  /** A checkpoint of the same size is there already: it stays. */
  keepCheckpoint(checkpoint: Checkpoint): Promise<void>
  /** Takes the telling of a checkpoint, for this process alone until then. False if another has it. */
  takeTelling(webhook: string, size: number, now: number, until: number): Promise<boolean>
  /** The webhook has taken the checkpoint of that size. */
  noteTold(webhook: string, size: number): Promise<void>
  /** The webhook did not take it; it is tried again then. */
  postponeTelling(webhook: string, until: number): Promise<void>
}

/** What signs companies' logs, each under its own key. */
export type LogKeys = {
  of(company: string, origin: string): LogKey
}

/** What signs the log of one company. */
export type LogKey = {
  /** What checks its signatures, as C2SP's signed notes write it: name, key id and public key. */
  readonly verifier: string
  /** The log's name in its checkpoints. */
  readonly origin: string
  /** A text as a signed note. */
  sign(text: string): string
  /** The bare signature of a text, in base64. */
  signBytes(text: string): string
}
