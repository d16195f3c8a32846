import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { serviceFor } from '../support/service.ts'
import { by, handedIn, history, newPhone, reasons, writes } from './acts.ts'

const prepared = vi.spyOn(Database.prototype, 'prepare')
const service = serviceFor({ engine: 'sqlite' })

/** All that is kept of people, which in a company of a million is a million rows and more. */
const LARGE = /\b(identities|ties|events|registers|source_signals|submissions)\b/u

const PLAN = /^(?:SCAN (?!CONSTANT|\()|SEARCH )(?<table>\w+)/u

test('no act and no question reads more of a company than one person', async () => {
  prepared.mockClear()
  const phone = newPhone()
  const { code } = await handedIn(service(), { phone })
  await writes(service(), by(phone), `#want ${code}`)
  await writes(service(), { ...by(phone), from_user_id: 'MX.1234567890' }, 'STOP')
  await service().ask('/v1/opt-outs', { key: service().keys.all, body: { person: { phone } } })
  expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  await history(service(), phone)

  const texts = new Set(prepared.mock.calls.map(([text]) => text))
  const database = new Database(service().url, { readonly: true })
  const plans = [...texts]
    .filter((text) => LARGE.test(text) && !text.startsWith('explain'))
    .flatMap((text) => {
      const values = Array.from(text.matchAll(/\?/gu), () => null)
      return database
        .prepare<null[], { readonly detail: string }>(`explain query plan ${text}`)
        .all(...values)
        .map(({ detail }) => ({ detail, text }))
    })
    .filter(({ detail }) => PLAN.test(detail))
  database.close()
  expect(plans.length).toBeGreaterThan(20)
  // Only the end of the log is found by the company alone.
  const whole = plans.filter(
    ({ detail }) =>
      (detail.startsWith('SCAN ') && LARGE.test(detail)) ||
      (detail.endsWith('(company=?)') && !detail.includes('events_in_order')),
  )
  expect(whole).toEqual([])
})
