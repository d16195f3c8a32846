import { describe, expect, test } from 'vitest'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, serviceFor } from '../support/service.ts'
import { by, history, maySend, newPhone, reasons, writes } from './acts.ts'
import { eventsIn, funnel, linkTo, sayYesByLink } from './made-links.ts'
import { open, readAloud, typed } from './page-forms.ts'

describe.each(ENGINES)('a yes by a personal link on %s', (engine) => {
  const service = serviceFor({ engine })

  test('a yes by SMS counts at once, with proof “link”', async () => {
    const phone = newPhone()
    const person = { phone }
    const path = await linkTo(service(), { person, external: 'customer-7', campaign: 'spring' })
    const page = await sayYesByLink(service(), path, { categories: 'offers' })
    expect(page.status).toBe(200)
    expect(readAloud(page)).toContain('Ofertas')
    expect(await maySend(service(), phone)).toMatchObject({ allow: true, proof: 'link' })
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
    expect(await history(service(), phone)).toMatchObject([
      {
        act: { kind: 'opt_in', proof: 'link', source: 'link' },
        evidence: { external: 'customer-7', details: { campaign: 'spring', channel: 'sms' } },
      },
    ])
  })

  test('a yes by SMS brings back who had stopped', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), 'SALIR')
    service().pass(2_000)
    const page = await sayYesByLink(service(), await linkTo(service(), { person: { phone } }))
    expect(page.status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('a yes by e-mail waits for the message, which its page asks for', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), {
      person: { phone },
      channel: 'email',
      campaign: 'mailed',
    })
    const page = await sayYesByLink(service(), path)
    expect(page.text).toContain('https://wa.me/')
    expect(await reasons(service(), phone)).toEqual(['pending', 'pending'])
    expect(await funnel(service(), 'mailed')).toMatchObject({ agreed: 1, confirmed: 0 })
    const [code = ''] = /%23want%20[A-Z0-9]{7}/u.exec(page.text) ?? []
    await writes(service(), by(phone), decodeURIComponent(code))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    expect(await funnel(service(), 'mailed')).toEqual({
      campaign: 'mailed',
      sent: 1,
      opened: 1,
      agreed: 1,
      confirmed: 1,
      refused: 0,
      corrected: 0,
    })
  })

  test('another number is only asserted, also by SMS, and is counted as corrected', async () => {
    const [phone, other] = [newPhone(), newPhone()]
    const path = await linkTo(service(), { person: { phone }, campaign: 'moved' })
    const page = await sayYesByLink(service(), path, { phone: typed(other) })
    expect(page.text).toContain('https://wa.me/')
    expect(await reasons(service(), other)).toEqual(['pending', 'pending'])
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
    expect(await funnel(service(), 'moved')).toMatchObject({
      agreed: 1,
      confirmed: 0,
      corrected: 1,
    })
  })

  test('the known number typed again is the number as it was', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone } })
    await sayYesByLink(service(), path, { phone: typed(phone) })
    expect(await maySend(service(), phone)).toMatchObject({ allow: true, proof: 'link' })
  })

  test('whose number nobody knows is asked for it', async () => {
    const person = { email: 'bia@mail.example' }
    const path = await linkTo(service(), { person, channel: 'email' })
    const empty = await sayYesByLink(service(), path)
    expect([empty.status, empty.text.includes('phone-complaint')]).toEqual([422, true])
    const phone = newPhone()
    const page = await sayYesByLink(service(), path, { phone: typed(phone) })
    expect(page.text).toContain('https://wa.me/')
    expect(await reasons(service(), phone)).toEqual(['pending', 'pending'])
  })

  test.each([
    ['nothing ticked', { categories: [] }, 422, 'tick-complaint'],
    ['a number that is none', { phone: '12' }, 422, 'phone-complaint'],
    ['a topic that is not offered', { categories: 'secrets' }, 422, 'class="news"'],
    ['words of nobody', { noticeToken: 'a.b.c' }, 422, 'class="news"'],
  ])(
    'comes back to be mended with %s, and stores nothing',
    async (_what, fields, status, shows) => {
      const path = await linkTo(service(), { person: { phone: newPhone() } })
      const before = await eventsIn(service())
      const page = await sayYesByLink(service(), path, fields)
      expect(page.status).toBe(status)
      expect(page.text).toContain(shows)
      expect(await eventsIn(service())).toBe(before)
    },
  )

  test('takes one yes, however often and at once it is pressed', async () => {
    const path = await linkTo(service(), { person: { phone: newPhone() } })
    const before = await eventsIn(service())
    const pages = await Promise.all(Array.from({ length: 5 }, () => sayYesByLink(service(), path)))
    expect(pages.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await eventsIn(service())).toBe(before + 1)
    const used = await open(service(), path)
    expect(readAloud(used)).toContain(PAGE_TEXTS.es.link.used)
    expect(used.text).toContain('value="stop"')
    expect(used.text).not.toContain('type="checkbox"')
  })

  test('a yes with the number and one with another, at once, are one', async () => {
    const path = await linkTo(service(), { person: { phone: newPhone() } })
    const before = await eventsIn(service())
    await Promise.all([
      sayYesByLink(service(), path),
      sayYesByLink(service(), path, { phone: typed(newPhone()) }),
    ])
    expect(await eventsIn(service())).toBe(before + 1)
  })

  test('a page of somebody else’s says no yes', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone } })
    const page = await sayYesByLink(service(), path, {}, { origin: 'https://elsewhere.example' })
    expect(page.status).toBe(403)
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
  })

  test('shows the words that it was made with, whatever has changed since', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone }, language: 'es' })
    const document = demoDocument()
    const categories = document.categories.map((each) => ({
      ...each,
      title: { ...each.title, es: `${each.title.es} de hoy` },
    }))
    await service().load({ ...document, categories })
    const page = await open(service(), path)
    expect(readAloud(page)).not.toContain('de hoy')
    expect((await sayYesByLink(service(), path)).status).toBe(200)
    await service().load(document)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })
})
