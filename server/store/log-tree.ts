import { createHash } from 'node:crypto'
import { hashOfLeaf, rootOver, type Sha256, type Subtree } from '../../consent/merkle.ts'
import type { Db } from './schema.ts'

/** Each hash that is kept stands for so many below it. */
export const LOG_WIDTH = 256

// Hashes of so many leaves take a transaction some tens of milliseconds.
const MOST_AT_ONCE = 64

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/**
 * The hash of a subtree that begins at a multiple of its own size rounded up to a power of two, as every one of an
 * inclusion or a consistency path does. It reads at most 256 hashes of each level, however large the log is.
 */
export const hashOfSubtree = async (
  db: Db,
  company: string,
  { begin, end }: Subtree,
): Promise<Uint8Array> => {
  const count = end - begin
  if (count <= LOG_WIDTH) return rootOver(sha256, await leafHashes(db, company, { begin, end }))
  const level = Math.ceil(Math.log2(count) / Math.log2(LOG_WIDTH)) - 1
  const unit = LOG_WIDTH ** level
  const whole = Math.floor(count / unit)
  const kept = await nodesAt(db, company, level, begin / unit, whole)
  const hashes: Uint8Array[] = []
  for (let nth = 0; nth * unit < count; nth += 1) {
    const from = begin + nth * unit
    const to = Math.min(end, from + unit)
    hashes.push(
      kept.get(from / unit) ?? (await hashOfSubtree(db, company, { begin: from, end: to })),
    )
  }
  return rootOver(sha256, hashes)
}

/** Keeps the hashes over whatever is whole by now, some at a time. True where there are more. */
export const growLogTree = async (db: Db, company: string, size: number): Promise<boolean> => {
  for (let level = 1; LOG_WIDTH ** level <= size; level += 1) {
    const next = (await lastPlace(db, company, level)) + 1
    const wholeOnes = Math.floor(size / LOG_WIDTH ** level)
    const added = Math.min(wholeOnes - next, MOST_AT_ONCE)
    for (let place = next; place < next + added; place += 1) {
      const hashes =
        level === 1
          ? await leafHashes(db, company, {
              begin: place * LOG_WIDTH,
              end: (place + 1) * LOG_WIDTH,
            })
          : [...(await nodesAt(db, company, level - 1, place * LOG_WIDTH, LOG_WIDTH)).values()]
      if (hashes.length !== LOG_WIDTH) throw new Error('the log has a gap')
      await db
        .insertInto('log_nodes')
        .values({ company, level, place, hash: Buffer.from(rootOver(sha256, hashes)) })
        .onConflict((it) => it.columns(['company', 'level', 'place']).doNothing())
        .execute()
    }
    if (next + added < wholeOnes) return true
  }
  return false
}

const leafHashes = async (
  db: Db,
  company: string,
  { begin, end }: Subtree,
): Promise<readonly Uint8Array[]> => {
  const rows = await db
    .selectFrom('events')
    .select('leaf')
    .where('company', '=', company)
    .where('position', '>=', begin)
    .where('position', '<', end)
    .orderBy('position')
    .execute()
  if (rows.length !== end - begin) throw new Error('the log has a gap')
  return rows.map(({ leaf }) => hashOfLeaf(sha256, leaf))
}

const nodesAt = async (
  db: Db,
  company: string,
  level: number,
  first: number,
  count: number,
): Promise<ReadonlyMap<number, Uint8Array>> => {
  const rows = await db
    .selectFrom('log_nodes')
    .select(['place', 'hash'])
    .where('company', '=', company)
    .where('level', '=', level)
    .where('place', '>=', first)
    .where('place', '<', first + count)
    .orderBy('place')
    .execute()
  return new Map(rows.map(({ place, hash }) => [place, hash]))
}

const lastPlace = async (db: Db, company: string, level: number): Promise<number> => {
  const row = await db
    .selectFrom('log_nodes')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('company', '=', company)
    .where('level', '=', level)
    .executeTakeFirst()
  return row?.last ?? -1
}
