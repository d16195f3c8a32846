import { describe, expect, test } from 'vitest'
import type { MaySendAnswer } from '../../contract/may-send.ts'
import { ENGINES } from '../support/databases.ts'
import { SECRETS, serviceFor } from '../support/service.ts'
import { by, newPhone, post, writes } from './acts.ts'
import { OTHER_WEBHOOK, otherCompany } from './companies.ts'
import { signature, type Wire, wire } from './meta.ts'

let made = 0

const newName = (): string => `order_update_${String((made += 1))}`

const template = (name: string, value: Wire, field = 'template_category_update'): Wire => ({
  field,
  value: {
    message_template_id: 806312974732579,
    message_template_name: name,
    message_template_language: 'es-MX',
    ...value,
  },
})

describe.each(ENGINES)('a template, on %s,', (engine) => {
  const service = serviceFor({ engine })

  /** Meta tells something of the account, at an instant in seconds after now. */
  const told = async (change: Wire, after = 0, entry: Wire = {}): Promise<void> => {
    const time = Math.floor(service().now() / 1000) + after
    const answer = await post(service(), wire([change], { time, ...entry }))
    expect(answer).toMatchObject({ status: 200, text: '' })
  }

  const reason = async (name: string | undefined, category = 'orders'): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const answer = await service().ask('/v1/may-send', {
      key: service().keys['may-send'],
      body: { person: { phone }, sender: 'main', category, template: name },
    })
    expect(answer.status).toBe(200)
    return answer.as<MaySendAnswer>().reason
  }

  test('that Meta moved to marketing is judged as marketing', async () => {
    const name = newName()
    expect(await reason(name)).toBe('consented')
    await told(template(name, { previous_category: 'UTILITY', new_category: 'MARKETING' }))
    expect(await reason(name)).toBe('template_is_marketing')
    expect(await reason(name, 'offers')).toBe('consented')
    expect(await reason(undefined)).toBe('consented')
    expect(await reason(newName())).toBe('consented')
  })

  test('that Meta moved back is no marketing, in whatever order that is told', async () => {
    const [first, second] = [newName(), newName()]
    const away = { previous_category: 'UTILITY', new_category: 'MARKETING' }
    const back = { previous_category: 'MARKETING', new_category: 'UTILITY' }
    await told(template(first, away), 0)
    await told(template(first, back), 60)
    await told(template(second, back), 60)
    await told(template(second, away), 0)
    await told(template(second, away), 0)
    expect(await reason(first)).toBe('consented')
    expect(await reason(second)).toBe('consented')
  })

  test('that is both in one second is marketing, in whatever order that is told', async () => {
    for (const kinds of [
      ['MARKETING', 'UTILITY'],
      ['UTILITY', 'MARKETING'],
    ]) {
      const name = newName()
      for (const kind of kinds) await told(template(name, { new_category: kind }))
      expect(await reason(name)).toBe('template_is_marketing')
    }
  })

  test.each([
    ['is announced to become so', { new_category: 'UTILITY', correct_category: 'MARKETING' }],
    ['is announced to be so no more', { new_category: 'MARKETING', correct_category: 'UTILITY' }],
    ['is of a kind that is new', { new_category: 'MARKETING_PLUS' }],
  ])('that %s is marketing', async (_, value) => {
    const name = newName()
    await told(template(name, value))
    expect(await reason(name)).toBe('template_is_marketing')
  })

  test('is judged by the strictest of its languages', async () => {
    const name = newName()
    await told(template(name, { new_category: 'MARKETING', message_template_language: 'en' }))
    await told(template(name, { new_category: 'UTILITY' }), 60)
    expect(await reason(name)).toBe('template_is_marketing')
  })

  test('has a status that says nothing of its kind, unless the kind is told beside it', async () => {
    const name = newName()
    const field = 'message_template_status_update'
    await told(template(name, { event: 'PAUSED', reason: 'x' }, field))
    expect(await reason(name)).toBe('consented')
    const approved = { event: 'APPROVED', message_template_category: 'MARKETING' }
    await told(template(name, approved, field), 60)
    await told(template(name, { event: 'DISABLED' }, field), 120)
    expect(await reason(name)).toBe('template_is_marketing')
  })

  test('of another account is another template, kept and applied to nothing', async () => {
    const name = newName()
    const { inbox = 0, templates } = await service().rows()
    await told(template(name, { new_category: 'MARKETING' }), 0, { id: '999' })
    expect(await service().rows()).toMatchObject({ inbox: inbox + 1, templates })
    expect(await reason(name)).toBe('consented')
  })

  test('of another company is none of ours', async () => {
    await service().load(otherCompany())
    const name = newName()
    const time = Math.floor(service().now() / 1000)
    const body = wire([template(name, { new_category: 'MARKETING' })], { time })
    const headers = signature(body, SECRETS.QUIERO_SECRET_OTHER)
    expect((await service().ask(OTHER_WEBHOOK, { body, headers })).status).toBe(200)
    expect(await reason(name)).toBe('consented')
  })

  test('whose name no database would take spoils nothing beside it', async () => {
    const name = newName()
    const { inbox = 0 } = await service().rows()
    const odd = ['a\0b', 'x'.repeat(5_000), '\uD800', '__proto__'].map((bad) =>
      template(bad, { new_category: 'MARKETING' }),
    )
    const time = Math.floor(service().now() / 1000)
    const good = template(name, { new_category: 'MARKETING' })
    const answer = await post(service(), wire([...odd, good], { time }))
    expect(answer.status).toBe(200)
    expect(await reason(name)).toBe('template_is_marketing')
    expect((await service().rows())['inbox']).toBe(inbox + 1)
    expect(await reason('a\0b')).toBe('consented')
  })
})

