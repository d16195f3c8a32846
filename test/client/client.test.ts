import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { QuieroProblem } from '../../client/problem.ts'
import { Quiero } from '../../client/quiero.ts'
import { verifyWebhook } from '../../client/verify-webhook.ts'
import { newPhone } from '../http/acts.ts'
import { ENGINES } from '../support/databases.ts'
import { listening } from '../support/listen.ts'
import { demoDocument, serviceFor } from '../support/service.ts'

const CRM = `whsec_${Buffer.from('of the crm'.padEnd(32, '.')).toString('base64')}`

const about = (phone: string, category = 'offers') => ({
  person: { phone },
  sender: 'main',
  category,
})

const read = async (quiero: Quiero, after?: string): Promise<void> => {
  for await (const _ of quiero.events({ after })) return
}

describe.each(ENGINES)('a client of a server on %s', (engine) => {
  const service = serviceFor({ engine, secrets: { QUIERO_SECRET_CRM: CRM } })
  const url = listening(service)
  const quiero = (key = service().keys.all): Quiero => new Quiero({ url: url(), key })

  let called = 0
  const writes = (phone: string, text: string) => {
    service().pass(2_000)
    called += 1
    return quiero().handInMessage({ sender: 'main', from: { phone }, text, id: `m${called}` })
  }

  test('hears a yes and a no, and what they changed', async () => {
    const phone = newPhone()
    expect(await quiero().maySend(about(phone))).toMatchObject({
      allow: false,
      reason: 'never_asked',
    })
    expect(await quiero().findPerson({ phone })).toBeNull()
    expect(await writes(phone, '#want offers')).toMatchObject({
      meaning: 'subscribe',
      granted: ['offers'],
    })
    const allowed = await quiero().maySend(about(phone))
    expect(allowed).toMatchObject({ allow: true, reason: 'consented', proof: 'message' })
    service().pass(2_000)
    const act = { person: { phone }, sender: 'main', evidence: { call: '4711' }, id: 'no-1' }
    const stopped = await quiero().optOut(act)
    expect(await quiero().optOut(act)).toEqual(stopped)
    expect(await quiero().maySend(about(phone))).toMatchObject({ allow: false, reason: 'blocked' })
    const known = await quiero().findPerson({ phone })
    expect(known?.senders).toMatchObject([{ sender: 'main', blocked: true }])
    expect(known && (await quiero().person(known.id))).toEqual(known)
    const history = known ? await quiero().history(known.id) : []
    expect(history.map(({ act: { kind } }) => kind)).toEqual(['message', 'opt_out'])
    expect(history[1]).toMatchObject({ id: stopped.event, evidence: { details: { call: '4711' } } })
  })

  test('keeps a yes that was taken elsewhere', async () => {
    const phone = newPhone()
    const recorded = await quiero().optIn({
      form: 'frm_demo',
      person: { phone },
      categories: ['orders'],
      evidence: { order: 'A-17' },
    })
    expect(recorded.event).toMatch(/^evt_/u)
    expect(await quiero().maySend(about(phone, 'orders'))).toMatchObject({ reason: 'pending' })
  })

  test('asks of a whole campaign, in its order, a bad line among it', async () => {
    const yes = newPhone()
    await writes(yes, '#want')
    const phones = Array.from({ length: 25 }, newPhone).with(11, yes).with(17, 'nobody')
    const answers: string[] = []
    const campaign = phones.map((phone) => about(phone))
    for await (const { question, answer } of quiero().maySendEach(campaign, { atOnce: 10 })) {
      answers.push(answer.reason === 'no_answer' ? answer.problem.code : answer.reason)
      expect(question).toBe(campaign[answers.length - 1])
      expect(answer.allow).toBe(question.person.phone === yes)
    }
    expect(answers).toEqual(
      Array.from({ length: 25 }, () => 'never_asked')
        .with(11, 'consented')
        .with(17, 'phone-not-digits'),
    )
  })

  test('follows the feed from a cursor, and goes on where it was', async () => {
    const { cursor: end } = await quiero().eventPage({ after: 'latest' })
    const phone = newPhone()
    for (const text of ['#want', 'hola', 'STOP']) await writes(phone, text)
    const meanings: string[] = []
    const take = async (after: string, most: number): Promise<string> => {
      const ending = new AbortController()
      let cursor = after
      for await (const one of quiero().events({ after, signal: ending.signal })) {
        if (one.event.act.kind === 'message') meanings.push(one.event.act.meaning)
        cursor = one.cursor
        expect(JSON.stringify(one)).not.toContain(phone.slice(4))
        if (meanings.length === most) ending.abort()
      }
      return cursor
    }
    const after = await take(end, 2)
    expect(await take(after, 3)).not.toBe(after)
    expect(meanings).toEqual(['subscribe', 'other', 'opt_out'])
    const page = await quiero().eventPage({ after: end, limit: 2, evidence: true })
    expect(page).toMatchObject({ events: [{ evidence: { phone } }, {}], more: true, cursor: after })
  })

  test('is told of a feed that it may not read, and of a cursor that is none', async () => {
    await expect(read(quiero(service().keys.people))).rejects.toMatchObject({
      code: 'scope-missing',
    })
    await expect(read(quiero(), 'made.up')).rejects.toMatchObject({
      code: 'cursor-not-valid',
    })
  })

  test('reads and stores the company’s document, and is told why one is refused', async () => {
    expect(await quiero().company()).toEqual(demoDocument())
    const { version } = await quiero().putCompany(demoDocument())
    expect(version).toBeGreaterThan(0)
    const nameless = { ...demoDocument(), name: ' ' }
    const refused = await quiero()
      .putCompany(nameless)
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(QuieroProblem)
    expect(refused).toMatchObject({ code: 'document-refused', status: 422 })
    expect((refused as QuieroProblem).refusals.length).toBeGreaterThan(0)
  })

  test('believes a webhook that the server has signed', async () => {
    const seen: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
    const crm = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (part: string) => (body += part))
      request.on('end', () => {
        seen.push({ headers: request.headers, body })
        response.end()
      })
    })
    await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve))
    const { port } = crm.address() as AddressInfo
    const secret = { env: 'QUIERO_SECRET_CRM' }
    const webhook = { id: 'crm', url: `http://127.0.0.1:${port}/in`, secret }
    await quiero().putCompany({ ...demoDocument(), webhooks: [webhook] })
    const key = service().keys.company
    await service().ask('/v1/webhooks/crm/test', { key, body: {} })
    crm.close()
    const [told] = seen
    const now = service().now()
    const said = await verifyWebhook(told?.body ?? '', told?.headers ?? {}, CRM, { now })
    expect(said).toMatchObject({ type: 'webhook.test', data: { company: 'demo', webhook: 'crm' } })
  })
})
