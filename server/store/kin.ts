import { type RawBuilder, sql } from 'kysely'
import { slot, slots } from './prepared.ts'

/*
 * The parts of which every question about who is who is made (design R7). Each is a `with` clause whose slots
 * are `company` and those that its comment names. They join with `cross join`, which SQLite takes as an order:
 * from the few who were found to the many who are stored.
 */

/** `found(person, since)`: whom an identity stands for. Slots: `kind`, `sealed`. */
export const foundByIdentity: RawBuilder<unknown> = sql`
  found (person, since) as (
    select person, since from identities
    where company = ${slot('company')} and kind = ${slot('kind')} and sealed = ${slot('sealed')}
  )`

/** `found(person, since)`: one person, if anything is known of it. Slot: `person`. */
export const foundByPerson: RawBuilder<unknown> = sql`
  found (person, since) as (
    select person, 0 from (
      select person from events
      where company = ${slot('company')} and person = ${slot('person')} limit 1
    ) as acting
    union
    select person, 0 from identities
    where company = ${slot('company')} and person = ${slot('person')}
  )`

/** `same(person)`: who was found, and all who are the same. */
export const sameAsFound: RawBuilder<unknown> = sql`
  same (person) as (
    select person from found
    union
    select ties.other from same cross join ties
    where ties.company = ${slot('company')} and ties.person = same.person and ties.bond = 'same'
  )`

/**
 * `kin(person, noes)`: everybody whose registers count for who was found. `noes` is 0 where all of them do, and
 * 1 where only a no does: because a tie on the way says so, or because the way began at another spelling or at
 * somebody who was erased. Slots: `spelling0` to `spelling<n-1>`, `erased0` to `erased<m-1>`.
 */
export const kinOfFound = (spellings: number, erased: number): RawBuilder<unknown> => sql`
  reached (person, noes) as (
    select person, 0 from found
    ${spellings === 0 ? sql`` : spelledOtherwise(spellings)}
    ${erased === 0 ? sql`` : erasedAs(erased)}
    union
    select ties.other, case when ties.bond = 'same' then reached.noes else 1 end from reached
    cross join ties where ties.company = ${slot('company')} and ties.person = reached.person
  ),
  kin (person, noes) as (select person, min(noes) from reached group by person)`

const spelledOtherwise = (spellings: number): RawBuilder<unknown> => sql`
    union all
    select person, 1 from identities
    where company = ${slot('company')} and kind = 'phone'
    and sealed in (${sql.join(slots('spelling', spellings))})`

const erasedAs = (hashes: number): RawBuilder<unknown> => sql`
    union all
    select person, 1 from suppressed
    where company = ${slot('company')} and hash in (${sql.join(slots('erased', hashes))})`
