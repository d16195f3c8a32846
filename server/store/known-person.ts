import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import type { KnownPerson } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import type { EngineName } from './engine.ts'
import { lonePerson } from './lone-person.ts'
import { personWithKin } from './person-with-kin.ts'
import { idBytes } from './rows.ts'
import type { Db } from './schema.ts'
import { noSpellings, remaindersOf, spellingsOf } from './spellings.ts'

/** Whom an identity stands for, and what counts for them. */
export const personKnownAs = async (
  db: Db,
  engine: EngineName,
  company: string,
  seal: CompanySeal,
  identity: Identity,
): Promise<KnownPerson> => {
  const found = { kind: identity.kind, sealed: seal.indexOf(identity) }
  const alone = await lonePerson(db, engine, {
    company,
    ...found,
    spellings: spellingsOf(seal, identity),
    remainders: () => remaindersOf(seal, identity),
  })
  if (alone) return alone
  const spellings = noSpellings(seal)
  if (identity.kind === 'phone') spellings.meet(identity.value)
  const remainder = seal.remainderOf(identity)
  return personWithKin(db, company, { ...found, remainder }, spellings)
}

/** A person by its id, and what counts for them; null when there is no such person. */
export const personNamed = async (
  db: Db,
  company: string,
  seal: CompanySeal,
  id: PersonId,
): Promise<KnownPerson | null> => {
  const known = await personWithKin(db, company, { person: idBytes(id) }, noSpellings(seal))
  return known.person === null ? null : known
}
