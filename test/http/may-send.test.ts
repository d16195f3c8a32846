import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { ALLOW_REASONS, DENY_REASONS } from '../../consent/reason.ts'
import { ENGINES } from '../support/databases.ts'
import { type Service, serviceFor } from '../support/service.ts'
import { ask, by, handedIn, hear, maySend, newPhone, tells, type Who, writes } from './acts.ts'
import { imported, oldYes } from './imports.ts'
import { twoSenders } from './companies.ts'
import { preference } from './meta.ts'

const DAY = 24 * 60 * 60 * 1000

/** The demo with a second sender, and a category of support hours. */
const changed = (change: (category: Company['categories'][number]) => object): Company => {
  const company = twoSenders()
  const categories = company.categories.map((category) => ({ ...category, ...change(category) }))
  return { ...company, categories }
}

type Story = (service: Service, phone: string) => Promise<{ who?: Who; category?: string } | void>

/** How each decision comes about, through the doors alone. */
const STORIES: { readonly [reason: string]: Story } = {
  consented: async (service, phone) => {
    await writes(service, by(phone), '#want')
  },
  service_window: async (service, phone) => {
    await writes(service, by(phone), 'hola')
    return { category: 'support' }
  },
  identity_conflict: async (service, phone) => {
    const user = { from_user_id: `MX.135${phone.slice(1)}` }
    await writes(service, { ...by(phone), ...user }, '#want')
    await writes(service, { ...by(newPhone()), ...user }, 'hola')
  },
  blocked: async (service, phone) => {
    await writes(service, by(phone), '#want')
    await writes(service, by(phone), 'STOP')
  },
  platform_stop: async (service, phone) => {
    await writes(service, by(phone), '#want')
    const timestamp = Math.floor(service.now() / 1000) + 1
    await hear(service, preference({ wa_id: phone.slice(1), value: 'stop', timestamp }))
  },
  revoked: async (service, phone) => {
    await writes(service, by(phone), '#want')
    await writes(service, by(phone), '#stop offers')
  },
  denied: async (service, phone) => {
    const evidence = { paper: '17' }
    const body = { form: 'frm_demo', phone, categories: ['orders'], refused: ['offers'], evidence }
    await service.ask('/v1/opt-ins', { key: service.keys['opt-ins'], body })
  },
  expired: async (service, phone) => {
    await service.load(changed(() => ({ validForDays: 2 })))
    await writes(service, by(phone), '#want')
    service.pass(2 * DAY)
  },
  needs_renewal: async (service, phone) => {
    await writes(service, by(phone), '#want')
    const purposeChangedAt = new Date(service.now() + 1).toISOString()
    await service.load(changed(() => ({ purposeChangedAt })))
  },
  pending: async (service, phone) => {
    await handedIn(service, { phone })
  },
  quarantined: async (service, phone) => {
    await imported(service, [oldYes(phone, { sender: 'main' })])
  },
  never_asked: async () => {},
}

/** What later issues bring: templates, quality, the person's own page. */
const NOT_YET = ['provider_block', 'paused', 'template_is_marketing', 'held_source']

test('every reason is told of here, or comes with a later issue', () => {
  const told = [...Object.keys(STORIES), ...NOT_YET].toSorted()
  expect(told).toEqual([...ALLOW_REASONS, ...DENY_REASONS].toSorted())
})

