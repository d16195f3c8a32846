import type { EventId } from '../../consent/mark.ts'
import type { Snapshot } from '../ports.ts'
import type { CompanySeal } from './company-seal.ts'
import type { Engine } from './engine.ts'
import { holdsOf } from './holds.ts'
import { identitiesOf } from './identities.ts'
import { remaindersOf, spellingsOf } from './spellings.ts'
import { hasSuppressed } from './suppressed.ts'
import { peopleAfter } from './people-list.ts'
import { personKnownAs, personNamed } from './known-person.ts'
import { noticeNamed } from './notices.ts'
import { eventsAfter, unplacedAfter } from './read-events.ts'
import { sourcesOf } from './source-counts.ts'
import { templateKindOf } from './templates.ts'

// Below what either engine takes as the parameters of one statement.
const EVENTS_AT_ONCE = 500

/** One company's people as they stand now, whatever is written meanwhile. */
export const snapshotOf = async (
  engine: Engine,
  company: string,
  seal: CompanySeal,
): Promise<Snapshot> => {
  const snapshot = await engine.snapshot()
  const { db } = snapshot
  return {
    whoAre: async (identities) => {
      const sealed = seal.indexOfEach(identities)
      const remaindersFor = (await hasSuppressed(db, company)) ? remaindersOf : () => []
      const asked = identities.map((identity, nth) => ({
        kind: identity.kind,
        sealed: sealed[nth] ?? seal.indexOf(identity),
        spellings: spellingsOf(seal, identity),
        remainders: () => remaindersFor(seal, identity),
      }))
      const alone = await snapshot.lonePersons(company, asked)
      return inTurn(identities, async (identity, nth) => {
        return alone[nth] ?? personKnownAs(db, engine.name, company, seal, identity)
      })
    },
    identitiesOfEach: async (persons) => {
      const wanted = [...new Set(persons)]
      const each = await inTurn(wanted, async (person) => {
        return [person, await identitiesOf(db, company, seal, person)] as const
      })
      return new Map(each)
    },
    templateKind: (account, name) => templateKindOf(db, company, account, name),
    sourcesOf: async (events) => {
      const sources = new Map<EventId, string>()
      for (let from = 0; from < events.length; from += EVENTS_AT_ONCE) {
        const some = await sourcesOf(db, company, events.slice(from, from + EVENTS_AT_ONCE))
        for (const [event, source] of some) sources.set(event, source)
      }
      return sources
    },
    holds: (which) => holdsOf(db, company, which),
    person: (id) => personNamed(db, company, seal, id),
    notice: (hash) => noticeNamed(db, company, hash),
    peopleAfter: (person, limit) => peopleAfter(db, company, seal, person, limit),
    eventsAfter: (position, limit, which) => eventsAfter(db, company, seal, position, limit, which),
    unplacedAfter: (event, limit) => unplacedAfter(db, company, seal, event, limit),
    end: () => snapshot.end(),
  }
}

/** One after the other: a snapshot is one connection. */
const inTurn = async <From, To>(
  all: readonly From[],
  work: (one: From, nth: number) => Promise<To>,
): Promise<readonly To[]> => {
  const done: To[] = []
  for (const [nth, one] of all.entries()) done.push(await work(one, nth))
  return done
}
