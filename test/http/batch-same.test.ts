import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import type { Act } from '../../consent/event.ts'
import { type Identity, BONDS } from '../../consent/identity.ts'
import type { EventId, PersonId } from '../../consent/mark.ts'
import type { Records } from '../../server/ports.ts'
import { events } from '../consent/arbitrary-events.ts'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor } from '../support/service.ts'
import { answersIn, askList } from './batch-lists.ts'
import { twoSenders } from './companies.ts'

/** One sender whose policy hangs on the person's number, and one whose document names it. */
const company = (): Company => {
  const all = twoSenders()
  const [first, ...others] = all.senders
  if (!first) throw new Error('demo/company.json has changed')
  const { resume: _, ...main } = first
  return {
    ...all,
    senders: [main, ...others.map((it) => ({ ...it, resume: 'service-only' as const }))],
  }
}

// Each run has numbers of its own; Argentina's in both spellings, the United States' for their policy.
const identitiesOf = (run: number): readonly Identity[] => {
  const n = String(10_000 + run)
  const phones = [
    `+549115553${n.slice(1)}`,
    `+54115553${n.slice(1)}`,
    `+52551${n}678`.slice(0, 13),
    `+1212555${n.slice(1)}`,
    `+551197${n}12`,
    `+5492235${n}9`.slice(0, 14),
  ]
  return [
    ...phones.map((value): Identity => ({ kind: 'phone', value })),
    { kind: 'bsuid', value: `US.77${n}` },
    { kind: 'bsuid', value: `MX.77${n}` },
    { kind: 'email', value: `ana${n}@example.com` },
    { kind: 'external', value: `customer ${n}` },
  ]
}

const PERSONS = 5
const HELD = 'form/frm_demo'
const SOURCES: readonly string[] = [
  'form',
  'link',
  'agent',
  'sms',
  'api',
  'email',
  'provider',
  'keyword',
].map((source) => `${source}/frm_demo`)
const TEMPLATES = ['promo', 'notice', 'unheard-of'] as const

const world = fc.record({
  // Whom each identity stands for; nobody, where there are fewer persons.
  owners: fc.array(fc.nat({ max: PERSONS }), { minLength: 10, maxLength: 10 }),
  histories: fc.array(events(), { minLength: PERSONS, maxLength: PERSONS }),
  ties: fc.array(
    fc.tuple(fc.nat({ max: PERSONS - 1 }), fc.nat({ max: PERSONS - 1 }), fc.constantFrom(...BONDS)),
    { maxLength: 3 },
  ),
  holds: fc.oneof(fc.constant<string[]>([]), fc.subarray([...SOURCES], { minLength: 1 })),
  kind: fc.constantFrom('marketing', 'utility', null),
})

let runs = 0

const build = async (
  service: Service,
  {
    owners,
    histories,
    ties,
    holds,
    kind,
  }: typeof world extends fc.Arbitrary<infer It> ? It : never,
): Promise<readonly Identity[]> => {
  const { deps } = service
  const now = service.now()
  runs += 1
  const drawn = identitiesOf(runs)
  const memory = deps.memory.of('demo')
  const persons: readonly PersonId[] = histories.map(() => deps.ids.newPerson())
  const of = (nth: number): PersonId => persons[nth] ?? deps.ids.newPerson()
  const ids: readonly (readonly EventId[])[] = histories.map((each) =>
    each.map(() => deps.ids.newEvent()),
  )
  await memory.write(async (records) => {
    for (const [nth, identity] of drawn.entries()) {
      const owner = owners[nth] ?? PERSONS
      if (owner < PERSONS) await records.bind(identity, of(owner), now)
    }
    for (const [nth, history] of histories.entries()) {
      for (const [at, event] of history.entries()) {
        const id = ids[nth]?.[at] ?? event.id
        await records.append({ ...event, id, person: of(nth) }, null)
      }
    }
    for (const [one, other, bond] of ties) await records.tie(of(one), of(other), bond)
    await holdOnly(records, holds, now)
    const template = { account: WABA, language: null, at: runs, status: null }
    await records.keepTemplate({ ...template, name: 'promo', category: 'marketing' })
    await records.keepTemplate({ ...template, name: 'notice', category: kind })
  })
  return [...drawn, ...(await beginPlain(service))]
}

