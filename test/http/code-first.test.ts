import { describe, expect, test } from 'vitest'
import type { OptInState } from '../../contract/opt-in.ts'
import { forgetUnsaid } from '../../server/actions/forget-unsaid.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor, SHOP } from '../support/service.ts'
import {
  by,
  handedIn,
  handIn,
  history,
  maySend,
  newAttempt,
  newPhone,
  reasons,
  shown,
  tells,
  writes,
} from './acts.ts'
import { NO_PHONE } from './ways.ts'

const DAY = 24 * 60 * 60 * 1000

describe.each(ENGINES)('a code that is made before a number is typed, on %s,', (engine) => {
  const service = serviceFor({ engine })

  test('is answered like any form, and stores no person and no event', async () => {
    const before = await service().rows()
    const taken = await handedIn(service(), NO_PHONE)
    expect(taken).toMatchObject({
      id: expect.stringMatching(/^opt_[0-9a-f]+$/u),
      status: 'pending',
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{7}$/u),
      links: { whatsapp: expect.stringContaining(taken.code) },
      watch: expect.stringContaining('.'),
      expiresAt: new Date(service().now() + DAY).toISOString(),
    })
    const { submissions = 0 } = before
    expect(await service().rows()).toEqual({ ...before, submissions: submissions + 1 })
  })

  test('grants the number that sends it exactly what was ticked, by the notice that was shown', async () => {
    const phone = newPhone()
    const { noticeToken } = await shown(service())
    const page = 'https://shop.example/cart?email=ana@example.com#top'
    const filled = { ...NO_PHONE, noticeToken, page, categories: 'offers' }
    const { code } = await handedIn(service(), filled)
    await writes(service(), by(phone), `#want ${code}`)
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
    expect(await maySend(service(), phone)).toMatchObject({ allow: true, proof: 'message' })
    const events = await history(service(), phone)
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      act: {
        kind: 'message',
        granted: {
          categories: ['offers'],
          senders: ['main'],
          form: 'frm_demo',
          notice: noticeToken.split('.')[0],
        },
      },
    })
    // Where it was ticked is kept with the act; what browser and network it was is not.
    expect(events[0]?.evidence).toEqual({
      phone,
      code,
      text: `#want ${code}`,
      page: 'https://shop.example/cart',
    })
  })

  test('is confirmed by the draft in its own link, and says so with the number masked', async () => {
    const phone = newPhone()
    const taken = await handedIn(service(), NO_PHONE)
    await writes(service(), by(phone), new URL(taken.links.whatsapp).searchParams.get('text') ?? '')
    const state = await service().ask(`/v1/opt-ins/${taken.id}`, {
      origin: SHOP,
      headers: { 'quiero-watch': taken.watch },
    })
    expect(state.as<OptInState>()).toMatchObject({
      status: 'confirmed',
      from: `+52 ··· ··· ${phone.slice(-4)}`,
      categories: ['orders', 'offers'],
    })
  })

  test('counts once: the first number that sends it is the one that is granted', async () => {
    const [first, second] = [newPhone(), newPhone()]
    const { code } = await handedIn(service(), NO_PHONE)
    await writes(service(), by(first), `#want ${code}`)
    const heard = await tells(service(), second, `#want ${code}`)
    expect(heard).toMatchObject({ meaning: 'subscribe', granted: [] })
    expect(await reasons(service(), second)).toEqual(['never_asked', 'never_asked'])
  })

  test('is the same when it is asked for again, and refused under the same attempt with anything else', async () => {
    const { noticeToken } = await shown(service())
    const filled = { ...NO_PHONE, attempt: newAttempt(), noticeToken, categories: 'offers' }
    const first = await handedIn(service(), filled)
    const before = await service().rows()
    service().pass(60_000)
    expect(await handedIn(service(), filled)).toEqual(first)
    for (const other of [{ phone: newPhone() }, { categories: 'orders' }]) {
      const answer = await handIn(service(), { ...filled, ...other })
      expect(answer).toMatchObject({ status: 409, problem: 'attempt-already-used' })
    }
    expect(await service().rows()).toEqual(before)

    const attempt = newAttempt()
    const together = await Promise.all(
      [1, 2, 3, 4].map(() => handedIn(service(), { ...filled, attempt })),
    )
    expect(new Set(together.map(({ code }) => code)).size).toBe(1)
  })

  test('does not take the place of a number that was typed and is none', async () => {
    for (const phone of ['', ' ', 'hola']) {
      expect(await handIn(service(), { phone })).toMatchObject({ status: 422 })
    }
    expect(await handIn(service(), { phone: null })).toMatchObject({ status: 400 })
  })

  test('grants nothing once it has expired', async () => {
    const phone = newPhone()
    const { code } = await handedIn(service(), NO_PHONE)
    service().pass(DAY)
    await writes(service(), by(phone), `#want ${code}`)
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
  })

  test('does not pile up: what nobody ever sent is forgotten, and no act with it', async () => {
    const [typed, sent] = [newPhone(), newPhone()]
    const forget = () => forgetUnsaid(service().deps, 'demo')
    service().pass(9 * DAY)
    await forget()
    await handedIn(service(), { phone: typed })
    const { code } = await handedIn(service(), NO_PHONE)
    await writes(service(), by(sent), `#want ${code}`)
    const before = await service().rows()
    for (let nth = 0; nth < 3; nth += 1) await handedIn(service(), NO_PHONE)

    // What was sent in time may be delivered for a week after.
    service().pass(9 * DAY - 1)
    expect(await forget()).toBe(0)
    service().pass(1)
    expect(await forget()).toBe(3)
    expect(await service().rows()).toEqual(before)
    expect(await reasons(service(), typed)).toEqual(['pending', 'pending'])
    expect(await reasons(service(), sent)).toEqual(['consented', 'consented'])
  })
})
