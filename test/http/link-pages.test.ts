import { describe, expect, test } from 'vitest'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import type { CampaignShown } from '../../contract/links.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, PUBLIC_URL, type Service, serviceFor } from '../support/service.ts'
import { by, history, maySend, newPhone, reasons, writes } from './acts.ts'
import { linkTo } from './made-links.ts'
import { type Fields, open, postFields, readAloud, typed, valueOf } from './page-forms.ts'

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' }

/** Ticks both boxes on a link's page and presses yes; what is given replaces what is filled in by itself. */
const sayYes = async (
  service: Service,
  path: string,
  fields: Fields = {},
  headers?: Readonly<Record<string, string>>,
) => {
  const page = await open(service, path)
  expect(page.status).toBe(200)
  const filled = {
    noticeToken: valueOf(page, 'noticeToken'),
    country: 'MX',
    phone: '',
    categories: ['orders', 'offers'],
    answer: 'yes',
    ...fields,
  }
  return postFields(service, path, filled, headers)
}

const eventsIn = async (service: Service): Promise<number> => (await service.rows())['events'] ?? 0

const funnel = async (service: Service, campaign: string): Promise<CampaignShown> => {
  const answer = await service.ask(`/v1/campaigns/${campaign}`, { key: service.keys.links })
  return answer.as<CampaignShown>()
}

