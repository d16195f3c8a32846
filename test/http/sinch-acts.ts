import { beforeAll, expect } from 'vitest'
import type { EngineName } from '../support/databases.ts'
import { type Answer, serviceFor } from '../support/service.ts'
import { newPhone, reasons } from './acts.ts'
import type { Wire } from './meta.ts'
import {
  APP,
  callback,
  companyWith,
  SECRET,
  SECRET_REF,
  sinchMessage,
  sinchSignature,
} from './sinch-wire.ts'

const COMPANY = companyWith({
  kind: 'sinch',
  projectId: 'project',
  appId: APP,
  webhookSecret: SECRET_REF,
})

/** The decisions on both categories of somebody who has said yes to both, and of somebody who has stopped. */
export const CONSENTED = ['consented', 'consented']
export const BLOCKED = ['blocked', 'blocked']

/** A text message's own part, as Sinch writes it. */
export const sinchText = (said: string): Wire => ({ text_message: { text: said } })

/** The demo with Sinch, for the tests around it, and what Sinch does to it. */
export const sinchFor = (engine: EngineName) => {
  const service = serviceFor({ engine, secrets: SECRET })
  beforeAll(async () => {
    await service().load(COMPANY)
  })

  const post = (told: Wire, signedAt = service().now()): Promise<Answer> => {
    const body = JSON.stringify(told)
    const headers = sinchSignature(body, signedAt)
    return service().ask('/webhooks/sinch/demo/main', { body, headers })
  }

  /** Tells two seconds after whatever was before. */
  const tell = async (told: Wire): Promise<void> => {
    service().pass(2_000)
    expect(await post(callback(service().now(), told))).toMatchObject({ status: 200, text: '' })
  }

  const writes = (from: string, content: Wire): Promise<void> => tell(sinchMessage(from, content))

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(phone, sinchText('#want'))
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
    return phone
  }

  /** Tells what must change nothing for anybody; whether it is kept for inspection. */
  const isKept = async (told: Wire): Promise<boolean> => {
    const { inbox, quality_events: _before, ...before } = await service().rows()
    await tell(told)
    const { inbox: inboxAfter, quality_events: _after, ...after } = await service().rows()
    expect(after).toEqual(before)
    return inboxAfter !== inbox
  }

  return { service, post, tell, writes, consented, isKept }
}
