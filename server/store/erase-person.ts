import { sql } from 'kysely'
import { isE164, otherSpellings, writtenAs } from '../../consent/line.ts'
import type { Identity } from '../../consent/identity.ts'
import type { PersonId } from '../../consent/mark.ts'
import type { CompanySeal } from './company-seal.ts'
import type { Engine } from './engine.ts'
import { finishInbound } from './inbox.ts'
import { foundByPerson, sameAsFound } from './kin.ts'
import { prepare, slot } from './prepared.ts'
import { idBytes, sealedIdentityOf } from './rows.ts'
import type { Db, IdentityTable } from './schema.ts'
import { suppress } from './suppressed.ts'

type Place = {
  readonly db: Db
  readonly engine: Engine
  readonly company: string
  readonly seal: CompanySeal
}

/**
 * Takes away all that tells who a person is, and who is the same. Events keep their place, leaf and act; registers and
 * ties stay, so that every no goes on; of each identity a keyed hash stays. What a company's other rows hold of them
 * goes too: what waits to be said or passed on, forms that were handed in, bodies kept for inspection. A body that
 * waits to be worked off stays: it may hold a no, of others too.
 */
export const erasePerson = async (place: Place, person: PersonId): Promise<void> => {
  const { db, engine, company, seal } = place
  const asked = { company, person: idBytes(person) }
  const met = (await known(db, asked)).rows
  await engine.lockAll(
    db,
    met.map(({ kind, sealed }) => [company, kind, sealed.toString('hex')]),
  )
  // Whoever bound another while the locks were waited for is seen now; who binds one of these from here on waits.
  const { rows } = await known(db, asked)
  const identities = rows.map((row) => seal.unsealIdentity(sealedIdentityOf(row)))
  for (const [nth, identity] of identities.entries()) {
    await suppress(db, company, seal, identity, rows[nth]?.person ?? asked.person)
  }
  for (const { person: one } of (await same(db, asked)).rows) await eraseOne(place, one)
  await eraseInspected(place, identities)
}

type Asked = { company: string; person: Buffer }
type Known = Pick<IdentityTable, 'person' | 'kind' | 'sealed' | 'value'>

const whoIsSame = sql`with recursive ${foundByPerson}, ${sameAsFound}`

const same = prepare<Asked, { person: Buffer }>(sql<{ person: Buffer }>`
  ${whoIsSame} select person from same`)

const known = prepare<Asked, Known>(sql<Known>`
  ${whoIsSame}
  select identities.person, identities.kind, identities.sealed, identities.value
  from same cross join identities
  where identities.company = ${slot('company')} and identities.person = same.person`)

const eraseOne = async ({ db, company }: Place, person: Buffer): Promise<void> => {
  const asked = { company, person }
  await unbinding(db, asked)
  // Before the evidence: what was typed in a form is known by the event that tells of it.
  for (const { id } of (await optingIn(db, asked)).rows) {
    await forgettingForm(db, { company, id: `opt_${id.toString('hex')}` })
  }
  await unsalting(db, asked)
  await withholding(db, asked)
  await emptying(db, asked)
  await passingOver(db, asked)
  await unlinking(db, asked)
}

const theirs = sql`company = ${slot('company')} and person = ${slot('person')}`

const unbinding = prepare<Asked, unknown>(sql`delete from identities where ${theirs}`)

const unsalting = prepare<Asked, unknown>(sql`
  update events set salt = null, evidence = null
  where ${theirs} and (salt is not null or evidence is not null)`)

const optingIn = prepare<Asked, { id: Buffer }>(sql<{ id: Buffer }>`
  select id from events where ${theirs} and kind = 'opt_in'`)

// A keyed hash of the number, too, and one that a rotation would change.
const forgettingForm = prepare<{ company: string; id: string }, unknown>(sql`
  update submissions set fingerprint = '', page = null, key_id = null
  where company = ${slot('company')} and id = ${slot('id')}`)

const withholding = prepare<Asked, unknown>(sql`
  update outbox set state = 'withheld', reason = 'erased', lease = null, body = null
  where ${theirs} and state in ('waiting', 'claimed')`)

// What goes out just now has no second attempt.
const emptying = prepare<Asked, unknown>(sql`
  update outbox set body = null where ${theirs} and body is not null`)

const passingOver = prepare<Asked, unknown>(sql`delete from passings where ${theirs}`)

// Who holds one has nothing left to say no to.
const unlinking = prepare<Asked, unknown>(sql`delete from links where ${theirs}`)

/** Removes the bodies that are kept for inspection and name one of these. */
const eraseInspected = async (
  { db, company, seal }: Place,
  identities: readonly Identity[],
): Promise<void> => {
  const names = identities.flatMap(namesOf)
  if (names.length === 0) return
  const { rows } = await inspected(db, { company })
  for (const { id } of rows) {
    const [row] = (await bodyOf(db, { company, id })).rows
    const text = row && seal.unseal('inbox', id, row.body).toString()
    if (names.some((name) => text?.includes(name))) await finishInbound(db, company, id, null)
  }
}

const inspected = prepare<{ company: string }, { id: string }>(sql<{ id: string }>`
  select id from inbox where company = ${slot('company')} and note is not null`)

const bodyOf = prepare<{ company: string; id: string }, { body: Buffer }>(sql<{ body: Buffer }>`
  select body from inbox where company = ${slot('company')} and id = ${slot('id')}`)

/** How a provider may write an identity. */
const namesOf = ({ kind, value }: Identity): readonly string[] =>
  kind === 'phone' && isE164(value)
    ? [value, ...otherSpellings(value)].flatMap((phone) => (isE164(phone) ? writtenAs(phone) : []))
    : [value]
