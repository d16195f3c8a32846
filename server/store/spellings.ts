import { isE164, otherSpellings } from '../../consent/line.ts'
import type { Identity } from '../../consent/identity.ts'
import type { CompanySeal } from './company-seal.ts'

/** The other spellings of every number that was met, sealed. A no to one of them counts as well (design R7). */
export type Spellings = {
  meet(phone: string): void
  /** The same for a number as it is stored. */
  meetSealed(block: Buffer): void
  all(): readonly Buffer[]
  /** What would be left of them, had they been erased. */
  erased(): readonly Buffer[]
}

/** No number met so far. */
export const noSpellings = (seal: CompanySeal): Spellings => {
  const met = new Set<string>()
  const others = new Map<string, { readonly sealed: Buffer; readonly erased: Buffer }>()
  const sealed = (value: string): Buffer => seal.indexOf({ kind: 'phone', value })
  const add = (phone: string, block: string): void => {
    met.add(block)
    if (!isE164(phone)) return
    for (const other of otherSpellings(phone)) {
      const erased = seal.remainderOf({ kind: 'phone', value: other })
      others.set(other, { sealed: sealed(other), erased })
    }
  }
  return {
    meet: (phone) => add(phone, sealed(phone).toString('hex')),
    meetSealed: (stored) => {
      const block = stored.toString('hex')
      if (met.has(block)) return
      add(seal.unsealIdentity({ kind: 'phone', sealed: stored, value: null }).value, block)
    },
    all: () => [...others.values()].map((other) => other.sealed),
    erased: () => [...others.values()].map((other) => other.erased),
  }
}

/** The other spellings of one identity, sealed; nobody but a few countries' numbers has any. */
export const spellingsOf = (seal: CompanySeal, identity: Identity): readonly Buffer[] =>
  spelledOtherwise(identity).map((other) => seal.indexOf(other))

/** What would be left of an identity and of its other spellings, had they been erased. */
export const remaindersOf = (seal: CompanySeal, identity: Identity): readonly Buffer[] =>
  [identity, ...spelledOtherwise(identity)].map((one) => seal.remainderOf(one))

const spelledOtherwise = ({ kind, value }: Identity): readonly Identity[] =>
  kind === 'phone' && isE164(value)
    ? otherSpellings(value).map((other) => ({ kind, value: other }))
    : []
