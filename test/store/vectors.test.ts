import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ConsentEvent, Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import { companySeal } from '../../server/store/company-seal.ts'
import { idsOf } from '../../server/store/ids.ts'
import { keyringOf } from '../../server/store/keyring.ts'
import { leafHash } from '../../server/store/leaf-hash.ts'
import { sealerOf } from '../../server/store/sealer.ts'

type LeafVector = {
  readonly company: string
  readonly event: ConsentEvent
  readonly evidence: Evidence | null
  readonly salt: string
  readonly leaf: string
}

type SealVectors = {
  readonly key: string
  readonly company: string
  readonly keyId: string
  readonly identities: readonly (Identity & { readonly index: string })[]
  readonly evidence: { readonly id: string; readonly plain: string; readonly sealed: string }
  readonly delivery: { readonly key: string; readonly of: string; readonly event: string }
  readonly signature: { readonly purpose: string; readonly text: string; readonly is: string }
}

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

describe('what was recorded when the first event was stored, and never changes:', () => {
  test.each(recorded('leaf-vectors.json') as readonly LeafVector[])(
    'the leaf of $event.id',
    ({ company, event, evidence, salt, leaf }) => {
      expect(leafHash(company, event, evidence, Buffer.from(salt, 'hex')).toString('hex')).toBe(
        leaf,
      )
    },
  )

  const vectors = recorded('seal-vectors.json') as SealVectors
  const keyring = keyringOf(Buffer.from(vectors.key, 'hex'))
  const seal = companySeal(keyring, vectors.company, Buffer.from(vectors.key, 'hex'))

  test.each(vectors.identities)('what the $kind $value is found by', ({ index, ...identity }) => {
    expect(seal.indexOf(identity).toString('hex')).toBe(index)
  })

  test('what each of many is found by', () => {
    const many = [...vectors.identities, ...vectors.identities.toReversed()]
    const indexes = seal.indexOfEach(many).map((index) => index.toString('hex'))
    expect(indexes).toEqual(many.map(({ index }) => index))
    expect(seal.indexOfEach([])).toEqual([])
  })

  test('the name of the server’s key', () => {
    expect(keyring.id.toString('hex')).toBe(vectors.keyId)
  })

  test('the key of evidence', () => {
    const { id, plain, sealed } = vectors.evidence
    expect(seal.unseal('events', id, Buffer.from(sealed, 'hex')).toString()).toBe(plain)
    expect(() => seal.unseal('inbox', id, Buffer.from(sealed, 'hex'))).toThrow(/authenticate/u)
    expect(() => seal.unseal('events', `${id}0`, Buffer.from(sealed, 'hex'))).toThrow(
      /authenticate/u,
    )
  })

  test('the event of a delivery', () => {
    const { key, of, event } = vectors.delivery
    expect(idsOf(Buffer.from(key, 'hex'), () => 0).eventOf(vectors.company, of)).toBe(event)
  })

  test('a signature', () => {
    const { purpose, text, is } = vectors.signature
    expect(sealerOf(keyring).sign(purpose, text)).toBe(is)
  })
})
