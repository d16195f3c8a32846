import { isE164, otherSpellings } from '../../consent/line.ts'
import type { Identity } from '../../consent/identity.ts'
import type { CompanySeal } from './company-seal.ts'

/** The other spellings of every number that was met, sealed. A no to one of them counts as well (design R7). */
export type Spellings = {
  meet(phone: string): void
  /** The same for a number as it is stored. */
  meetSealed(block: Buffer): void
  all(): readonly Buffer[]
}

/** No number met so far. */
export const noSpellings = (seal: CompanySeal): Spellings => {
  const met = new Set<string>()
  const others = new Map<string, Buffer>()
  const sealed = (value: string): Buffer => seal.indexOf({ kind: 'phone', value })
  const add = (phone: string, block: string): void => {
    met.add(block)
    if (!isE164(phone)) return
    for (const other of otherSpellings(phone)) others.set(other, sealed(other))
  }
  return {
    meet: (phone) => add(phone, sealed(phone).toString('hex')),
    meetSealed: (stored) => {
      const block = stored.toString('hex')
      if (met.has(block)) return
      add(seal.unsealIdentity({ kind: 'phone', sealed: stored, value: null }).value, block)
    },
    all: () => [...others.values()],
  }
}

/** The other spellings of one identity, sealed; nobody but a few countries' numbers has any. */
export const spellingsOf = (seal: CompanySeal, { kind, value }: Identity): readonly Buffer[] =>
  kind === 'phone' && isE164(value)
    ? otherSpellings(value).map((other) => seal.indexOf({ kind, value: other }))
    : []
