import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reconcile } from '../../server/actions/reconcile.ts'
import { sinchLog, sinchSmsLog } from '../../server/outbound/message-log-sinch.ts'
import { messageLogsAt } from '../../server/outbound/message-logs.ts'
import { sinchSms } from '../../server/inbound/sinch-sms.ts'
import { maySend, newPhone } from '../http/acts.ts'
import { APP, companyWith, onWhatsapp, SECRET, SECRET_REF } from '../http/sinch-wire.ts'
import { NOW, openService } from '../support/service.ts'
import { type FakeProvider, openFake, sinchAnswers } from './fake-provider.ts'

const READING = {
  phone: '+12015550199',
  ids: { servicePlanId: 'plan', projectId: 'project', appId: APP, keyId: 'key' },
  secrets: { apiToken: 'token', keySecret: 'secret' },
  since: NOW,
}

let fake: FakeProvider
beforeEach(async () => {
  fake = await openFake(sinchAnswers)
})
afterEach(() => fake.close())

test('a Conversation app’s log gives back the stops of both modes, each once', async () => {
  const service = await openService({ engine: 'sqlite', secrets: SECRET })
  await service.load(
    companyWith({
      kind: 'sinch',
      projectId: 'project',
      appId: APP,
      keyId: 'key',
      webhookSecret: SECRET_REF,
      keySecret: SECRET_REF,
    }),
  )
  const deps = { ...service.deps, logs: messageLogsAt({ sinch: fake.base }) }
  const stored = await deps.memory.company('demo')
  if (!stored) throw new Error('no demo')
  const phones = Array.from({ length: 120 }, newPhone)
  phones.forEach((phone, index) => {
    service.pass(10_000)
    const at = service.now()
    const item = {
      id: `01${index}`,
      direction: 'TO_APP',
      contact_message: { text_message: { text: 'STOP' } },
      ...onWhatsapp(phone.slice(1)),
      accept_time: new Date(at).toISOString(),
      ...(index % 2 === 0 && { processing_mode: 'DISPATCH' }),
    }
    fake.log.push({ at, item }, { at, item: { ...item, direction: 'TO_CONTACT' } })
  })
  await reconcile(deps, stored)
  for (const phone of phones) expect((await maySend(service, phone)).reason).toBe('blocked')
  const before = await service.rows()
  service.pass(300_000)
  await reconcile(deps, stored)
  expect(await service.rows()).toEqual(before)
  expect(service.faults).toEqual([])
  await service.close()
})

describe('a Conversation app’s log', () => {
  test('is asked with a token of the key’s', async () => {
    await sinchLog(fake.base).read({ ...READING, page: null })
    expect(fake.asked.map(({ url, authorization }) => [url.pathname, authorization])).toEqual([
      ['/oauth2/token', `Basic ${Buffer.from('key:secret').toString('base64')}`],
      ['/v1/projects/project/messages', 'Bearer token'],
    ])
    const [, list] = fake.asked
    expect(Object.fromEntries(list?.url.searchParams ?? [])).toMatchObject({
      app_id: APP,
      direction: 'TO_APP',
      start_time: new Date(NOW).toISOString(),
    })
  })

  test.each(['', 'evil.example/', 'us.evil.example', 'EU'])(
    'is in a region, not at "%s"',
    async (region) => {
      const reading = { ...READING, ids: { ...READING.ids, region }, page: null }
      await expect(sinchSmsLog().read(reading)).rejects.toThrow('two letters')
    },
  )
})

const sms = (at: number, index: number) => ({
  at,
  item: {
    id: `mo${index}`,
    type: 'mo_text',
    from: '12015550123',
    to: '12015550199',
    body: 'STOP',
    received_at: new Date(at).toISOString(),
  },
})

const readAll = async (between: () => void): Promise<readonly string[]> => {
  const ids: string[] = []
  let page: string | null = null
  do {
    const {
      told,
      next,
    }: { told: readonly { body: Uint8Array; type: string }[]; next: string | null } =
      await sinchSmsLog(fake.base).read({ ...READING, page })
    for (const content of told) {
      for (const delivered of await sinchSms.read(content)) {
        if (delivered.kind === 'sms') ids.push(delivered.id)
      }
    }
    between()
    page = next
  } while (page !== null)
  return ids
}

describe('a service plan’s log of SMS', () => {
  test('is read to its end, whatever comes meanwhile', async () => {
    for (let index = 0; index < 250; index += 1) fake.log.push(sms(NOW + index, index))
    let more = 1_000
    const read = new Set(
      await readAll(() => {
        more += 1
        fake.log.push(sms(NOW + more, more))
      }),
    )
    for (let index = 0; index < 250; index += 1) expect(read).toContain(`mo${index}`)
    expect(fake.asked[0]?.authorization).toBe('Bearer token')
    expect(fake.asked[0]?.url.searchParams.get('to')).toBe('12015550199')
  })

  test.each([
    ['{"count":3,"inbounds":[]}', 'less than it says'],
    ['{"inbounds":[]}', 'how many'],
    ['{"count":0}', 'no list'],
  ])('that answers %s is asked again', async (body, complaint) => {
    fake.mischief.push((response) => void response.writeHead(200).end(body))
    await expect(sinchSmsLog(fake.base).read({ ...READING, page: null })).rejects.toThrow(complaint)
  })
})
