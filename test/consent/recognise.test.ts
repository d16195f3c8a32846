import { describe, expect, test } from 'vitest'
import type { Identity } from '../../consent/identity.ts'
import { recognise, type Acquaintance, type Recognition } from '../../consent/recognise.ts'
import { personId } from './acts.ts'

const PHONE: Identity = { kind: 'phone', value: '+525512345678' }
const OTHER_PHONE: Identity = { kind: 'phone', value: '+5511987654321' }
const BSUID: Identity = { kind: 'bsuid', value: 'MX.1111' }
const OTHER_BSUID: Identity = { kind: 'bsuid', value: 'MX.2222' }
const MAIL: Identity = { kind: 'email', value: 'ana@example.com' }
const OTHER_MAIL: Identity = { kind: 'email', value: 'eva@example.com' }

const [ANA, EVA, NEW] = [personId(1), personId(2), personId(3)]

/** Ana or Eva, known by the message's identity since second 10. */
const ana = (...knownBy: readonly Identity[]): Acquaintance => ({ person: ANA, since: 10, knownBy })
const eva = (...knownBy: readonly Identity[]): Acquaintance => ({ person: EVA, since: 10, knownBy })

/** Who sent a message that shows the phone and the business-scoped id, at a second. */
const both = (
  phone: Acquaintance | null,
  bsuid: Acquaintance | null,
  at: number = 20,
): Recognition =>
  recognise({ identity: PHONE, known: phone }, { identity: BSUID, known: bsuid }, at, NEW)

const bind = (identity: Identity, person = NEW) => ({ identity, person })

const seen = (identity: Identity, known: Acquaintance | null) => ({ identity, known })

const NOBODY_ELSE = { binds: [], ties: [], inConflict: [] }

type Case = readonly [
  promise: string,
  phone: Acquaintance | null,
  bsuid: Acquaintance | null,
  recognition: Recognition,
]

describe('who sent a message that shows one identity (R7)', () => {
  test.each<[string, Recognition, Recognition]>([
    [
      'R7: a phone nobody is known by begins a person',
      recognise(seen(PHONE, null), null, 20, NEW),
      { ...NOBODY_ELSE, person: NEW, binds: [bind(PHONE)] },
    ],
    [
      'R7: so does a business-scoped id, when the phone is missing',
      recognise(null, seen(BSUID, null), 20, NEW),
      { ...NOBODY_ELSE, person: NEW, binds: [bind(BSUID)] },
    ],
    [
      'R7: a phone we know is who we know by it',
      recognise(seen(PHONE, ana(PHONE, BSUID)), null, 20, NEW),
      { ...NOBODY_ELSE, person: ANA },
    ],
    [
      'R7: so is a business-scoped id',
      recognise(null, seen(BSUID, ana(PHONE, BSUID)), 20, NEW),
      { ...NOBODY_ELSE, person: ANA },
    ],
    [
      'R7: a message that shows nothing is somebody new, and nobody can be found by it',
      recognise(null, null, 20, NEW),
      { ...NOBODY_ELSE, person: NEW },
    ],
  ])('%s', (_, recognition, expected) => {
    expect(recognition).toEqual(expected)
  })
})

const LINKED: readonly Case[] = [
  [
    'R7: two new identities begin one person',
    null,
    null,
    { ...NOBODY_ELSE, person: NEW, binds: [bind(PHONE), bind(BSUID)] },
  ],
  [
    'R7: a new business-scoped id is linked to a phone that has none',
    ana(PHONE, MAIL),
    null,
    { ...NOBODY_ELSE, person: ANA, binds: [bind(BSUID, ANA)] },
  ],
  [
    'R7: a new phone is linked to a business-scoped id that has none',
    null,
    ana(BSUID, MAIL),
    { ...NOBODY_ELSE, person: ANA, binds: [bind(PHONE, ANA)] },
  ],
  [
    'R7: two persons are one if neither has another of that kind',
    ana(PHONE, MAIL),
    eva(BSUID, OTHER_MAIL),
    { ...NOBODY_ELSE, person: ANA, ties: [{ person: ANA, other: EVA, bond: 'same' }] },
  ],
  [
    'R7: one person seen again by both teaches nothing',
    ana(PHONE, BSUID),
    ana(PHONE, BSUID),
    { ...NOBODY_ELSE, person: ANA },
  ],
  [
    'R7: two persons who are one already are not tied again',
    ana(PHONE, BSUID),
    eva(PHONE, BSUID),
    { ...NOBODY_ELSE, person: ANA },
  ],
]

