import { sql } from 'kysely'
import type { PersonId } from '../../consent/mark.ts'
import { prepare, slot } from './prepared.ts'
import { idBytes, personIdOf } from './rows.ts'
import type { Db } from './schema.ts'

type Values = { company: string; after: Buffer; limit: number }

const company = slot('company')
const after = slot('after')
const limit = slot('limit')

// Each half stops at the limit by its own index; a person may have events and no identity any more, or the reverse.
const listing = prepare<Values, { person: Buffer }>(sql<{ person: Buffer }>`
  select person from (
    select person from (
      select distinct person from events where company = ${company} and person > ${after}
      order by person limit ${limit}
    ) as acting
    union
    select person from (
      select distinct person from identities where company = ${company} and person > ${after}
      order by person limit ${limit}
    ) as known
  ) as persons
  order by person limit ${limit}`)

/** Person ids in order, after a given one. */
export const personsAfter = async (
  db: Db,
  of: string,
  last: PersonId | null,
  most: number,
): Promise<readonly PersonId[]> => {
  const values = { company: of, after: last ? idBytes(last) : Buffer.alloc(0), limit: most }
  const { rows } = await listing(db, values)
  return rows.map(({ person }) => personIdOf(person))
}
