/*
 * What is signed of a log, as C2SP writes it: https://c2sp.org/tlog-checkpoint in a signed note
 * (https://c2sp.org/signed-note) by Ed25519.
 */

/** The text that is signed: the log's name, how many events it has, and the root over them in base64. */
export const checkpointText = (origin: string, size: number, root: string): string =>
  `${origin}\n${size}\n${root}\n`

/** A checkpoint as it was signed. The root and the signature are base64. */
export type ReadCheckpoint = {
  readonly text: string
  readonly origin: string
  readonly size: number
  readonly root: string
  /** Who signed, and the four bytes of the key's id before the signature itself. */
  readonly signatures: readonly { readonly name: string; readonly signature: string }[]
}

const NOTE =
  /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:— [^\s+]+ [A-Za-z0-9+/=]+\n)+)$/u

/** Reads a signed note that is a checkpoint; null where it is none. Whether it is signed is another question. */
export const readCheckpoint = (note: string): ReadCheckpoint | null => {
  const [, origin, size, root, lines] = NOTE.exec(note) ?? []
  if (origin === undefined || size === undefined || root === undefined || lines === undefined) {
    return null
  }
  const signatures = lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name = '', signature = ''] = line.split(' ')
      return { name, signature }
    })
  return {
    text: checkpointText(origin, Number(size), root),
    origin,
    size: Number(size),
    root,
    signatures,
  }
}

/** The longest that a log waits for its next checkpoint once it has grown, in milliseconds, and in events. */
export const CHECKPOINT_EVERY_MS = 60_000
export const CHECKPOINT_EVERY_EVENTS = 1_000

/** Whether a log that has grown is to be signed anew. */
export const isCheckpointDue = (
  size: number,
  last: { readonly size: number; readonly at: number } | null,
  now: number,
): boolean => {
  const grown = size - (last?.size ?? 0)
  if (grown <= 0) return false
  return grown >= CHECKPOINT_EVERY_EVENTS || now - (last?.at ?? 0) >= CHECKPOINT_EVERY_MS
}
