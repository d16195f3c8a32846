/*
 * The Merkle tree of RFC 6962, section 2.1, over a log's leaves: what shows that an event stands in the log that a
 * checkpoint signs, and that a later log holds all of an earlier one. Hashing is handed in, because here is no I/O.
 */

/** SHA-256 of some bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The hash of the leaves from `begin` up to, and not with, `end`. */
export type Subtree = { readonly begin: number; readonly end: number }

const LEAF = 0
const NODE = 1

/** What stands in the tree for a leaf. */
export const hashOfLeaf = (sha256: Sha256, leaf: Uint8Array): Uint8Array =>
  sha256(joined(LEAF, leaf))

/** What stands above two hashes. */
export const hashOfNode = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(NODE, left, right))

const joined = (first: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 1))
  bytes[0] = first
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Where a subtree of two leaves or more is parted: at the largest power of two that leaves something on the right. */
export const partOf = ({ begin, end }: Subtree): number => {
  let half = 1
  while (half * 2 < end - begin) half *= 2
  return begin + half
}

/** The root over hashes of neighbouring leaves or whole subtrees of one size. RFC 6962: of none, the hash of nothing. */
export const rootOver = (sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array => {
  let level = hashes
  while (level.length > 1) level = levelAbove(sha256, level)
  return level[0] ?? sha256(new Uint8Array())
}

/** A hash without a neighbour goes up as it is: that is the same tree as the one parted from above. */
const levelAbove = (sha256: Sha256, level: readonly Uint8Array[]): readonly Uint8Array[] => {
  const above: Uint8Array[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]]
    if (left && right) above.push(hashOfNode(sha256, left, right))
    else if (left) above.push(left)
  }
  return above
}

/** The subtrees whose hashes show that a leaf stands in a log of so many, from the leaf upwards. */
export const inclusionPath = (index: number, size: number): readonly Subtree[] => {
  const path: Subtree[] = []
  let tree: Subtree = { begin: 0, end: size }
  while (tree.end - tree.begin > 1) {
    const part = partOf(tree)
    const [left, right] = [
      { begin: tree.begin, end: part },
      { begin: part, end: tree.end },
    ]
    path.unshift(index < part ? right : left)
    tree = index < part ? left : right
  }
  return path
}

/** The root that a leaf and the hashes of its path come to; null where there are too few or too many of them. */
export const rootOfInclusion = (
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  hashes: readonly Uint8Array[],
): Uint8Array | null => {
  if (!isWhole(index) || !isWhole(size) || index >= size) return null
  const path = inclusionPath(index, size)
  if (path.length !== hashes.length) return null
  let root = hashOfLeaf(sha256, leaf)
  for (const [nth, hash] of hashes.entries()) {
    const isLeft = (path[nth]?.begin ?? 0) < index
    root = isLeft ? hashOfNode(sha256, hash, root) : hashOfNode(sha256, root, hash)
  }
  return root
}

/** The subtrees whose hashes show that a log of one size begins with all of a smaller one. */
export const consistencyPath = (before: number, size: number): readonly Subtree[] => {
  const path: Subtree[] = []
  let tree: Subtree = { begin: 0, end: size }
  // Whether the smaller log's own root is the hash that stands at the end, which whoever asks knows.
  while (tree.end > before) {
    const part = partOf(tree)
    const [left, right] = [
      { begin: tree.begin, end: part },
      { begin: part, end: tree.end },
    ]
    const goesLeft = before <= part
    path.unshift(goesLeft ? right : left)
    tree = goesLeft ? left : right
  }
  return tree.begin === 0 ? path : [tree, ...path]
}

/** A log as its checkpoint tells of it. */
export type TreeHead = { readonly size: number; readonly root: Uint8Array }

/** Whether a log's root is that of an earlier one with more after it. */
export const isConsistent = (
  sha256: Sha256,
  earlier: TreeHead,
  later: TreeHead,
  hashes: readonly Uint8Array[],
): boolean => {
  if (!isWhole(earlier.size) || !isWhole(later.size) || earlier.size > later.size) return false
  if (earlier.size === 0) return hashes.length === 0
  if (earlier.size === later.size) return hashes.length === 0 && isSame(earlier.root, later.root)
  const roots = rootsOfConsistency(sha256, earlier, later.size, hashes)
  return roots !== null && isSame(roots.old, earlier.root) && isSame(roots.now, later.root)
}

/** The roots that a path comes to, of the log as it was and as it is. */
const rootsOfConsistency = (
  sha256: Sha256,
  { size: before, root }: TreeHead,
  size: number,
  hashes: readonly Uint8Array[],
): { readonly old: Uint8Array; readonly now: Uint8Array } | null => {
  const path = consistencyPath(before, size)
  const [lowest] = path
  if (!lowest || path.length !== hashes.length) return null
  // Where the earlier log is a whole subtree of the later one, its own root is where the path begins.
  const begins = lowest.begin >= before ? [root, ...hashes] : hashes
  const [first, ...rest] = begins
  if (!first) return null
  const above = path.slice(path.length - rest.length)
  let roots = { old: first, now: first }
  for (const [nth, hash] of rest.entries()) {
    const isNew = (above[nth]?.begin ?? 0) >= before
    roots = isNew
      ? { old: roots.old, now: hashOfNode(sha256, roots.now, hash) }
      : { old: hashOfNode(sha256, hash, roots.old), now: hashOfNode(sha256, hash, roots.now) }
  }
  return roots
}

const isWhole = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