/** Two of whom nothing is in doubt, so that holds, and the policy of a number that was not asked by, are met. */
const beginPlain = async (service: Service): Promise<readonly Identity[]> => {
  const { deps } = service
  const now = service.now()
  const plain = ['plain', 'northern'].map((name): Identity => ({
    kind: 'external',
    value: `${name} ${runs}`,
  }))
  await deps.memory.of('demo').write(async (records) => {
    for (const [nth, identity] of plain.entries()) {
      const person = deps.ids.newPerson()
      await records.bind(identity, person, now)
      const northern: Identity = { kind: 'phone', value: `+1312555${1_000 + runs}` }
      if (nth === 1) await records.bind(northern, person, now)
      for (const [at, act] of (nth === 1 ? [YES, SAID, STOPPED, SAID] : [YES]).entries()) {
        const moment = { clock: 'ours', receivedAt: now - 60_000 + at * 5_000 } as const
        await records.append({ id: deps.ids.newEvent(), person, moment, act }, null)
      }
    }
  })
  return plain
}

const holdOnly = async (records: Records, holds: readonly string[], at: number): Promise<void> => {
  for (const source of SOURCES) {
    const id = `hld_${source}`
    await records.liftHold(`${id}_${runs - 1}`, at)
    const isHeld = holds.includes(source) || (source === HELD && holds.length > 0)
    const hold = { id: `${id}_${runs}`, source, since: at, optIns: 1, optOuts: 1, liftedAt: null }
    if (isHeld) await records.keepHold(hold)
  }
}

const YES: Act = {
  kind: 'opt_in',
  proof: 'link',
  source: 'form',
  categories: ['offers', 'orders'],
  refused: [],
  senders: ['main', 'second'],
  form: 'frm_demo',
  notice: null,
}

const SAID: Act = {
  kind: 'message',
  sender: 'main',
  heardBy: 'signed',
  meaning: 'other',
  stops: false,
  granted: null,
  revoked: [],
}
const STOPPED: Act = { ...SAID, meaning: 'opt_out', stops: true }

const WABA = company().senders[0]?.wabaId ?? ''

const questionsOf = (identities: readonly Identity[]) =>
  identities.flatMap(({ kind, value }) =>
    ['main', 'second'].flatMap((sender) =>
      ['orders', 'offers', 'support'].map((category, nth) => ({
        person: { [kind]: value },
        sender,
        category,
        ...(value.length % 2 === 0 && { template: TEMPLATES[nth] }),
      })),
    ),
  )

describe.each(ENGINES)('on %s', (engine) => {
  const service = serviceFor({ engine })

  test('a list is answered exactly as the same questions one by one, whoever is asked about', async () => {
    const key = await service().load(company())
    const told = new Set<string>()
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        const questions = questionsOf(await build(service(), one))
        const list = answersIn((await askList(service(), questions, { key })).text)
        const single = await Promise.all(
          questions.map(async (body) => {
            const answer = await service().ask('/v1/may-send', { key, body })
            return answer.problem === null ? answer.as<object>() : { problem: answer.problem }
          }),
        )
        expect(list).toEqual(single)
        for (const it of list) told.add('problem' in it ? it.problem : it.reason)
      }),
      { numRuns: 25 },
    )
    // It was about people of every kind, and not about nobody.
    for (const reason of ['blocked', 'consented', 'held_source', 'identity_conflict', 'revoked']) {
      expect([...told]).toContain(reason)
    }
    expect([...told]).toContain('template_is_marketing')
    expect([...told].filter((it) => it.startsWith('phone-'))).toEqual([])
  })
})
