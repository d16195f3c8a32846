import { sql } from 'kysely'
import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import type { ListedPerson } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import { personsAfter } from './persons.ts'
import { prepare, slot } from './prepared.ts'
import { idBytes, personIdOf, sealedIdentityOf } from './rows.ts'
import type { Db, IdentityTable } from './schema.ts'

type Range = { company: string; after: Buffer; last: Buffer }

const inRange = sql`company = ${slot('company')} and person > ${slot('after')} and person <= ${slot('last')}`

type KnownRow = Pick<IdentityTable, 'person' | 'kind' | 'sealed' | 'value'>

const knowing = prepare<Range, KnownRow>(sql<KnownRow>`
  select person, kind, sealed, value from identities where ${inRange}
  order by person, since, kind, sealed`)

type TiedRow = { readonly person: Buffer; readonly other: Buffer }

const tied = prepare<Range, TiedRow>(sql<TiedRow>`
  select person, other from ties where ${inRange} and bond = 'same' order by person, other`)

/** Persons in the order of their ids, read range by range: a page takes three statements, however many are on it. */
export const peopleAfter = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  after: PersonId | null,
  limit: number,
): Promise<readonly ListedPerson[]> => {
  const persons = await personsAfter(db, company, after, limit)
  const last = persons.at(-1)
  if (last === undefined) return []
  const range = { company, after: after ? idBytes(after) : Buffer.alloc(0), last: idBytes(last) }
  const known = await knowing(db, range)
  const ties = await tied(db, range)
  const identities = grouped<Identity>()
  for (const row of known.rows) {
    identities.add(personIdOf(row.person), seal.unsealIdentity(sealedIdentityOf(row)))
  }
  const same = grouped<PersonId>()
  for (const { person, other } of ties.rows) same.add(personIdOf(person), personIdOf(other))
  return persons.map((person) => ({
    person,
    knownBy: identities.of(person),
    sameAs: same.of(person),
  }))
}

const grouped = <One>() => {
  const groups = new Map<PersonId, One[]>()
  return {
    add: (person: PersonId, one: One): void => {
      const group = groups.get(person)
      if (group) group.push(one)
      else groups.set(person, [one])
    },
    of: (person: PersonId): readonly One[] => groups.get(person) ?? [],
  }
}
