import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Identity, IdentityKind } from '../../consent/identity.ts'
import type { Keyring } from './keyring.ts'
import { phoneBlocks } from './phone-block.ts'
import { seal, unseal } from './seal.ts'

/** An identity as it is stored: what it is found by, and what it says where the index does not open. */
export type SealedIdentity = {
  readonly kind: IdentityKind
  readonly sealed: Buffer
  readonly value: Buffer | null
}

/** What seals one company's data, under keys that no other company has. */
export type CompanySeal = {
  readonly keyId: Buffer
  /** What an identity is found by. */
  indexOf(identity: Identity): Buffer
  /** The same of each. */
  indexOfEach(identities: readonly Identity[]): readonly Buffer[]
  sealIdentity(identity: Identity): SealedIdentity
  /** What is left of an identity when it is erased: a hash that no rotation changes, and that opens nothing. */
  remainderOf(identity: Identity): Buffer
  unsealIdentity(sealed: SealedIdentity): Identity
  seal(table: SealedTable, id: string, plain: Uint8Array): Buffer
  unseal(table: SealedTable, id: string, sealed: Buffer): Buffer
}

type SealedTable = 'events' | 'inbox' | 'outbox' | 'submissions' | 'passings' | 'answers' | 'links'

const KEY_BYTES = 32

/** The seal of one company. `lasting` is the suppression key, which is never rotated. */
export const companySeal = (keyring: Keyring, company: string, lasting: Buffer): CompanySeal => {
  const phones = phoneBlocks(keyring.derive('phone', company))
  // As key objects: of bytes Node asks each time what they are, which takes five times as long as the sealing.
  const keyFor = (purpose: string): KeyObject => createSecretKey(keyring.derive(purpose, company))
  const indexKey = keyFor('identity-index')
  const valueKey = keyFor('identity-value')
  const evidenceKey = keyFor('evidence')
  const info = JSON.stringify(['quiero/1', 'suppressed', company])
  const lastingKey = createSecretKey(Buffer.from(hkdfSync('sha256', lasting, '', info, KEY_BYTES)))
  const hashed = ({ kind, value }: Identity, key = indexKey): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, value]))
      .digest()
  const placeOf = (kind: IdentityKind, index: Buffer) => [
    company,
    'identities',
    kind,
    index.toString('hex'),
  ]
  const blockOf = ({ kind, value }: Identity): Buffer | null =>
    kind === 'phone' ? phones.seal(value) : null
  return {
    keyId: keyring.id,
    indexOf: (identity) => blockOf(identity) ?? hashed(identity),
    indexOfEach: (identities) => {
      // What is no phone has no block, as a text that is too long for one has none.
      const blocks = phones.sealEach(
        identities.map(({ kind, value }) => (kind === 'phone' ? value : '')),
      )
      return identities.map((identity, nth) => blocks[nth] ?? hashed(identity))
    },
    sealIdentity: (identity) => {
      const { kind } = identity
      const block = blockOf(identity)
      if (block) return { kind, sealed: block, value: null }
      const sealed = hashed(identity)
      const plain = Buffer.from(identity.value)
      return { kind, sealed, value: seal(valueKey, placeOf(kind, sealed), plain) }
    },
    remainderOf: (identity) => hashed(identity, lastingKey),
    unsealIdentity: ({ kind, sealed, value }) => ({
      kind,
      value: value
        ? unseal(valueKey, placeOf(kind, sealed), value).toString()
        : phones.unseal(sealed),
    }),
    seal: (table, id, plain) => seal(evidenceKey, [company, table, id], plain),
    unseal: (table, id, sealed) => unseal(evidenceKey, [company, table, id], sealed),
  }
}
