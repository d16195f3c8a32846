import type { Bond, Identity, IdentityKind } from './identity.ts'
import type { PersonId } from './mark.ts'

/** Somebody we know: the person an identity stands for, since when, and all that this person is known by. */
export type Acquaintance = {
  readonly person: PersonId
  readonly since: number
  readonly knownBy: readonly Identity[]
}

/** One identity of a message, and whom we know by it. */
export type Seen = { readonly identity: Identity; readonly known: Acquaintance | null }

/** Whom an act counts for, and what it taught us of who is who. */
export type Recognition = {
  readonly person: PersonId
  readonly binds: readonly { readonly identity: Identity; readonly person: PersonId }[]
  readonly ties: readonly {
    readonly person: PersonId
    readonly other: PersonId
    readonly bond: Bond
  }[]
  /** Persons about whom every decision is a deny until someone has looked (design R7). */
  readonly inConflict: readonly PersonId[]
}

/**
 * Who sent a message that shows a phone, a business-scoped id or both (design R7). Seen together they are
 * linked if neither has another of that kind. A phone that comes with another id may have changed hands: its
 * yeses stay behind, every no counts for both. Anything else is a conflict.
 */
export const recognise = (
  phone: Seen | null,
  bsuid: Seen | null,
  at: number,
  fresh: PersonId,
): Recognition => {
  if (phone && bsuid) return recogniseBoth(phone, bsuid, at, fresh)
  const only = phone ?? bsuid
  if (!only) return { ...nobodyElse, person: fresh }
  return only.known ? { ...nobodyElse, person: only.known.person } : begin(fresh, [only.identity])
}

const nobodyElse = { binds: [], ties: [], inConflict: [] } as const

const recogniseBoth = (phone: Seen, bsuid: Seen, at: number, fresh: PersonId): Recognition => {
  const hasOtherId = phone.known !== null && knowsAnother(phone.known, bsuid.identity)
  const hasOtherPhone = bsuid.known !== null && knowsAnother(bsuid.known, phone.identity)
  if (hasOtherPhone) return conflict(phone, bsuid.known.person, fresh)
  if (hasOtherId) return changedHands(phone, phone.known, bsuid, at, fresh)
  return link(phone, bsuid, fresh)
}

/** Neither has another of the kind: they are one person. */
const link = (phone: Seen, bsuid: Seen, fresh: PersonId): Recognition => {
  const person = phone.known?.person ?? bsuid.known?.person
  if (person === undefined) return begin(fresh, [phone.identity, bsuid.identity])
  const binds = [phone, bsuid]
    .filter(({ known }) => known === null)
    .map(({ identity }) => ({ identity, person }))
  const other = bsuid.known?.person
  const isTwo = other !== undefined && other !== person && !areOne(phone, bsuid)
  return {
    ...nobodyElse,
    person,
    binds,
    ties: isTwo ? [{ person, other, bond: 'same' }] : [],
  }
}

const changedHands = (
  phone: Seen,
  before: Acquaintance,
  bsuid: Seen,
  at: number,
  fresh: PersonId,
): Recognition => {
  const person = bsuid.known?.person ?? fresh
  const binds = bsuid.known ? [] : [{ identity: bsuid.identity, person }]
  // A message older than the one that gave the number to its present person takes nothing from that person.
  const isNews = at > before.since
  return {
    person,
    binds: isNews ? [...binds, { identity: phone.identity, person }] : binds,
    ties: [{ person, other: before.person, bond: 'noes' }],
    inConflict: [],
  }
}

const conflict = (phone: Seen, other: PersonId, fresh: PersonId): Recognition => {
  const person = phone.known?.person ?? fresh
  return {
    person,
    binds: phone.known ? [] : [{ identity: phone.identity, person }],
    ties: [{ person, other, bond: 'noes' }],
    inConflict: [person, other],
  }
}

const begin = (person: PersonId, identities: readonly Identity[]): Recognition => ({
  ...nobodyElse,
  person,
  binds: identities.map((identity) => ({ identity, person })),
})

/**
 * How somebody is tied to whoever is known by the id that all portfolios of a managed business share, once both are
 * shown together: they are one unless each has a number or an id of the portfolio's that the other has not, as
 * after a change of number. Null where they are one already.
 */
export const bondByParent = (own: Acquaintance, parent: Acquaintance): Bond | null => {
  if (parent.person === own.person || parent.knownBy.some((one) => isAmong(own.knownBy, one))) {
    return null
  }
  return parent.knownBy.some((identity) => knowsAnother(own, identity)) ? 'noes' : 'same'
}

const isAmong = (identities: readonly Identity[], { kind, value }: Identity): boolean =>
  identities.some((other) => other.kind === kind && other.value === value)

const valuesOf = (known: Acquaintance, kind: IdentityKind): readonly string[] =>
  known.knownBy.filter((identity) => identity.kind === kind).map(({ value }) => value)

/** Whether somebody is known by another of an identity's kind and scope, and not by this one. */
const knowsAnother = (known: Acquaintance, { kind, value }: Identity): boolean => {
  const values = valuesOf(known, kind).filter((other) => isParent(other) === isParent(value))
  return values.length > 0 && !values.includes(value)
}

// A managed business's portfolios share it, so it stands beside the portfolio's own and is none (facts section 9).
const isParent = (id: string): boolean => /^[A-Z]{2}\.ENT\./u.test(id)

const areOne = (phone: Seen, bsuid: Seen): boolean =>
  phone.known !== null && valuesOf(phone.known, bsuid.identity.kind).includes(bsuid.identity.value)
