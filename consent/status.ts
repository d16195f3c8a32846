import { lastOptOut } from './block.ts'
import type { Category } from './company.ts'
import { isAfter, later, type Mark } from './mark.ts'
import { DEFAULT_LEAST_PROOF, isAtLeast, strongerProof, type Proof } from './proof.ts'
import { grantsOf, held, type Registers } from './registers.ts'

/** What can stand of a category for a person. */
export const STATUSES = ['granted', 'revoked', 'denied', 'pending', 'never_asked'] as const
export type Status = (typeof STATUSES)[number]

/** A yes that no later no has undone. */
export type StandingGrant = { readonly proof: Proof; readonly mark: Mark }

/** What stands now of one category at one sender, with the marks it rests on. */
export type Standing =
  | { readonly status: 'granted'; readonly grants: readonly [StandingGrant, ...StandingGrant[]] }
  | { readonly status: 'pending'; readonly best: StandingGrant }
  | { readonly status: 'revoked' | 'denied'; readonly by: Mark }
  | { readonly status: 'never_asked' }

/** What stands of a category at a sender. A tie goes to the person who said no (design R1, R3). */
export const standingOf = (registers: Registers, sender: string, category: Category): Standing => {
  const revoked = held(registers, `revoked/${category.id}`)
  const denied = held(registers, `denied/${category.id}`)
  const no = revoked && denied ? later(revoked, denied) : (revoked ?? denied)
  const standing = grantsOf(registers, sender, category.id).filter(({ mark }) => isAfter(mark, no))
  const everSaidNo = no !== null || lastOptOut(registers, sender) !== null
  const [first, ...others] = standing.filter(({ proof }) => isEnough(proof, category, everSaidNo))
  if (first) return { status: 'granted', grants: [first, ...others] }
  if (no) return { status: no === revoked ? 'revoked' : 'denied', by: no }
  const [best] = standing
  return best ? { status: 'pending', best } : { status: 'never_asked' }
}

// Whoever has once said no is not brought back by a typed number; an old list alone is never enough (design R3).
const isEnough = (proof: Proof, category: Category, everSaidNo: boolean): boolean => {
  if (proof === 'imported') return category.acceptsImported === true && !everSaidNo
  const asked = category.leastProof ?? DEFAULT_LEAST_PROOF
  return isAtLeast(proof, everSaidNo ? strongerProof(asked, DEFAULT_LEAST_PROOF) : asked)
}
