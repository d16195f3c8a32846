import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PersonErased } from '../../contract/people.ts'
import type { ProofFile } from '../../consent/proof-file.ts'
import { rebuildRegisters } from '../../server/actions/rebuild-registers.ts'
import { faultsOf } from '../../server/actions/verify-proof.ts'
import { VERIFIER } from '../../server/cli/verify.ts'
import { ENGINES } from '../support/databases.ts'
import { serviceFor, type Answer } from '../support/service.ts'
import { rawSql } from '../store/raw-sql.ts'
import { answersIn, askList } from './batch-lists.ts'
import { exported } from './export-lists.ts'
import { messages } from './meta.ts'
import { by, found, handedIn, hear, newPhone, person, reasons, writes } from './acts.ts'

const BLOCKED = ['blocked', 'blocked']
const CONSENTED = ['consented', 'consented']

describe.each(ENGINES)('a person who is erased, on %s,', (engine) => {
  const service = serviceFor({ engine })

  const erase = (id: string, key = service().keys.erasure): Promise<Answer> =>
    service().ask(`/v1/people/${id}`, { method: 'DELETE', key })

  /** Erases whoever is known by a number, two seconds after whatever was before; gives the person's id. */
  const erased = async (phone: string): Promise<string> => {
    service().pass(2_000)
    const { id } = await person(service(), phone)
    const answer = await erase(id)
    expect(answer.status).toBe(200)
    expect(answer.as<PersonErased>().id).toBe(id)
    return id
  }

  const proofOf = async (id: string): Promise<ProofFile> =>
    (await service().ask(`/v1/people/${id}/proof`, { key: service().keys.people })).as<ProofFile>()

  /** Asks the same of a list, for both categories. */
  const listed = async (phone: string): Promise<readonly unknown[]> => {
    const lines = ['orders', 'offers'].map((category) => ({
      person: { phone },
      sender: 'main',
      category,
    }))
    const { text } = await askList(service(), lines)
    return answersIn(text).map((answer) => ('reason' in answer ? answer.reason : answer))
  }

  test('is nobody any more, and is not written to, asked alone or in a list', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    expect(await reasons(service(), phone)).toEqual(CONSENTED)
    await erased(phone)
    expect((await found(service(), phone)).problem).toBe('person-not-found')
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    expect(await listed(phone)).toEqual(BLOCKED)
    expect(await listed(newPhone())).toEqual(['never_asked', 'never_asked'])
  })

  test.each([
    ['Mexico', '+525522000001', ['+5215522000001', '+525522000001']],
    ['Brazil', '+5511987650001', ['+551187650001', '+5511987650001']],
    ['Argentina, with the 9', '+5491123456001', ['+541123456001', '+5491123456001']],
    ['Argentina, without it', '+541123456002', ['+5491123456002', '+541123456002']],
  ])('is found again under every spelling of %s', async (_, phone, spellings) => {
    await writes(service(), by(phone), '#want')
    await erased(phone)
    for (const spelling of spellings) {
      expect([spelling, await reasons(service(), spelling)]).toEqual([spelling, BLOCKED])
      expect([spelling, await listed(spelling)]).toEqual([spelling, BLOCKED])
    }
  })

  test('blocks who is known under another spelling of the number', async () => {
    await writes(service(), by('+541123456003'), '#want')
    expect(await reasons(service(), '+541123456003')).toEqual(CONSENTED)
    await writes(service(), by('+5491123456003'), 'hola')
    await erased('+5491123456003')
    expect(await reasons(service(), '+541123456003')).toEqual(BLOCKED)
    expect(await listed('+541123456003')).toEqual(BLOCKED)
  })

  test('comes back as somebody new, for whom every no counts and no yes does', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    await writes(service(), by(phone), '#stop offers')
    const before = await erased(phone)
    await writes(service(), by(phone), 'hola')
    const { id, senders } = await person(service(), phone)
    expect(id).not.toBe(before)
    expect(senders[0]).toMatchObject({ blocked: true })
    expect(senders[0]?.categories.map(({ status }) => status)).not.toContain('granted')
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    // A number that somebody types proves nothing.
    await handedIn(service(), { phone })
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    await writes(service(), by(phone), '#want orders')
    expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
    expect(await listed(phone)).toEqual(['consented', 'revoked'])
  })

  test('does not come back by a delivery that comes again', async () => {
    const phone = newPhone()
    const bsuid = `MX.8${phone.slice(1)}`
    const message = await writes(service(), { ...by(phone), from_user_id: bsuid }, '#want')
    await erased(phone)
    await hear(service(), messages([message]))
    expect((await found(service(), phone)).problem).toBe('person-not-found')
    expect((await found(service(), { bsuid })).problem).toBe('person-not-found')
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('comes back by an import as somebody new, and stays blocked', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const before = await erased(phone)
    const at = new Date(service().now() - 86_400_000).toISOString()
    const row = { person: { phone }, answer: 'yes', at, categories: ['offers'], source: 'crm' }
    const body = `${JSON.stringify(row)}\n${JSON.stringify({ ...row, person: { phone: newPhone() } })}\n`
    const answer = await service().ask('/v1/imports?id=crm-1', {
      key: service().keys.imports,
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })
    expect(answer.text).toContain('"taken":2')
    const { id } = await person(service(), phone)
    expect(id).not.toBe(before)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
  })

  test('comes back and is erased again: every no of both still counts', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#stop offers')
    await erased(phone)
    await writes(service(), by(phone), '#want orders')
    expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
    await erased(phone)
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    await writes(service(), by(phone), '#want orders')
    expect(await reasons(service(), phone)).toEqual(['consented', 'revoked'])
  })

  test('goes with everybody who is the same, and with everything they are known by', async () => {
    const phone = newPhone()
    const bsuid = `MX.9${phone.slice(1)}`
    await writes(service(), by(phone), '#want')
    await writes(service(), { from_user_id: bsuid }, '#want')
    await writes(service(), { ...by(phone), from_user_id: bsuid }, 'hola')
    await erased(phone)
    expect((await found(service(), { bsuid })).problem).toBe('person-not-found')
    expect(await reasons(service(), phone)).toEqual(BLOCKED)
    expect(await reasons(service(), { bsuid })).toEqual(BLOCKED)
  })

  test('leaves leaves without content: their own proof holds, and so does every older one', async () => {
    const [phone, other] = [newPhone(), newPhone()]
    await writes(service(), by(other), '#want')
    await writes(service(), by(phone), '#want')
    await writes(service(), by(other), 'Salir')
    const memory = service().deps.memory.of('demo')
    const last = (
      await memory.eventsOf((await memory.whoIs({ kind: 'phone', value: other })).person!)
    ).length
    expect(last).toBe(2)
    const theirs = await proofOf((await person(service(), other)).id)
    const id = await erased(phone)
    expect(faultsOf(VERIFIER, theirs)).toEqual([])
    const newer = await proofOf((await person(service(), other)).id)
    expect(newer.events).toHaveLength(2)
    expect(faultsOf(VERIFIER, newer)).toEqual([])
    await expect.poll(async () => (await proofOf(id)).events.length).toBe(2)
    const own = await proofOf(id)
    expect(faultsOf(VERIFIER, own)).toEqual([])
    expect(own.events[0]).toMatchObject({ evidence: null, salt: null })
    expect(own.events[1]?.event.act).toEqual({ kind: 'erased', senders: ['main'] })
    expect(own.events[1]?.salt).not.toBeNull()
    expect((await rebuildRegisters(service().deps, 'demo', false)).differences).toEqual([])
  })

  test('is in no export, and the feed tells of it without their data', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const id = await erased(phone)
    const people = await exported(service(), 'people')
    expect(JSON.stringify(people)).not.toContain(phone.slice(3))
    const events = (await exported(service(), 'events', '?evidence=1')).filter(
      (one) => one.person === id,
    )
    expect(events.map(({ act }) => act.kind)).toEqual(['message', 'erased'])
    expect(JSON.stringify(events)).not.toContain(phone.slice(3))
  })

  test('is erased once, however often it is said, and only under a key for it', async () => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    const { id } = await person(service(), phone)
    expect((await erase(id, service().keys.people)).problem).toBe('scope-missing')
    const first = await erase(id)
    service().pass(5_000)
    const again = await erase(id)
    expect([again.status, again.text]).toEqual([200, first.text])
    const { text } = await service().ask(`/v1/people/${id}/events`, { key: service().keys.people })
    expect(text.split('"kind":"erased"')).toHaveLength(2)
    expect((await erase('per_00000000000000000000000000000001')).problem).toBe('person-not-found')
    expect((await erase('somebody')).problem).toBe('person-not-found')
  })

  test('is nowhere in the database, and nothing that could be opened is left in its files', async () => {
    const phone = '+5215519283746'
    const { code } = await handedIn(service(), { phone, page: 'https://shop.example/clinic' })
    await writes(service(), by(phone), `#want ${code}`)
    const { id } = await person(service(), phone)
    const bytes = `x'${id.slice(4)}'`
    const named = engine === 'sqlite' ? bytes : `'\\x${id.slice(4)}'::bytea`
    const secrets = [
      ...(await rawSql(
        service().url,
        `select sealed as it from identities where person = ${named}`,
      )),
      ...(await rawSql(service().url, `select evidence as it from events where person = ${named}`)),
      ...(await rawSql(service().url, `select salt as it from events where person = ${named}`)),
    ].flatMap((row): unknown[] => Object.values(row))
    const sealed = secrets.map((it) => (Buffer.isBuffer(it) ? it.subarray(0, 48) : Buffer.alloc(0)))
    expect(sealed.map(({ length }) => length)).toEqual([16, 48, 48, 16, 16])
    expect(await holding(sealed)).toEqual([true, true, true, true, true])
    await erased(phone)
    expect(await holding(sealed)).toEqual([false, false, false, false, false])
    expect(await holding([Buffer.from('5519283746'), Buffer.from('clinic')])).toEqual([
      false,
      false,
    ])
  })

  /** Whether the database still holds each: its files on SQLite, every row of every table on PostgreSQL. */
  const holding = async (wanted: readonly Buffer[]): Promise<readonly boolean[]> => {
    const all = engine === 'sqlite' ? filesOf(service().url) : await rowsOf(service().url)
    return wanted.map((one) => all.includes(one))
  }
})

const filesOf = (path: string): Buffer => {
  const folder = dirname(path)
  return Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))))
}

const rowsOf = async (url: string): Promise<Buffer> => {
  const tables = await rawSql(
    url,
    `select table_name from information_schema.tables where table_schema = 'public'`,
  )
  const rows = await Promise.all(
    tables.map((table) => rawSql(url, `select * from ${Object.values(table).join('')}`)),
  )
  const values = rows.flat().flatMap((row): unknown[] => Object.values(row))
  return Buffer.concat(
    values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(`${String(value)} `))),
  )
}