const CHANGED_HANDS: readonly Case[] = [
  [
    'R7: a phone with another new business-scoped id begins a new person, and noes count for both',
    ana(PHONE, OTHER_BSUID),
    null,
    {
      person: NEW,
      binds: [bind(BSUID), bind(PHONE)],
      ties: [{ person: NEW, other: ANA, bond: 'noes' }],
      inConflict: [],
    },
  ],
  [
    'R7: a phone with another business-scoped id that we know goes to whom we know by that',
    ana(PHONE, OTHER_BSUID, MAIL),
    eva(BSUID, OTHER_MAIL),
    {
      person: EVA,
      binds: [bind(PHONE, EVA)],
      ties: [{ person: EVA, other: ANA, bond: 'noes' }],
      inConflict: [],
    },
  ],
]

const CONFLICTS: readonly Case[] = [
  [
    'R7: a known business-scoped id with another new phone is a conflict',
    null,
    eva(BSUID, OTHER_PHONE),
    {
      person: NEW,
      binds: [bind(PHONE)],
      ties: [{ person: NEW, other: EVA, bond: 'noes' }],
      inConflict: [NEW, EVA],
    },
  ],
  [
    'R7: a known business-scoped id with somebody else’s phone is a conflict',
    ana(PHONE),
    eva(BSUID, OTHER_PHONE),
    {
      person: ANA,
      binds: [],
      ties: [{ person: ANA, other: EVA, bond: 'noes' }],
      inConflict: [ANA, EVA],
    },
  ],
  [
    'R7: it is one too when both have others',
    ana(PHONE, OTHER_BSUID),
    eva(BSUID, OTHER_PHONE),
    {
      person: ANA,
      binds: [],
      ties: [{ person: ANA, other: EVA, bond: 'noes' }],
      inConflict: [ANA, EVA],
    },
  ],
]

describe('who sent a message that shows both (R7)', () => {
  test.each([...LINKED, ...CHANGED_HANDS, ...CONFLICTS])('%s', (_, phone, bsuid, expected) => {
    expect(both(phone, bsuid)).toEqual(expected)
  })

  test.each([
    ['R7: a message later than the one that gave the number away takes it', 11, true],
    ['R7: a message in the instant of that one takes nothing', 10, false],
    ['R7: a message older than that one takes nothing', 9, false],
  ])('%s, and noes count for both', (_, at, takesIt) => {
    const { binds, ties } = both(ana(PHONE, OTHER_BSUID), null, at)
    expect(binds).toEqual(takesIt ? [bind(BSUID), bind(PHONE)] : [bind(BSUID)])
    expect(ties).toEqual([{ person: NEW, other: ANA, bond: 'noes' }])
  })

  test('R7: whatever a message shows, the noes of whoever had the phone count for whoever wrote', () => {
    const knowns = [null, ana(PHONE), ana(PHONE, BSUID), ana(PHONE, OTHER_BSUID)]
    const others = [null, eva(BSUID), eva(BSUID, OTHER_PHONE), ana(PHONE, BSUID)]
    for (const phone of knowns) {
      for (const bsuid of others) {
        const { person, binds, ties, inConflict } = both(phone, bsuid)
        const before = phone?.person ?? person
        const isTied = ties.some((tie) => tie.person === person && tie.other === before)
        expect(person === before || isTied).toBe(true)
        expect(binds.every((bound) => bound.person === person)).toBe(true)
        expect(inConflict.length === 0 || inConflict.includes(person)).toBe(true)
      }
    }
  })
})
