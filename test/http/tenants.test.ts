import { describe, expect, test } from 'vitest'
import type { KeysShown } from '../../contract/keys.ts'
import { ENGINES } from '../support/databases.ts'
import { type Answer, type Ask, SECRETS, serviceFor, SHOP } from '../support/service.ts'
import { by, handIn, history, newAttempt, newPhone, person, shown, tells, writes } from './acts.ts'
import { otherCompany } from './companies.ts'
import { imported, oldNo } from './imports.ts'
import { addressOf, type Door, DOORS, type Prey } from './doors.ts'

const NOTE = 'the-order-of-somebody-4711'

describe.each(ENGINES)('two companies whose senders have the same ids, on %s:', (engine) => {
  const service = serviceFor({ engine })
  let ready: Promise<{ readonly prey: Prey; readonly thief: string }> | null = null

  /** The demo's people, and the key of the other company, which may do all. */
  const world = () => {
    ready ??= (async () => {
      const thief = await service().load(otherCompany())
      const phone = newPhone()
      await writes(service(), { ...by(phone), from_user_id: `MX.7${phone.slice(1)}` }, '#want')
      const key = service().keys.all
      const evidence = { order: NOTE }
      await service().ask('/v1/opt-outs', { key, body: { person: { phone }, evidence, id: NOTE } })
      await tells(service(), phone, '#want')
      const { noticeToken } = await shown(service())
      const attempt = newAttempt()
      const handedIn = await handIn(service(), { noticeToken, attempt })
      const { id: optIn, code } = handedIn.as<{ id: string; code: string }>()
      const hold = { source: 'keyword/frm_demo', since: 1, optIns: 9, optOuts: 9, liftedAt: null }
      const id = `hld_${'ab'.repeat(12)}`
      const memory = service().deps.memory.of('demo')
      await memory.write((records) => records.keepHold({ ...hold, id }))
      const keys = await service().ask('/v1/keys', { key })
      const { id: importId } = await imported(service(), [oldNo(newPhone()), 'x'], {}, 'prey-1')
      const prey: Prey = {
        company: 'demo',
        sender: 'main',
        form: 'frm_demo',
        person: (await person(service(), phone)).id,
        event: (await history(service(), phone))[0]?.id ?? '',
        phone,
        optIn,
        code,
        attempt,
        noticeToken,
        hold: id,
        key: keys.as<KeysShown>().keys[0]?.id ?? '',
        import: importId,
      }
      return { prey, thief }
    })()
    return ready
  }

  /** All that the demo's own key is shown, but for when the keys were used. */
  const standing = async (prey: Prey, isKeyed = true): Promise<string> => {
    const key = service().keys.all
    const told: string[] = []
    for (const path of [
      `/v1/people/${prey.person}`,
      `/v1/people/${prey.person}/events`,
      '/v1/company',
      '/v1/keys',
      '/v1/holds',
      '/v1/imports',
      `/v1/imports/${prey.import}/refused`,
      // Whoever fills a form in is counted, and may.
      ...(isKeyed ? ['/v1/quality'] : []),
    ]) {
      const answer = await service().ask(path, { key })
      expect([path, answer.status]).toEqual([path, 200])
      told.push(answer.text.replace(/"lastUsedAt":("[^"]*"|null)/gu, ''))
    }
    return told.join('\n')
  }

  test('every address is in the table', () => {
    const routes = service()
      .app.routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    expect(DOORS.map(({ route }) => route).toSorted()).toEqual([...new Set(routes)].toSorted())
  })

  test.each(DOORS)(
    '$route shows nothing of the one to the other, and changes nothing',
    async (door) => {
      const { prey, thief } = await world()
      const isKeyed = door.opens !== 'public'
      const before = await standing(prey, isKeyed)
      const seen = new Set<string>()
      for (const [path, request] of asks(door, prey)) {
        const asked = JSON.stringify([path, request])
        if (seen.has(asked)) continue
        seen.add(asked)
        // The shop's origin is none of the thief's own form: a page of another company asks.
        const callers: readonly Ask[] = isKeyed ? [{ key: thief }] : [{ origin: SHOP }, {}]
        for (const caller of callers) {
          const answer = await service().ask(path, { ...request, ...caller })
          expect([asked, answer.status < 500]).toEqual([asked, true])
          expect([asked, whatIsTold(answer, prey, door)]).toEqual([asked, []])
          // An id of the other company's is nobody's.
          const isOfOthers = isKeyed && door.route.includes(':id')
          expect([asked, !isOfOthers || answer.status === 404]).toEqual([asked, true])
        }
      }
      expect(await standing(prey, isKeyed)).toBe(before)
    },
  )

  test('the looking would find what is there', async () => {
    const { prey } = await world()
    const key = service().keys.all
    const theirs = await standing(prey)
    for (const secret of [
      prey.person,
      prey.event,
      prey.phone.slice(1),
      prey.hold,
      prey.key,
      NOTE,
    ]) {
      expect(theirs).toContain(secret)
    }
    const found = await service().ask(`/v1/people/${prey.person}`, { key })
    expect(found.status).toBe(200)
  })
})

/** Each id stands once in each place of an address; the other places hold what belongs there. */
const paramOf = (name: string, prey: Prey, id: string): string => {
  if (name === 'company') return prey.company
  if (name === 'version') return 'abc123'
  if (name === 'file') return 'frm_demo.js'
  if (name === 'country') return 'MX'
  return encodeURIComponent(id)
}

/** What must be in no answer to a stranger. */
const secretsOf = ({
  person: id,
  event,
  phone,
  optIn,
  code,
  hold,
  key,
  import: importId,
}: Prey) => [
  id,
  event,
  phone.slice(1),
  optIn,
  code,
  hold,
  key,
  importId,
  NOTE,
  ...Object.values(SECRETS),
]

const asks = function* (door: Door, prey: Prey): Generator<readonly [string, Ask]> {
  for (const id of Object.values(prey)) {
    const { method, path } = addressOf(door, (name) =>
      name === 'provider' ? 'whatsapp-cloud' : paramOf(name, prey, id),
    )
    const isForm = ['/f/', '/l/', '/n/'].some((start) => path.startsWith(start))
    for (const body of door.bodies?.(prey) ?? [undefined]) {
      const headers = isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
      yield [path, { method, headers, ...(body === undefined ? {} : { body }) }]
    }
  }
}

/** What of the one company an answer to the other gives away. What a form shows is shown to everybody. */
const whatIsTold = (
  { text }: Answer,
  prey: Prey,
  { opens, tellsNumbers }: Door,
): readonly string[] => {
  const known = tellsNumbers === true ? prey.phone.slice(1) : null
  return [...secretsOf(prey), ...(opens === 'public' ? [] : ['Café Aurora'])].filter(
    (each) => each !== known && text.includes(each),
  )
}
