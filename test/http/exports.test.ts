import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PERSON_COLUMNS, type PersonRow } from '../../contract/exports.ts'
import type { FeedShown } from '../../contract/events.ts'
import { unguarded } from '../../server/http/csv-cell.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor } from '../support/service.ts'
import { by, handedIn, history, maySend, newPhone, person, shown, writes } from './acts.ts'
import { otherCompany } from './companies.ts'
import { askExport, cellsIn, exported } from './export-lists.ts'

describe.each(ENGINES)('an export on %s', (engine) => {
  const service = serviceFor({ engine })

  const rowsOf = async (who: Readonly<Record<string, string>>): Promise<readonly PersonRow[]> => {
    const { id } = await person(service(), who)
    return (await exported(service(), 'people')).filter((row) => row.person === id)
  }

  test('of people tells of each what is told of one, and the number in full', async () => {
    const [yes, gone, typed] = [newPhone(), newPhone(), newPhone()]
    await writes(service(), by(yes), '#want')
    await writes(service(), by(gone), '#want offers')
    await writes(service(), by(gone), 'SALIR')
    await handedIn(service(), { phone: typed, categories: 'offers' })
    for (const phone of [yes, gone, typed]) {
      const { id, senders, conflict } = await person(service(), phone)
      const rows = await rowsOf({ phone })
      expect(rows).toEqual(
        senders.flatMap(({ sender, blocked, blockedBy, categories }) =>
          categories.map((category) => ({
            person: id,
            phone,
            bsuid: null,
            email: null,
            external: null,
            sameAs: [],
            conflict,
            sender,
            blocked,
            blockedBy,
            ...category,
          })),
        ),
      )
    }
    const [, offers] = await rowsOf({ phone: yes })
    expect(offers).toMatchObject({ category: 'offers', status: 'granted', proof: 'message' })
    expect(await rowsOf({ phone: gone })).toMatchObject([
      { blocked: true, status: 'never_asked' },
      { blocked: true, status: 'granted' },
    ])
    expect(await rowsOf({ phone: typed })).toMatchObject([
      { status: 'never_asked' },
      { status: 'pending', proof: 'asserted' },
    ])
  })

  test('of people has whoever has no number, and everything that somebody is known by', async () => {
    const phone = newPhone()
    const bsuid = `MX.8${phone.slice(1)}`
    await writes(service(), { ...by(phone), from_user_id: bsuid }, '#want')
    expect(await rowsOf({ bsuid })).toMatchObject([
      { phone, bsuid, status: 'granted' },
      { phone, bsuid, status: 'granted' },
    ])
    const body = { person: { external: `customer ${phone}` } }
    await service().ask('/v1/opt-outs', { key: service().keys['opt-outs'], body })
    expect(await rowsOf(body.person)).toMatchObject([
      { phone: null, external: `customer ${phone}`, blocked: true },
      { phone: null, external: `customer ${phone}`, blocked: true },
    ])
  })

  test('of people who turned out to be the same shows each by what it is known by, and what stands for both', async () => {
    const memory = service().deps.memory.of('demo')
    const [phone, email] = [newPhone(), `ana${newPhone().slice(1)}@example.com`]
    await writes(service(), by(phone), '#want')
    const body = { person: { email }, categories: ['offers'] }
    await service().ask('/v1/opt-outs', { key: service().keys['opt-outs'], body })
    const { person: a } = await memory.whoIs({ kind: 'phone', value: phone })
    const { person: b } = await memory.whoIs({ kind: 'email', value: email })
    if (!a || !b) throw new Error('not known')
    await memory.write((records) => records.tie(a, b, 'same'))
    expect(await rowsOf({ phone })).toMatchObject([
      { phone, email: null, sameAs: [b], status: 'granted' },
      { phone, email: null, sameAs: [b], status: 'revoked' },
    ])
    expect(await rowsOf({ email })).toMatchObject([
      { phone: null, email, sameAs: [a], status: 'granted' },
      { phone: null, email, sameAs: [a], status: 'revoked' },
    ])
  })

  test('has everybody once, however many pages they fill', async () => {
    const key = await service().load({ ...otherCompany(), id: 'many', forms: [], keywords: [] })
    const many = service().deps.memory.of('many')
    const phones = Array.from({ length: 603 }, (_, nth) => `+52551${String(1_000_000 + nth)}`)
    await many.write(async (records) => {
      for (const value of phones) {
        await records.bind({ kind: 'phone', value }, service().deps.ids.newPerson(), 1)
      }
    })
    const { text } = await askExport(service(), 'people?format=csv', { key })
    const [head, ...rows] = cellsIn(text)
    expect(head).toEqual(PERSON_COLUMNS)
    const told = rows.map((cells) => unguarded(cells[1] ?? ''))
    expect(told.toSorted()).toEqual([...phones, ...phones].toSorted())
  })

  test('has nobody of another company', async () => {
    const key = await service().load(otherCompany())
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    for (const what of ['people', 'events?evidence=1', 'consent-records']) {
      expect(await askExport(service(), what, { key })).toMatchObject({ status: 200, text: '' })
      expect((await askExport(service(), what)).text).not.toBe('')
    }
  })

  test('of events is the feed, whole, with the evidence if it is asked for', async () => {
    const phone = newPhone()
    const { id } = await writes(service(), by(phone), '#want')
    const events = await history(service(), phone)
    const rows = await exported(service(), 'events')
    expect(rows.find(({ event }) => event === events[0]?.id)).toMatchObject({
      person: (await person(service(), phone)).id,
      at: events[0]?.at,
      receivedAt: events[0]?.receivedAt,
      clock: 'provider',
      kind: 'message',
      act: events[0]?.act,
      leaf: events[0]?.leaf,
    })
    expect(id).toBeDefined()
    expect(JSON.stringify(rows)).not.toContain(phone.slice(1))
    const full = await exported(service(), 'events', '?evidence=1')
    expect(full.find(({ event }) => event === events[0]?.id)?.evidence).toMatchObject({ phone })
    const feed = await service().ask('/v1/events?limit=1000', { key: service().keys.events })
    const inOrder = rows.filter(({ position }) => position !== null)
    expect(inOrder.map(({ event }) => event).slice(0, 5)).toEqual(
      feed
        .as<FeedShown>()
        .events.map((each) => each.id)
        .slice(0, 5),
    )
    expect(inOrder.map(({ position }) => position)).toEqual(inOrder.map((_, nth) => nth))
  })

  test('of consent records says what was agreed to in the words that were shown', async () => {
    const phone = newPhone()
    const form = await shown(service())
    await writes(service(), by(phone), '#want')
    await writes(service(), by(phone), '#stop offers')
    await writes(service(), by(phone), 'SALIR')
    const { id } = await person(service(), phone)
    const rows = await exported(service(), 'consent-records')
    const own = rows.filter((row) => row.person === id)
    expect(own.map(({ state, category, senders }) => [state, category, senders])).toEqual([
      ['given', 'orders', ['main']],
      ['given', 'offers', ['main']],
      ['withdrawn', 'offers', null],
      ['withdrawn', null, ['main']],
    ])
    const offers = form.notice.categories.find((each) => each.id === 'offers')
    expect(own[1]).toMatchObject({
      schema: 'quiero-consent/1',
      company: 'demo',
      proof: 'message',
      source: 'message',
      heardBy: 'signed',
      form: 'frm_demo',
      language: 'es',
      business: 'Café Aurora',
      statement: form.notice.statement,
      kind: 'marketing',
      title: offers?.title,
      frequency: offers?.frequency,
      howToStop: form.notice.howToStop,
      privacyUrl: form.notice.privacy.url,
    })
    expect(own[1]?.notice).toMatch(/^[0-9a-f]{64}$/u)
    expect(own[3]).toMatchObject({ proof: null, notice: null, statement: null })
    expect(JSON.stringify(rows)).not.toContain(phone.slice(1))
  })

  test('is packed for whoever takes gzip', async () => {
    const response = await service().app.request('/v1/exports/people', {
      headers: { authorization: `Bearer ${service().keys.exports}`, 'accept-encoding': 'gzip' },
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const plain = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(plain).toBe((await askExport(service(), 'people')).text)
  })

  test('has a head that takes nobody’s place', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const head = await askExport(service(), 'people?format=csv', { method: 'HEAD' })
      expect(head).toMatchObject({
        status: 200,
        text: '',
        type: expect.stringMatching(/^text\/csv/u),
      })
    }
    expect((await askExport(service(), 'people')).status).toBe(200)
  })

  test('is refused where nobody can tell what is wanted', async () => {
    for (const query of ['?format=xml', '?format=csv&from=1', '?evidence=1']) {
      expect(await askExport(service(), `people${query}`)).toMatchObject({
        status: 400,
        problem: 'body-not-valid',
      })
    }
    expect(await askExport(service(), 'everything')).toMatchObject({ status: 404 })
  })

  test('says the same as a decision about somebody whose number is spelled otherwise', async () => {
    const digits = newPhone().slice(-8)
    const [long, short] = [`+54911${digits}`, `+5411${digits}`]
    await writes(service(), by(long), '#want')
    const body = { person: { phone: short } }
    await service().ask('/v1/opt-outs', { key: service().keys['opt-outs'], body })
    expect(await maySend(service(), long)).toMatchObject({ reason: 'blocked' })
    const rows = await exported(service(), 'people')
    expect(rows.find(({ phone }) => phone === long)).toMatchObject({ blocked: true })
  })
})