const quality = (field: string, value: Wire): Wire => ({ field, value })

describe.each(ENGINES)(
  'what Meta thinks of a number, a template or the account, on %s,',
  (engine) => {
    const service = serviceFor({ engine })

    test.each([
      [
        'a template’s score',
        template('welcome', { new_quality_score: 'RED' }, 'message_template_quality_update'),
      ],
      [
        'a score under another field',
        template('welcome', { new_quality_score: 'YELLOW' }, 'message_template_status_update'),
      ],
      [
        'a number',
        quality('phone_number_quality_update', {
          display_phone_number: '+55 11 91234-5678',
          event: 'FLAGGED',
        }),
      ],
      [
        'a ban',
        quality('account_update', {
          event: 'DISABLED_UPDATE',
          ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'November 18, 2026' },
        }),
      ],
      ['a review', quality('account_review_update', { decision: 'APPROVED' })],
      [
        'an alert',
        quality('account_alerts', {
          entity_type: 'BUSINESS',
          alert_info: { alert_type: 'INCREASED_CAPABILITIES', alert_severity: 'INFORMATIONAL' },
        }),
      ],
    ])('%s, is kept once', async (_, change) => {
      const before = await service().rows()
      const time = Math.floor(service().now() / 1000)
      for (const changes of [[change], [change, change]]) {
        expect((await post(service(), wire(changes, { time }))).status).toBe(200)
      }
      const { quality_events: kept = 0 } = before
      expect(await service().rows()).toEqual({ ...before, quality_events: kept + 1 })
      await post(service(), wire([change], { time: time + 1 }))
      expect((await service().rows())['quality_events']).toBe(kept + 2)
    })

    test.each([
      [
        'a number of nobody',
        quality('phone_number_quality_update', {
          display_phone_number: '12015550100',
          event: 'FLAGGED',
        }),
      ],
      ['no event', quality('account_update', {})],
      ['an event that is none', quality('account_update', { event: { __proto__: 'x' } })],
      ['an event that no database would take', quality('account_update', { event: 'a\0b' })],
      ['a field that is new', quality('something_new', { event: 'X' })],
    ])('with %s, is kept for inspection', async (_, change) => {
      const before = await service().rows()
      expect((await post(service(), wire([change]))).status).toBe(200)
      expect(await service().rows()).toEqual({ ...before, inbox: (before['inbox'] ?? 0) + 1 })
    })

    test.each(['business_capability_update', 'security', 'calls'])(
      'as the field %s, is of no concern',
      async (field) => {
        const before = await service().rows()
        expect((await post(service(), wire([quality(field, { event: 'X' })]))).status).toBe(200)
        expect(await service().rows()).toEqual(before)
      },
    )
  },
)
