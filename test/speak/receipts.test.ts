import { describe, expect, test } from 'vitest'
import { hearDelivered } from '../../server/actions/hear-delivered.ts'
import type { DeliveredReceipt } from '../../consent/delivered.ts'
import { by, newPhone, writes } from '../http/acts.ts'
import { PHONE_NUMBER_ID } from '../http/meta.ts'
import { ENGINES } from '../support/databases.ts'
import { fakeProvider } from './fake-provider.ts'
import { talkingOn } from './talking.ts'

describe.each(ENGINES)('what a provider tells of a reply, on %s', (engine) => {
  const provider = fakeProvider()
  const talking = talkingOn(engine, provider)

  const tell = async (id: string, status: DeliveredReceipt['status'], error: string | null) => {
    const { deps } = talking().service
    const stored = await deps.memory.company('demo')
    if (!stored) throw new Error('the demo company is not there')
    const inbound = {
      id: 'inb-1',
      provider: 'whatsapp-cloud',
      place: 'main',
      receivedAt: deps.now(),
      isStale: false,
      body: new Uint8Array(),
      type: '',
    } as const
    const seen = { phone: null, bsuid: null, sentAt: null }
    const receipt = {
      kind: 'receipt',
      account: PHONE_NUMBER_ID,
      id,
      ...seen,
      status,
      error,
    } as const
    const note = await deps.memory
      .of('demo')
      .write((records) => hearDelivered(deps, records, stored, inbound, receipt))
    expect(note).toBeNull()
  }

  test('is kept with it, and nothing of other messages', async () => {
    for (const _ of [1, 2]) await writes(talking().service, by(newPhone()), '#want')
    await talking().speak()
    await talking().fates()
    await tell('wamid.of-the-company', 'failed', '131026')
    await tell('wamid.fake-1', 'delivered', null)
    await tell('wamid.fake-2', 'failed', '131049')
    expect((await talking().fates()).toSorted()).toEqual([
      'confirmOptIn delivered -',
      'confirmOptIn failed 131049',
    ])
    await tell('wamid.fake-1', 'read', null)
    await tell('wamid.fake-1', 'sent', null)
    expect(await talking().fates()).toEqual(['confirmOptIn read -'])
  })

  test.each([
    ['a number', '5511912345678'],
    ['a sentence with a number', 'Recipient +55 11 91234-5678 is not on WhatsApp'],
    ['what a database may refuse', '131\u0000049'],
  ])('that is %s is not kept', async (_, error) => {
    await writes(talking().service, by(newPhone()), '#want')
    provider.forget()
    await talking().speak()
    await talking().fates()
    await tell('wamid.fake-1', 'failed', error)
    expect(await talking().fates()).toEqual(['confirmOptIn failed other'])
  })
})
