import { describe, expect, test } from 'vitest'
import { NOTICE_TEXTS } from '../../consent/notice-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import type { LinkMade } from '../../contract/links.ts'
import { ENGINES } from '../support/databases.ts'
import { lootOf } from '../support/loot.ts'
import { demoDocument, PUBLIC_URL, serviceFor } from '../support/service.ts'
import { by, history, newPhone, reasons, writes } from './acts.ts'
import { eventsIn, funnel, linkTo, pathOf, sayYesByLink } from './made-links.ts'
import { open, postFields, readAloud, valueOf } from './page-forms.ts'

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' }

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
    await sayYesByLink(service(), paths[0] ?? '')
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
    await sayYesByLink(service(), path)
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

  test('a copy of the database has no token, and nothing of whom a link is for', async () => {
    const person = { email: 'carla.reis@mail.example' }
    const body = { form: 'frm_demo', person, external: 'customer-4242', channel: 'email' }
    const headers = { 'idempotency-key': `kept-sealed-on-${engine}` }
    const key = service().keys.links
    const made = await service().ask('/v1/links', { key, body, headers })
    const path = pathOf(made.as<LinkMade>())
    await open(service(), path)
    await postFields(service(), path, ONE_CLICK)
    const loot = await lootOf(engine, service().url)
    const hash = service().deps.sealer.digest(path.replace('/l/', ''))
    expect(loot.includes(hash)).toBe(true)
    for (const secret of [path.replace('/l/', ''), 'carla.reis', 'customer-4242']) {
      expect([secret, loot.includes(secret)]).toEqual([secret, false])
    }
  })

  test('takes a no, and no yes, where the company has the form no more', async () => {
    const [phone, other] = [newPhone(), newPhone()]
    const path = await linkTo(service(), { person: { phone } })
    const otherPath = await linkTo(service(), { person: { phone: other } })
    const document = demoDocument()
    const forms = document.forms.map((form) => ({ ...form, id: 'frm_new' }))
    await service().load({ ...document, forms, keywords: [{ word: '#want', form: 'frm_new' }] })
    const page = await open(service(), path)
    expect(readAloud(page)).toContain(PAGE_TEXTS.es.link.closed)
    const yes = await postFields(service(), path, { answer: 'yes', categories: 'offers' })
    const no = await postFields(service(), path, { answer: 'no' })
    const stop = await postFields(service(), otherPath, ONE_CLICK)
    expect([yes.status, no.status, stop.status]).toEqual([409, 200, 200])
    await service().load(document)
    expect(await reasons(service(), phone)).toEqual(['denied', 'denied'])
    expect(await reasons(service(), other)).toEqual(['blocked', 'blocked'])
  })
})
