import { describe, expect, test } from 'vitest'
import { fitsOneSms } from '../../consent/one-sms.ts'
import type { LinkAnswer, LinkMade } from '../../contract/links.ts'
import { ENGINES } from '../support/databases.ts'
import { PUBLIC_URL, serviceFor } from '../support/service.ts'
import { newPhone } from './acts.ts'
import { makeLink } from './made-links.ts'

const ADDRESS = new RegExp(`^${PUBLIC_URL}/l/[\\w-]{22}$`, 'u')

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

describe.each(ENGINES)('personal links on %s', (engine) => {
  const service = serviceFor({ engine })

  test('have 22 characters that differ each time, and end after as many days as asked for', async () => {
    const phone = newPhone()
    const made = await Promise.all([
      makeLink(service(), { person: { phone } }),
      makeLink(service(), { person: { phone }, validForDays: 2 }),
    ])
    for (const { url } of made) expect(url).toMatch(ADDRESS)
    expect(new Set(made.map(({ url }) => url)).size).toBe(2)
    const days = made.map(({ expiresAt }) => (Date.parse(expiresAt) - service().now()) / 86_400_000)
    expect(days).toEqual([30, 2])
  })

  test.each(['es', 'pt', 'en'] as const)('come with an SMS of one part in %s', async (language) => {
    const { url, sms } = await makeLink(service(), { person: { phone: newPhone() }, language })
    expect(sms).toContain('Café Aurora')
    expect(sms).toContain(url)
    expect(sms?.length).toBeLessThanOrEqual(160)
    expect(fitsOneSms(sms ?? '')).toBe(true)
  })

  test.each(['es', 'pt', 'en'] as const)('come with an e-mail in %s', async (language) => {
    const person = { email: 'ana@mail.example' }
    const { url, email } = await makeLink(service(), { person, language, channel: 'email' })
    expect(email?.headers).toEqual({
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    expect(email?.subject).toContain('Café Aurora')
    for (const body of [email?.text, email?.html]) expect(body).toContain(url)
    expect(email?.html).toContain(`lang="${language}"`)
    // No picture tells on whoever opens it.
    expect(email?.html).not.toMatch(/<img|src=/u)
  })

  test('are as many as a CSV has rows, in their order, the bad ones named', async () => {
    const rows = [
      `${newPhone()},customer-1`,
      'no number,customer-2',
      `${newPhone()},`,
      ',customer-unknown',
      `${newPhone()},'=customer-5`,
    ]
    const { status, text } = await service().ask(
      '/v1/links?form=frm_demo&channel=sms&campaign=csv',
      {
        key: service().keys.links,
        headers: { 'content-type': 'text/csv' },
        body: ['phone,external', ...rows].join('\r\n'),
      },
    )
    expect(status).toBe(200)
    const [head, ...answers] = lines(text.replaceAll('\r', ''))
    expect(head).toBe('url,expiresAt,sms,problem,at')
    expect(answers.map((line) => line.split(',').at(-2))).toEqual([
      '',
      'phone-not-digits',
      '',
      'number-not-known',
      '',
    ])
    expect(text).not.toContain('customer')
  })

  test('are made for lines of JSON too, each with what it says itself', async () => {
    const asked = [
      { person: { phone: newPhone() }, channel: 'sms' },
      { person: { email: 'ana@mail.example' }, channel: 'email' },
      { person: { phone: newPhone() }, channel: 'pigeon' },
      { person: { phone: newPhone() }, channel: 'sms', form: 'frm_nobody' },
    ]
    const { text } = await service().ask('/v1/links?form=frm_demo', {
      key: service().keys.links,
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${asked.map((one) => JSON.stringify(one)).join('\n')}\nnonsense\n`,
    })
    const answers = lines(text).map((line) => JSON.parse(line) as LinkAnswer)
    expect(answers).toMatchObject([
      { url: expect.stringMatching(ADDRESS), sms: expect.any(String) },
      { url: expect.stringMatching(ADDRESS), email: {} },
      { problem: 'body-not-valid', at: 'channel' },
      { problem: 'form-not-found' },
      { problem: 'body-not-json' },
    ])
  })

  test('ten thousand are made in one go', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `+52553${String(n).padStart(7, '0')}`)
    const { text } = await service().ask('/v1/links?form=frm_demo&channel=sms&campaign=many', {
      key: service().keys.links,
      headers: { 'content-type': 'text/csv' },
      body: ['phone', ...rows].join('\n'),
    })
    const made = lines(text).filter((line) => line.startsWith(`${PUBLIC_URL}/l/`))
    expect(made).toHaveLength(10_000)
    const shown = await service().ask('/v1/campaigns/many', { key: service().keys.links })
    expect(shown.as<object>()).toEqual({
      campaign: 'many',
      sent: 10_000,
      opened: 0,
      agreed: 0,
      confirmed: 0,
      refused: 0,
      corrected: 0,
    })
  }, 120_000)

  test('are made once under one Idempotency-Key', async () => {
    const body = { form: 'frm_demo', person: { phone: newPhone() }, channel: 'sms' }
    const headers = { 'idempotency-key': `one-link-on-${engine}` }
    const ask = () => service().ask('/v1/links', { key: service().keys.all, body, headers })
    const first = await ask()
    const again = await ask()
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.as<LinkMade>()).toEqual(first.as<LinkMade>())
  })

  test.each([
    ['a channel that is none', { channel: 'pigeon' }, 'body-not-valid'],
    ['a campaign that is a number', { campaign: '5215512345678' }, 'body-not-valid'],
    ['a form of nobody', { form: 'frm_nobody' }, 'form-not-found'],
    ['a number that is none', { person: { phone: '+52 1' } }, 'phone-too-short'],
    ['somebody of whom no number is known', { person: { external: 'x' } }, 'number-not-known'],
    ['more days than a year', { validForDays: 366 }, 'body-not-valid'],
  ])('are refused for %s', async (_what, amiss, problem) => {
    const body = { form: 'frm_demo', person: { phone: newPhone() }, channel: 'sms', ...amiss }
    const answer = await service().ask('/v1/links', { key: service().keys.links, body })
    expect(answer.problem).toBe(problem)
  })

  test.each([
    ['an unknown column', '?form=frm_demo&channel=sms', 'phone,colour\n', 'link-header-not-valid'],
    ['no person', '?form=frm_demo&channel=sms', 'form,channel\n', 'link-header-not-valid'],
    ['no line at all', '?form=frm_demo&channel=sms', '', 'link-header-not-valid'],
    ['a query that is not known', '?shape=round', 'phone\n', 'body-not-valid'],
  ])('are not made for a CSV with %s', async (_what, query, body, problem) => {
    const answer = await service().ask(`/v1/links${query}`, {
      key: service().keys.links,
      headers: { 'content-type': 'text/csv' },
      body,
    })
    expect(answer.problem).toBe(problem)
  })

  test('a campaign of nobody is not found', async () => {
    const answer = await service().ask('/v1/campaigns/none', { key: service().keys.links })
    expect(answer.problem).toBe('campaign-not-found')
  })
})
