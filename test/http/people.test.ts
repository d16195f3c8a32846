import { describe, expect, test } from 'vitest'
import { noticeOf } from '../../consent/notice.ts'
import type { PersonShown } from '../../contract/people.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, serviceFor } from '../support/service.ts'
import { by, found, handedIn, history, newPhone, person, writes } from './acts.ts'

describe.each(ENGINES)('a person on %s', (engine) => {
  const service = serviceFor({ engine })

  test('is shown with what stands, since when and by which event, and the phone masked', async () => {
    const phone = newPhone()
    const taken = await handedIn(service(), { phone, categories: ['offers'] })
    const bsuid = `MX.135${phone.slice(1)}`
    await writes(service(), { ...by(phone), from_user_id: bsuid }, `#want ${taken.code}`)
    const granted = new Date(service().now()).toISOString()
    const shown = await person(service(), phone)
    const [, yes] = await history(service(), phone)
    expect(shown.knownBy).toEqual([
      { kind: 'phone', value: `+52 ··· ··· ${phone.slice(-4)}` },
      { kind: 'bsuid', value: bsuid },
    ])
    const nothing = { proof: null, evidence: null, since: null }
    expect(shown.senders).toEqual([
      {
        sender: 'main',
        blocked: false,
        blockedBy: null,
        windowOpenUntil: new Date(service().now() + 24 * 60 * 60 * 1000).toISOString(),
        categories: [
          { category: 'orders', status: 'never_asked', ...nothing },
          {
            category: 'offers',
            status: 'granted',
            proof: 'message',
            evidence: yes?.id,
            since: granted,
          },
        ],
      },
    ])
    await writes(service(), by(phone), 'SALIR')
    const stop = (await history(service(), phone)).at(-1)
    const [sender] = (await person(service(), { bsuid })).senders
    expect(sender).toMatchObject({ blocked: true, blockedBy: stop?.id })
  })

  test('is the same under the id as under the number', async () => {
    const phone = newPhone()
    await handedIn(service(), { phone })
    const shown = await person(service(), phone)
    const answer = await service().ask(`/v1/people/${shown.id}`, { key: service().keys.people })
    expect(answer.as<PersonShown>()).toEqual(shown)
  })

  test('has a history with the proof of each act, and its place in the log', async () => {
    const phone = newPhone()
    const { code } = await handedIn(service(), { phone })
    await writes(service(), by(phone), `#want ${code}`)
    const events = await history(service(), phone)
    expect(events.map(({ act }) => act.kind)).toEqual(['opt_in', 'message'])
    expect(events[1]).toMatchObject({
      at: new Date(service().now()).toISOString(),
      receivedAt: new Date(service().now()).toISOString(),
      evidence: { phone, text: `#want ${code}`, code },
      leaf: expect.stringMatching(/^[0-9a-f]{64}$/u),
    })
    await expect
      .poll(async () => (await history(service(), phone)).map(({ position }) => position), {
        timeout: 5_000,
      })
      .toEqual([expect.any(Number), expect.any(Number)])
  })

  test.each([
    ['nobody by this number', '/v1/people/find', { person: { phone: '+525511111111' } }],
    ['nobody by this id', `/v1/people/per_${'0'.repeat(32)}`, undefined],
    ['nobody’s history', `/v1/people/per_${'0'.repeat(32)}/events`, undefined],
    ['an id that is none', '/v1/people/5215512345678', undefined],
    ['a history of no id', '/v1/people/x/events', undefined],
  ])('is not found where there is %s', async (_, path, body) => {
    const answer = await service().ask(path, { key: service().keys.people, body })
    expect(answer).toMatchObject({ status: 404, problem: 'person-not-found' })
  })

  test('who was only searched for is nobody yet', async () => {
    const before = await service().rows()
    await found(service(), newPhone())
    expect(await service().rows()).toEqual(before)
  })

  test('who agreed can be shown the very words', async () => {
    const phone = newPhone()
    await handedIn(service(), { phone })
    const [optIn] = await history(service(), phone)
    const hash = optIn?.act.kind === 'opt_in' ? (optIn.act.notice ?? '') : ''
    const notice = await service().deps.memory.of('demo').notice(hash)
    const document = demoDocument()
    const [form] = document.forms
    expect(form && notice).toEqual(form && noticeOf(document, form, 'es'))
  })
})
