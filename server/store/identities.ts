import { sql } from 'kysely'
import type { Bond, Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import type { Acquaintance } from '../../consent/recognise.ts'
import type { CompanySeal } from './company-seal.ts'
import { foundByIdentity, foundByPerson, sameAsFound } from './kin.ts'
import { prepare, slot } from './prepared.ts'
import { idBytes, personIdOf, sealedIdentityOf } from './rows.ts'
import type { Db } from './schema.ts'
import { tieToSuppressed } from './suppressed.ts'

type Row = {
  readonly found: Buffer
  readonly since: number
  readonly kind: string
  readonly sealed: Buffer
  readonly value: Buffer | null
}

type Sealed = { company: string; kind: string; sealed: Buffer }

const owning = prepare<Sealed, { readonly person: Buffer }>(sql<{ readonly person: Buffer }>`
  select person from identities
  where company = ${slot('company')} and kind = ${slot('kind')} and sealed = ${slot('sealed')}`)

/** The person that an identity stands for. */
export const personWith = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  identity: Identity,
): Promise<PersonId | null> => {
  const { rows } = await owning(db, {
    company,
    kind: identity.kind,
    sealed: seal.indexOf(identity),
  })
  return rows[0] ? personIdOf(rows[0].person) : null
}

type OwnRow = Row & { readonly isTied: number }

// Nearly everybody is one person and no more. To ask who is the same takes ten times as long, and SQLite plans a
// statement that joins anew for each value that it is given.
const acquaintedAlone = prepare<Sealed, OwnRow>(sql<OwnRow>`
  select person as found, since, kind, sealed, value, case when exists (
      select 1 from ties
      where ties.company = ${slot('company')} and ties.person = identities.person and bond = 'same'
    ) then 1 else 0 end as "isTied"
  from identities
  where company = ${slot('company')} and person = (
    select person from identities
    where company = ${slot('company')} and kind = ${slot('kind')} and sealed = ${slot('sealed')}
  )`)

const knownBy = sql`
  select found.person as found, found.since, identities.kind, identities.sealed, identities.value
  from found cross join same cross join identities
  where identities.company = ${slot('company')} and identities.person = same.person
  order by identities.since, identities.kind, identities.sealed`

const acquainted = prepare<Sealed, Row>(
  sql<Row>`with recursive ${foundByIdentity}, ${sameAsFound} ${knownBy}`,
)

const ofPerson = prepare<{ company: string; person: Buffer }, Row>(
  sql<Row>`with recursive ${foundByPerson}, ${sameAsFound} ${knownBy}`,
)

/** Whom an identity stands for, with all that this person and who is the same is known by. */
export const acquaintanceOf = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  identity: Identity,
): Promise<Acquaintance | null> => {
  const asked = { company, kind: identity.kind, sealed: seal.indexOf(identity) }
  const { rows: own } = await acquaintedAlone(db, asked)
  const isItself = ({ kind, sealed }: Row): boolean =>
    kind === asked.kind && sealed.equals(asked.sealed)
  const itself = own.find(isItself)
  if (!itself) return null
  const rows = itself.isTied === 0 ? own.toSorted(byAge) : (await acquainted(db, asked)).rows
  return {
    person: personIdOf(itself.found),
    since: itself.since,
    // To open a seal takes longer than to find it.
    knownBy: rows.map((row) =>
      isItself(row) ? identity : seal.unsealIdentity(sealedIdentityOf(row)),
    ),
  }
}

const byAge = (a: OwnRow, b: OwnRow): number =>
  a.since - b.since ||
  (a.kind < b.kind ? -1 : Number(a.kind > b.kind)) ||
  a.sealed.compare(b.sealed)

/** The same of a person by its id. */
export const acquaintanceWith = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  person: PersonId,
): Promise<Acquaintance> => ({
  person,
  since: 0,
  knownBy: await identitiesOf(db, company, seal, person),
})

/** All that a person, and who is the same, is known by. */
export const identitiesOf = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  person: PersonId,
): Promise<readonly Identity[]> => {
  const { rows } = await ofPerson(db, { company, person: idBytes(person) })
  return rows.map((row) => seal.unsealIdentity(sealedIdentityOf(row)))
}

type Binding = {
  company: string
  kind: string
  sealed: Buffer
  key_id: Buffer
  value: Buffer | null
  person: Buffer
  since: number
}

const binding = prepare<Binding, unknown>(sql`
  insert into identities (company, kind, sealed, key_id, value, person, since)
  values (
    ${slot('company')}, ${slot('kind')}, ${slot('sealed')}, ${slot('key_id')}, ${slot('value')},
    ${slot('person')}, ${slot('since')}
  )
  on conflict (company, kind, sealed) do update set
    since = case
      when identities.person = excluded.person and identities.since < excluded.since
      then identities.since else excluded.since
    end,
    person = excluded.person, value = excluded.value, key_id = excluded.key_id`)

/**
 * Lets an identity stand for a person. Bound again to the same person it keeps the earlier time. The noes of whoever
 * was erased under it count for that person too.
 */
export const bindIdentity = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  identity: Identity,
  person: PersonId,
  since: number,
): Promise<void> => {
  const sealed = seal.sealIdentity(identity)
  const owner = idBytes(person)
  await binding(db, { company, ...sealed, key_id: seal.keyId, person: owner, since })
  await tieToSuppressed(db, company, seal.remainderOf(identity), owner)
}

const tying = prepare<{ company: string; person: Buffer; other: Buffer; bond: Bond }, unknown>(sql`
  insert into ties (company, person, other, bond)
  values
    (${slot('company')}, ${slot('person')}, ${slot('other')}, ${slot('bond')}),
    (${slot('company')}, ${slot('other')}, ${slot('person')}, ${slot('bond')})
  on conflict (company, person, other) do update set bond = excluded.bond`)

/** Ties two persons, in both directions; the last bond stands. Nobody is tied to themselves. */
export const tiePersons = async (
  db: Db,
  company: string,
  a: PersonId,
  b: PersonId,
  bond: Bond,
): Promise<void> => {
  if (a === b) return
  const [person, other] = a < b ? [idBytes(a), idBytes(b)] : [idBytes(b), idBytes(a)]
  await tying(db, { company, person, other, bond })
}
