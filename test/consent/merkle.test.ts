import { createHash } from 'node:crypto'
import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyPath,
  hashOfLeaf,
  hashOfNode,
  inclusionPath,
  isConsistent,
  rootOfInclusion,
  rootOver,
  type Subtree,
} from '../../consent/merkle.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

/** The definition of RFC 6962, section 2.1, word for word. */
const mth = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first] = leaves
  if (!first) return sha256(new Uint8Array())
  if (leaves.length === 1) return hashOfLeaf(sha256, first)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return hashOfNode(sha256, mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}

// The test vectors of Certificate Transparency's own implementations (google/certificate-transparency, merkle tests).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the tree over a log', () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))(
    'of %i leaves has the root that Certificate Transparency’s has',
    (size, root) => {
      const leaves = LEAVES.slice(0, size)
      expect(hex(mth(leaves))).toBe(root)
      expect(
        hex(
          rootOver(
            sha256,
            leaves.map((leaf) => hashOfLeaf(sha256, leaf)),
          ),
        ),
      ).toBe(root)
    },
  )

  const log = Array.from({ length: 70 }, (_, at) => sha256(Uint8Array.of(at)))
  const hashOf = ({ begin, end }: Subtree): Uint8Array => mth(log.slice(begin, end))

  test('shows that each leaf stands in it, at each size, and that no other does', () => {
    for (let size = 1; size <= log.length; size += 1) {
      const root = hex(mth(log.slice(0, size)))
      for (const [index, leaf] of log.slice(0, size).entries()) {
        const path = inclusionPath(index, size).map(hashOf)
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        const found = rootOfInclusion(sha256, leaf, index, size, path)
        expect(found && hex(found)).toBe(root)
        const other = rootOfInclusion(sha256, sha256(leaf), index, size, path)
        expect(other && hex(other)).not.toBe(root)
      }
    }
  })

  test('shows that it holds all of each earlier one', () => {
    for (let size = 0; size <= log.length; size += 1) {
      const later = { size, root: mth(log.slice(0, size)) }
      for (let before = 0; before <= size; before += 1) {
        const earlier = { size: before, root: mth(log.slice(0, before)) }
        const path = before === 0 || before === size ? [] : consistencyPath(before, size)
        const hashes = path.map(hashOf)
        expect(isConsistent(sha256, earlier, later, hashes)).toBe(true)
        if (before === 0) continue
        const forged = { size: before, root: sha256(earlier.root) }
        expect(isConsistent(sha256, forged, later, hashes)).toBe(false)
        if (before === size) continue
        const grown = { size, root: sha256(later.root) }
        expect(isConsistent(sha256, earlier, grown, hashes)).toBe(false)
      }
    }
  })

  test('shows nothing with a path that was changed anywhere', () => {
    assert(
      property(
        integer({ min: 2, max: log.length }),
        nat(),
        nat(),
        integer({ min: 1, max: 255 }),
        (size, at, place, change) => {
          const index = at % size
          const path = inclusionPath(index, size).map((subtree) => Uint8Array.from(hashOf(subtree)))
          const nth = place % path.length
          const changed = path.map((hash, here) =>
            here === nth ? hash.with(place % 32, (hash[place % 32] ?? 0) ^ change) : hash,
          )
          const root = hex(mth(log.slice(0, size)))
          const leaf = log[index] ?? new Uint8Array()
          const found = rootOfInclusion(sha256, leaf, index, size, changed)
          expect(found && hex(found)).not.toBe(root)
          expect(rootOfInclusion(sha256, leaf, index, size, path.slice(1))).toBeNull()
        },
      ),
    )
  })

  test.each([
    [-1, 4],
    [4, 4],
    [1.5, 4],
    [0, Number.NaN],
  ])('has no leaf %d of %d', (index, size) => {
    expect(rootOfInclusion(sha256, new Uint8Array(), index, size, [])).toBeNull()
  })
})
