import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  nat,
  record,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/databases.ts'
import { serviceFor, type Service } from '../support/service.ts'
import { by, maySend, newPhone, post, type Who } from './acts.ts'
import {
  messages,
  preference,
  PHONE_NUMBER_ID,
  statuses,
  text,
  type Wire,
  wire,
  wireMessage,
} from './meta.ts'

/** How Meta can say that somebody has another number or id. */
const NOTES = ['user_changed_number', 'user_changed_user_id', 'user_id_update'] as const

const SAID = ['#want', '#want offers', 'STOP', '#stop offers', '#stop', '#start', 'hola']

/** What can be set in WhatsApp itself, and Meta's refusal that says so. */
const REFUSED = 'refused with 131050'
const SET = ['stop', 'resume', REFUSED]

/** One thing that a person does, in its second; two may share one. */
type Deed = {
  readonly second: number
  readonly does: string
  /** Whether the number is hidden. */
  readonly isHidden: boolean
}

/** A person before and after such a note, and, perhaps, whoever has the old number after that. */
type Life = {
  readonly note: (typeof NOTES)[number]
  readonly before: readonly Deed[]
  readonly after: readonly Deed[]
  readonly successor: readonly Deed[]
}

const deeds: Arbitrary<readonly Deed[]> = array(
  record({
    second: nat(20),
    does: constantFrom(...SAID, ...SET),
    isHidden: boolean(),
  }),
  { maxLength: 5 },
)

const lives: Arbitrary<Life> = record({
  note: constantFrom(...NOTES),
  before: deeds,
  after: deeds,
  successor: deeds,
})

type Line = { readonly phone: string; readonly id: string }

/** Everybody in one telling of a life; each telling is of other people. */
type Cast = { readonly old: Line; readonly next: Line; readonly successor: Line }

const castOf = ({ note }: Life): Cast => {
  const [old, other] = [newPhone(), newPhone()]
  const id = (letter: string): string => `MX.${letter}${old.slice(1)}`
  return {
    old: { phone: old, id: id('a') },
    // Only a changed number is another number.
    next: { phone: note === 'user_changed_number' ? other : old, id: id('b') },
    successor: { phone: old, id: id('c') },
  }
}

const BEFORE = 0
const NOTED = 30
const AFTER = 40
const LATER = 70

const changesOf = (life: Life, cast: Cast, from: number): readonly Wire[] => {
  const at = (second: number): number => from + second * 1000
  const done = (line: Line, start: number, list: readonly Deed[]): readonly Wire[] =>
    list.map((deed) => changeOf(line, deed, at(start + deed.second)))
  return [
    ...done(cast.old, BEFORE, life.before),
    noteOf(life, cast, at(NOTED)),
    ...done(cast.next, AFTER, life.after),
    ...done(cast.successor, LATER, life.successor),
  ]
}

const changeOf = (line: Line, { does, isHidden }: Deed, at: number): Wire => {
  const number = line.phone.slice(1)
  if (isSetting(does)) {
    const setting = { user_id: line.id, value: does, timestamp: String(at / 1000) }
    return preference({ ...setting, ...(!isHidden && { wa_id: number }) })
  }
  if (does === REFUSED) {
    const to = { recipient_user_id: line.id, ...(!isHidden && { recipient_id: number }) }
    const status = wireMessage(at, { ...to, status: 'failed', errors: [{ code: 131050 }] })
    return statuses([status])
  }
  const who = { from_user_id: line.id, ...(!isHidden && by(line.phone)) }
  return messages([wireMessage(at, { ...who, ...text(does) })])
}

const isSetting = (does: string): boolean => does === 'stop' || does === 'resume'

const noteOf = ({ note }: Life, { old, next }: Cast, at: number): Wire => {
  const ids = { user_id: next.id, previous_user_id: old.id }
  const wa_id = next.phone.slice(1)
  switch (note) {
    case 'user_changed_number': {
      const system = { type: note, wa_id, ...ids }
      return messages([wireMessage(at, { ...by(old.phone), type: 'system', system })])
    }
    case 'user_changed_user_id':
      return messages([wireMessage(at, { type: 'system', system: { type: note, ...ids } })])
    case 'user_id_update': {
      const user_id = { previous: old.id, current: next.id }
      const metadata = { phone_number_id: PHONE_NUMBER_ID }
      const update = { wa_id, user_id, timestamp: String(at / 1000) }
      return { field: note, value: { metadata, user_id_update: [update] } }
    }
  }
}

const delivers = async (service: Service, bodies: readonly (readonly Wire[])[]): Promise<void> => {
  for (const changes of bodies) {
    expect((await post(service, wire(changes))).status).toBe(200)
  }
}

/** What may be sent to anybody of the cast, under any name. */
const decisions = async (service: Service, { old, next, successor }: Cast) => {
  const everybody: readonly Who[] = [old, next, successor].flatMap(({ phone, id }): Who[] => [
    phone,
    { bsuid: id },
  ])
  const answers: string[] = []
  for (const who of everybody) {
    for (const category of ['orders', 'offers']) {
      const { reason, proof } = await maySend(service, who, category)
      answers.push(`${reason} ${proof ?? ''}`)
    }
  }
  return answers
}

/** A way to deliver the same: each one to five times, in any order, several in a body. */
type Disorder = {
  readonly repeats: readonly number[]
  readonly keys: readonly number[]
  readonly together: number
}

const disorders: Arbitrary<Disorder> = record({
  repeats: array(integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
  keys: array(nat(), { minLength: 100, maxLength: 100 }),
  together: integer({ min: 1, max: 6 }),
})

const disordered = (
  changes: readonly Wire[],
  { repeats, keys, together }: Disorder,
): readonly (readonly Wire[])[] => {
  const all = changes
    .flatMap((change, index) => Array.from({ length: repeats[index] ?? 1 }, () => change))
    .map((change, index) => ({ change, key: keys[index] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ change }) => change)
  return Array.from({ length: Math.ceil(all.length / together) }, (_, index) =>
    all.slice(index * together, (index + 1) * together),
  )
}

/** Tells a life to the service, in order or in disorder, and gives what may be sent then. */
const told = async (
  service: Service,
  life: Life,
  how: Disorder | null,
): Promise<readonly string[]> => {
  const cast = castOf(life)
  const changes = changesOf(life, cast, service.now() - 100_000)
  await delivers(service, how ? disordered(changes, how) : changes.map((change) => [change]))
  return decisions(service, cast)
}

describe.each(ENGINES)('messages, settings, refusals and changes of a person, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test(
    'end in the same decisions in any order and however often',
    { timeout: 120_000 },
    async () => {
      await assert(
        asyncProperty(lives, disorders, async (life, how) => {
          const inOrder = await told(service(), life, null)
          expect(await told(service(), life, how)).toEqual(inOrder)
        }),
        { numRuns: engine === 'sqlite' ? 40 : 15 },
      )
    },
  )
})