describe.each(ENGINES)('the page of a personal link on %s', (engine) => {
  const service = serviceFor({ engine })

  test.each(['es', 'pt', 'en'] as const)(
    'says in %s who asks, for what, and to which number, nothing ticked',
    async (language) => {
      const phone = newPhone()
      const page = await open(service(), await linkTo(service(), { person: { phone }, language }))
      const said = readAloud(page).replaceAll('\u00A0', ' ')
      expect(page.text).toMatch(new RegExp(`<html\\s+lang="${language}"`, 'u'))
      for (const sentence of [
        'Café Aurora',
        `+52 ··· ··· ${phone.slice(-4)}`,
        PAGE_TEXTS[language].link.atOnce,
        NOTICE_TEXTS[language].notCondition,
      ]) {
        expect(said).toContain(sentence)
      }
      expect(page.text.match(/type="checkbox"/gu)).toHaveLength(2)
      expect(page.text).not.toMatch(/\schecked/u)
      expect(page.text).not.toContain(phone.slice(1))
    },
  )

  test('a yes by SMS counts at once, with proof “link”', async () => {
    const phone = newPhone()
    const person = { phone }
    const path = await linkTo(service(), { person, external: 'customer-7', campaign: 'spring' })
    const page = await sayYes(service(), path, { categories: 'offers' })
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
    const page = await sayYes(service(), await linkTo(service(), { person: { phone } }))
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
    const page = await sayYes(service(), path)
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
    const page = await sayYes(service(), path, { phone: typed(other) })
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
    await sayYes(service(), path, { phone: typed(phone) })
    expect(await maySend(service(), phone)).toMatchObject({ allow: true, proof: 'link' })
  })

  test('whose number nobody knows is asked for it', async () => {
    const person = { email: 'bia@mail.example' }
    const path = await linkTo(service(), { person, channel: 'email' })
    const empty = await sayYes(service(), path)
    expect([empty.status, empty.text.includes('phone-complaint')]).toEqual([422, true])
    const phone = newPhone()
    const page = await sayYes(service(), path, { phone: typed(phone) })
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
      const page = await sayYes(service(), path, fields)
      expect(page.status).toBe(status)
      expect(page.text).toContain(shows)
      expect(await eventsIn(service())).toBe(before)
    },
  )

  test('takes one yes, however often and at once it is pressed', async () => {
    const path = await linkTo(service(), { person: { phone: newPhone() } })
    const before = await eventsIn(service())
    const pages = await Promise.all(Array.from({ length: 5 }, () => sayYes(service(), path)))
    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
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
      sayYes(service(), path),
      sayYes(service(), path, { phone: typed(newPhone()) }),
    ])
    expect(await eventsIn(service())).toBe(before + 1)
  })

  test('takes no yes once it has expired, but a no', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone }, validForDays: 1 })
    const early = await open(service(), path)
    service().pass(86_400_000)
    const late = await postFields(service(), path, {
      noticeToken: valueOf(early, 'noticeToken'),
      categories: 'offers',
      answer: 'yes',
    })
    expect([late.status, readAloud(late).includes(PAGE_TEXTS.es.link.closed)]).toEqual([409, true])
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
    const left = await postFields(service(), path, { answer: 'stop' })
    expect(left.status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('“no” refuses what was asked for and nothing else, once however often it is pressed', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone }, campaign: 'declined' })
    await postFields(service(), path, { answer: 'no' })
    const before = await eventsIn(service())
    await postFields(service(), path, { answer: 'no' })
    expect(await eventsIn(service())).toBe(before)
    expect(await reasons(service(), phone)).toEqual(['denied', 'denied'])
    expect(await funnel(service(), 'declined')).toMatchObject({ refused: 1, agreed: 0 })
  })

  test.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('a mail program’s own button stops everything at once, as %s', async (type, body) => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone }, channel: 'email' })
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    service().pass(2_000)
    // No cookie, no origin, no Accept.
    const press = () =>
      service().ask(path, { method: 'POST', body, headers: { 'content-type': type } })
    expect((await press()).status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    const before = await eventsIn(service())
    expect((await press()).status).toBe(200)
    expect(await eventsIn(service())).toBe(before)
    expect(await history(service(), phone)).toContainEqual(
      expect.objectContaining({
        act: expect.objectContaining({ kind: 'opt_out', source: 'link' }),
      }),
    )
  })

  test('says no again to who came back since', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone } })
    await postFields(service(), path, ONE_CLICK)
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    service().pass(2_000)
    await postFields(service(), path, ONE_CLICK)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('a page of somebody else’s says no yes', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone } })
    const page = await sayYes(service(), path, {}, { origin: 'https://elsewhere.example' })
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
    expect((await sayYes(service(), path)).status).toBe(200)
    await service().load(document)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('a thousand links that are looked at in every way bring no event, and one press brings one', async () => {
    const paths = await Promise.all(
      Array.from({ length: 1_000 }, () =>
        linkTo(service(), { person: { phone: newPhone() }, campaign: 'looked-at' }),
      ),
    )
    const before = await eventsIn(service())
    const ahead = [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }]
    for (const path of paths) {
      await service().ask(path, { method: 'HEAD' })
      for (const headers of ahead) await open(service(), path, headers)
    }
    expect(await funnel(service(), 'looked-at')).toMatchObject({ sent: 1_000, opened: 0 })
    await Promise.all(paths.map((path) => open(service(), path)))
    await open(service(), paths[0] ?? '')
    expect(await funnel(service(), 'looked-at')).toMatchObject({ sent: 1_000, opened: 1_000 })
    expect(await eventsIn(service())).toBe(before)
    await sayYes(service(), paths[0] ?? '')
    expect(await eventsIn(service())).toBe(before + 1)
  }, 120_000)

  test('tokens that are nobody’s are all answered alike', async () => {
    const path = await linkTo(service(), { person: { phone: newPhone() } })
    const swapped = path.slice(0, -2) + path.slice(-2).split('').toReversed().join('')
    const wrong = [path.slice(0, -1), `${path}A`, swapped === path ? '/l/x' : swapped]
    const guessed = `/l/${'A'.repeat(22)}`
    const answers = await Promise.all([...wrong, guessed].map((each) => open(service(), each)))
    const pages = answers.map(({ status, text }) => [status, text.replace(/nonce="[^"]*"/gu, '')])
    for (const page of pages) expect(page).toEqual(pages[0])
    expect(pages[0]?.[0]).toBe(404)
    const posts = [...wrong, guessed].map((each) => postFields(service(), each, ONE_CLICK))
    for (const { status } of await Promise.all(posts)) expect(status).toBe(404)
  })

  test('no token and no number stands in the log, nor in a feed or a proof', async () => {
    const phone = newPhone()
    const path = await linkTo(service(), { person: { phone } })
    await sayYes(service(), path)
    const token = path.replace('/l/', '')
    const told = [
      ...service().logged,
      JSON.stringify(await history(service(), phone)),
      (await service().ask('/v1/events', { key: service().keys.events })).text,
    ].join('\n')
    expect(told).toContain('/l/:token')
    expect(told).not.toContain(token)
    expect(service().logged.join('\n')).not.toContain(phone.slice(1))
    expect(PUBLIC_URL + path).not.toContain(phone.slice(-4))
  })
})
