import { describe, expect, test } from 'vitest'
import type { FormHandedIn } from '../../contract/opt-in.ts'
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
  person,
  reasons,
  shown,
  writes,
} from './acts.ts'

const DAY = 24 * 60 * 60 * 1000

describe.each(ENGINES)('a form that is handed in on %s', (engine) => {
  const service = serviceFor({ engine })

  test('is pending, and permits nothing', async () => {
    const phone = newPhone()
    const taken = await handedIn(service(), { phone })
    expect(taken).toMatchObject({
      status: 'pending',
      id: expect.stringMatching(/^opt_[0-9a-f]+$/u),
    })
    expect(taken.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}$/u)
    expect(Date.parse(taken.expiresAt)).toBe(service().now() + DAY)
    expect(await maySend(service(), phone)).toMatchObject({
      allow: false,
      reason: 'pending',
      proof: 'asserted',
      evidence: taken.id.replace('opt_', 'evt_'),
      validForSeconds: 60,
    })
  })

  test('gives a chat with the sender whose draft is the keyword, the code and what is agreed to', async () => {
    const { code, links } = await handedIn(service(), { phone: newPhone() })
    const link = new URL(links.whatsapp)
    expect(link.origin + link.pathname).toBe('https://wa.me/5511912345678')
    expect(link.searchParams.get('text')).toBe(
      `#want ${code} Sí, quiero recibir “Pedidos” y “Ofertas” de Café Aurora por WhatsApp.`,
    )
  })

  test.each(['es', 'pt', 'en'])(
    'grants what was ticked when its draft in %s is sent',
    async (language) => {
      const phone = newPhone()
      const form = await service().ask(`/v1/forms/frm_demo?language=${language}`)
      const { noticeToken } = form.as<{ noticeToken: string }>()
      const filled = { phone, categories: ['offers'], language, noticeToken }
      const { links } = await handedIn(service(), filled)
      await writes(service(), by(phone), new URL(links.whatsapp).searchParams.get('text') ?? '')
      expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
      const [, message] = await history(service(), phone)
      expect(message?.act).toMatchObject({
        heardBy: 'signed',
        granted: { notice: noticeToken.split('.')[0], senders: ['main'], form: 'frm_demo' },
      })
    },
  )

  test('is the same opt-in when it is handed in again, written otherwise or all at once', async () => {
    const filled = { attempt: newAttempt(), phone: '+52 1 55 9876 5432', categories: ['offers'] }
    const first = await handedIn(service(), filled)
    const before = await service().rows()
    service().pass(60_000)
    expect(await handedIn(service(), filled)).toEqual(first)
    expect(await handedIn(service(), { ...filled, phone: '+525598765432' })).toEqual(first)
    expect(await service().rows()).toEqual(before)

    const attempt = newAttempt()
    const { noticeToken } = await shown(service())
    const together = await Promise.all(
      [1, 2, 3, 4].map(() => handIn(service(), { ...filled, attempt, noticeToken })),
    )
    const ids = together.map((answer) => answer.as<FormHandedIn>().id)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).not.toBe(first.id)
  })

  test.each([
    ['number', { phone: '+525598765431' }],
    ['choice', { categories: ['orders'] }],
  ])('with another %s under the same attempt is refused', async (_, other) => {
    const filled = { attempt: newAttempt(), phone: '+525598765432', categories: ['offers'] }
    await handedIn(service(), filled)
    const before = await service().rows()
    const answer = await handIn(service(), { ...filled, ...other })
    expect(answer).toMatchObject({ status: 409, problem: 'attempt-already-used' })
    expect(await service().rows()).toEqual(before)
  })

  test('grants the number that sends its code, whatever was typed', async () => {
    const [typed, sender] = [newPhone(), newPhone()]
    const { code } = await handedIn(service(), { phone: typed })
    await writes(service(), by(sender), `#want ${code}`)
    expect(await reasons(service(), sender)).toEqual(['consented', 'consented'])
    expect(await reasons(service(), typed)).toEqual(['pending', 'pending'])
  })

  test('confirms once: a code that was used grants nothing to the next number', async () => {
    const [first, second] = [newPhone(), newPhone()]
    const { code } = await handedIn(service(), { phone: first })
    await writes(service(), by(first), `#want ${code}`)
    await writes(service(), by(second), `#want ${code}`)
    expect(await reasons(service(), second)).toEqual(['never_asked', 'never_asked'])
    expect(await reasons(service(), first)).toEqual(['consented', 'consented'])
  })

  test.each([DAY, DAY + 1_000])(
    'grants nothing %i ms later, when its code has expired',
    async (age) => {
      const phone = newPhone()
      const { code } = await handedIn(service(), { phone })
      // Two seconds pass before each message.
      service().pass(age - 2_000)
      await writes(service(), by(phone), `#want ${code}`)
      expect(await reasons(service(), phone)).toEqual(['pending', 'pending'])
    },
  )

  test('grants when the code was sent in time and came late', async () => {
    const phone = newPhone()
    const { code } = await handedIn(service(), { phone })
    const sentAt = String(Math.floor(service().now() / 1000) + 60)
    service().pass(3 * DAY)
    const late = { type: 'text', text: { body: `#want ${code}` }, timestamp: sentAt }
    await writes(service(), by(phone), late)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test.each(['#want 0000000', '#want K7Q2MXA', '#want K7Q2MXB', '#want zapatos', '#want 12'])(
    'cannot be confirmed by "%s", which grants nothing',
    async (text) => {
      const phone = newPhone()
      await writes(service(), by(phone), text)
      expect(await reasons(service(), phone)).toEqual(['never_asked', 'never_asked'])
    },
  )

  test('does not bring back somebody who has stopped: a typed number is nobody’s proof', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), 'SALIR')
    service().pass(2_000)
    await handedIn(service(), { phone })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('keeps what proves it: the page without its query, the language, the browser', async () => {
    const phone = newPhone()
    const { noticeToken } = await shown(service())
    await service().ask('/v1/opt-ins', {
      origin: SHOP,
      headers: { 'user-agent': 'Mozilla/5.0 (test)' },
      body: {
        form: 'frm_demo',
        noticeToken,
        attempt: newAttempt(),
        phone,
        categories: ['offers'],
        language: 'es',
        page: 'https://shop.example/cart?email=ana@example.com#top',
      },
    })
    const [optIn] = await history(service(), phone)
    expect(optIn?.evidence).toEqual({
      phone,
      language: 'es',
      page: 'https://shop.example/cart',
      userAgent: 'Mozilla/5.0 (test)',
    })
    expect((await person(service(), phone)).knownBy[0]?.value).not.toBe(phone)
  })
})

describe('a form', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test.each([
    ['a category that it does not offer', { categories: ['news'] }, 422, 'category-not-offered'],
    ['no category', { categories: [] }, 400, 'body-not-valid'],
    ['a text of no category', { categories: '  ' }, 400, 'body-not-valid'],
    ['an attempt that is too short', { attempt: 'abc' }, 400, 'body-not-valid'],
    ['a language that nobody speaks here', { language: 'xx' }, 400, 'body-not-valid'],
    ['a number that is no text', { phone: 525512345678 }, 400, 'body-not-valid'],
  ])('handed in with %s is refused', async (_, filled, status, problem) => {
    const before = await service().rows()
    const answer = await handIn(service(), filled)
    expect(answer).toMatchObject({ status, problem })
    expect(await service().rows()).toEqual(before)
  })
})
