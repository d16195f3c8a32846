import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { beforeAll, describe, expect, test } from 'vitest'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import type { FeedShown } from '../../contract/events.ts'
import type { WorkAsked, WorkDone } from '../../contract/opt-out.ts'
import { createApp } from '../../server/app.ts'
import { USUAL_RATES } from '../../server/limits.ts'
import { limiterOn } from '../../server/store/limiter.ts'
import { ENGINES } from '../support/databases.ts'
import { type Answer, type Service, serviceFor, SHOP } from '../support/service.ts'
import { by, history, newPhone, person, reasons, writes } from './acts.ts'
import { postFields, readAloud, valueOf } from './page-forms.ts'

const HOUR = 60 * 60 * 1000

/** As a browser or anybody's script would do it: with the library that asked. */
const done = async (work: WorkAsked): Promise<WorkDone> => {
  const challenge = work as unknown as Parameters<typeof solveChallenge>[0]['challenge']
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new Error('nobody could do this work')
  return { challenge: work, solution }
}

const askedIn = (answer: Answer): WorkAsked => answer.as<{ work: WorkAsked }>().work

describe.each(ENGINES)('opt-outs that are typed, on %s,', (engine) => {
  const service = serviceFor({ engine })
  const stop = (phone: string, more: object = {}, at: Service = service()) =>
    at.ask('/v1/opt-outs', {
      origin: SHOP,
      body: { form: 'frm_demo', person: { phone }, ...more },
    })

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    service().pass(2_000)
    return phone
  }

  const bursts = async (): Promise<FeedShown['events']> => {
    const found: FeedShown['events'][number][] = []
    let after = ''
    for (;;) {
      const page = await service().ask(`/v1/events?limit=1000&wait=1${after}`, {
        key: service().keys.events,
      })
      const { events, cursor, more } = page.as<FeedShown>()
      found.push(...events.filter(({ act }) => act.kind === 'opt_out_burst'))
      if (!more) return found
      after = `&after=${cursor}`
    }
  }

  beforeAll(async () => {
    for (let n = 0; n < 20; n += 1) await stop(newPhone())
  })

  test('past twenty at a quiet form are asked for work, told what it is, and count once it is done', async () => {
    const phone = await consented()
    const refused = await stop(phone)
    expect(refused.status).toBe(429)
    expect(refused.problem).toBe('work-needed')
    expect(refused.text).not.toContain(phone.slice(3))
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])

    const work = await done(askedIn(refused))
    expect(await stop(phone, { work })).toMatchObject({ status: 200 })
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])

    const ids = async () => (await history(service(), phone)).map(({ id }) => id)
    const before = await ids()
    expect(await stop(phone, { work })).toMatchObject({ status: 200 })
    expect(await ids()).toEqual(before)
  })

  test('are taken with no work that was done for another number, at half, or long ago', async () => {
    const phone = await consented()
    const asked = askedIn(await stop(phone))
    const work = await done(asked)
    const other = newPhone()
    expect(await stop(other, { work })).toMatchObject({ status: 429, problem: 'work-needed' })

    const { solution } = work
    const forged = { challenge: asked, solution: { ...solution, derivedKey: 'ab'.repeat(32) } }
    const easier = {
      challenge: { ...asked, parameters: { ...asked.parameters, keyPrefix: '0' } },
      solution: { ...solution, derivedKey: '00'.repeat(32) },
    }
    for (const bad of [forged, easier]) {
      expect(await stop(phone, { work: bad })).toMatchObject({ problem: 'work-needed' })
    }
    for (const bad of [null, {}, { ...work, solution: null }, { ...work, challenge: {} }]) {
      expect(await stop(phone, { work: bad })).toMatchObject({ problem: 'body-not-valid' })
    }

    service().pass(11 * 60 * 1000)
    expect(await stop(phone, { work })).toMatchObject({ problem: 'work-needed' })
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    service().pass(-11 * 60 * 1000)
  })

  test('tell the company once an hour, by an event that is nobody’s', async () => {
    await expect.poll(bursts).toHaveLength(1)
    const [burst] = await bursts()
    expect(burst).toMatchObject({
      person: `per_${'0'.repeat(32)}`,
      act: { kind: 'opt_out_burst', form: 'frm_demo', by: 'form' },
    })
  })

  test('hinder no word in the chat, and no company with a key', async () => {
    const phone = await consented()
    await writes(service(), by(phone), 'Salir')
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
    const recorded = await service().ask('/v1/opt-outs', {
      key: service().keys['opt-outs'],
      body: { person: { phone: newPhone() } },
    })
    expect(recorded.status).toBe(201)
  })

  test('say first what is wrong with a number', async () => {
    expect(await stop('55')).toMatchObject({ status: 422, problem: 'phone-too-short' })
  })

  test('on the page are asked for the same, which its script does', async () => {
    const phone = await consented()
    const typed = { country: 'MX', phone: phone.replace('+52', '') }
    const waits = await postFields(service(), '/f/frm_demo/stop?language=es', typed)
    expect(waits.status).toBe(429)
    expect(readAloud(waits)).toContain(PAGE_TEXTS.es.workingAbout)
    expect(waits.text).toContain('/w/abc123/work.js')
    expect(waits.text).toContain('https://wa.me/5511912345678?text=SALIR')
    const asked = /data-work="([^"]*)"/u.exec(waits.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const work = JSON.stringify(await done(JSON.parse(asked) as WorkAsked))
    const again = { country: 'MX', phone: valueOf(waits, 'phone'), work }
    const stopped = await postFields(service(), '/f/frm_demo/stop?language=es', again)
    expect(stopped.status).toBe(200)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('from one address past its share are asked for work at a form that is quiet', async () => {
    service().pass(2 * HOUR)
    const rates = { ...USUAL_RATES, stops: { points: 2, seconds: 3_600 } }
    const limiter = limiterOn(null, service().deps.sealer, rates)
    const app = createApp({
      ...service().deps,
      limiter,
      widget: {
        files: { first: '', more: '', place: '', scan: '', work: '', widget: '' },
        version: 'abc123',
        integrity: 'sha384-none',
      },
    })
    const from = async (ip: string) => {
      const answer = await app.request(
        '/v1/opt-outs',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: SHOP },
          body: JSON.stringify({ form: 'frm_demo', person: { phone: newPhone() } }),
        },
        { incoming: { socket: { remoteAddress: ip }, rawHeaders: [], complete: true } },
      )
      return answer.status
    }
    const statuses = []
    for (let n = 0; n < 4; n += 1) statuses.push(await from('203.0.113.7'))
    expect(statuses).toEqual([200, 200, 429, 429])
    expect(await from('203.0.113.8')).toBe(200)
    // PostgreSQL's sequencer places what was written a moment later.
    await expect
      .poll(async () => (await bursts()).map(({ act }) => act))
      .toContainEqual({
        kind: 'opt_out_burst',
        form: 'frm_demo',
        by: 'address',
      })
  })

  test('go on freely when the hour is over', async () => {
    service().pass(2 * HOUR)
    const phone = await consented()
    expect((await stop(phone)).status).toBe(200)
    expect((await person(service(), phone)).senders[0]).toMatchObject({ blocked: true })
  })
})