describe.each(ENGINES)('may-send on %s', (engine) => {
  const service = serviceFor({ engine })

  test.each(Object.entries(STORIES))('answers "%s"', async (reason, story) => {
    await service().load(changed(() => ({})))
    const phone = newPhone()
    const { category = 'offers' } = (await story(service(), phone)) ?? {}
    const answer = await maySend(service(), phone, category)
    const allow = ALLOW_REASONS.some((one) => one === reason)
    const asOf = new Date(service().now()).toISOString()
    const validForSeconds = allow ? 0 : 60
    expect(answer).toMatchObject({ allow, reason, asOf, validForSeconds })
    expect(answer.evidence === null).toBe(reason === 'never_asked')
    expect(answer.personId === null).toBe(reason === 'never_asked')
  })

  test('answers of each sender alone where the stop was in one chat', async () => {
    await service().load(changed(() => ({})))
    const phone = newPhone()
    await writes(service(), by(phone), 'STOP')
    const second = await service().ask('/v1/may-send', {
      key: service().keys['may-send'],
      body: { person: { phone }, sender: 'second', category: 'offers' },
    })
    expect(second.as<object>()).toMatchObject({ allow: false, reason: 'never_asked' })
    expect(await maySend(service(), phone)).toMatchObject({ reason: 'blocked' })
  })

  test('keeps the window of a day open to the millisecond', async () => {
    await service().load(changed(() => ({})))
    const phone = newPhone()
    await writes(service(), by(phone), 'hola')
    service().pass(DAY - 1)
    expect(await maySend(service(), phone, 'support')).toMatchObject({ reason: 'service_window' })
    service().pass(1)
    expect(await maySend(service(), phone, 'support')).toMatchObject({ reason: 'never_asked' })
  })

  test('takes the least proof that the document names', async () => {
    await service().load(changed(({ id }) => (id === 'orders' ? { leastProof: 'asserted' } : {})))
    const phone = newPhone()
    await handedIn(service(), { phone })
    const order = await maySend(service(), phone, 'orders')
    expect(order).toMatchObject({ allow: true, reason: 'consented', proof: 'asserted' })
    expect(await maySend(service(), phone, 'offers')).toMatchObject({ reason: 'pending' })
  })

  test('holds to the policy of the document for who may come back how', async () => {
    const company = changed(() => ({}))
    const strict = company.senders.map((sender) => ({ ...sender, resume: 'keyword' as const }))
    await service().load({ ...company, senders: strict })
    const phone = newPhone()
    await tells(service(), phone, '#want')
    await tells(service(), phone, 'SALIR')
    expect(await tells(service(), phone, 'hola')).toMatchObject({ blocked: true })
    expect(await maySend(service(), phone)).toMatchObject({ reason: 'blocked' })
    expect(await tells(service(), phone, '#volver')).toMatchObject({ blocked: false })
    expect(await maySend(service(), phone)).toMatchObject({ reason: 'consented' })
  })
})

describe('may-send', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const asked = (change: object) =>
    service().ask('/v1/may-send', {
      key: service().keys['may-send'],
      body: { person: { phone: newPhone() }, sender: 'main', category: 'offers', ...change },
    })

  test.each([
    ['an unknown category', { category: 'news' }, 422, 'category-not-found'],
    ['a category of every object', { category: 'constructor' }, 422, 'category-not-found'],
    ['an unknown sender', { sender: 'nobody' }, 422, 'sender-not-found'],
    ['a number that is none', { person: { phone: '+521' } }, 422, 'phone-too-short'],
    ['nobody', { person: {} }, 400, 'body-not-valid'],
    [
      'two at once',
      { person: { phone: '+525512345678', email: 'a@b.example' } },
      400,
      'body-not-valid',
    ],
    ['an id that is none of Meta’s', { person: { bsuid: 'Ana' } }, 400, 'body-not-valid'],
    ['a mailbox that is none', { person: { email: 'Ana' } }, 400, 'body-not-valid'],
    ['a category that is no id', { category: 'Ofertas especiales' }, 400, 'body-not-valid'],
    ['a misspelt field', { catgory: 'offers' }, 400, 'body-not-valid'],
  ])('asked about %s is a problem, never an "allow"', async (_, change, status, problem) => {
    const answer = await asked(change)
    expect(answer).toMatchObject({ status, problem })
    expect(answer.text).not.toContain('allow":')
  })

  test('asked with a body that is no JSON is a problem', async () => {
    const answer = await service().ask('/v1/may-send', {
      key: service().keys['may-send'],
      body: '{"person":',
    })
    expect(answer).toMatchObject({ status: 400, problem: 'body-not-json' })
  })

  test('stores nothing and makes nobody known', async () => {
    const before = await service().rows()
    expect(await ask(service(), newPhone())).toMatchObject({ status: 200 })
    expect(await service().rows()).toEqual(before)
  })
})
