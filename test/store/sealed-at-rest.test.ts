import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openMemory } from '../../server/store/open-memory.ts'
import { ENGINES, openDatabase } from '../support/databases.ts'
import { lootOf } from '../support/loot.ts'
import { begin, eventOf, KEY, NO, NOW, phone, YES } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

const SECRETS = {
  number: '5215512345678',
  bsuid: 'MX.31337000042',
  email: 'ana.lopez@example.com',
  external: 'customer-8841-ana',
  text: 'ya no me escriban nunca',
  ip: '203.0.113.77',
  userAgent: 'Mozilla/5.0 (a telling agent)',
  page: 'https://shop.example/clinic/appointments',
  body: 'wamid.HBgNNTIxNTUxMjM0NTY3OBUCABIYFDNBMDIxQjM4RkQ1',
  suppression: 'suppression-key',
}

describe.each(ENGINES)('a stolen database on %s', (engine) => {
  const store = storeOn(engine)

  const loot = (): Promise<Buffer> => lootOf(engine, store.url())

  test('reveals no number, no address and no word of anybody', async () => {
    const company = store.company()
    const { number, bsuid, email, external, ...evidence } = SECRETS
    const person = await begin(
      company,
      store.ids(),
      phone(`+${number}`),
      { kind: 'bsuid', value: bsuid },
      { kind: 'email', value: email },
      { kind: 'external', value: external },
    )
    const yes = eventOf(store.ids(), person, YES)
    const no = eventOf(store.ids(), person, NO)
    await company.write(async (records) => {
      await records.append(yes, { phone: `+${number}`, bsuid, email, external, ...evidence })
      await records.append(no, { text: SECRETS.text, ip: SECRETS.ip })
      const body = Buffer.from(JSON.stringify(SECRETS))
      const inbound = { id: 'in-1', place: 'main', receivedAt: NOW, body, type: '', isStale: false }
      await records.keepInbound({ ...inbound, provider: 'whatsapp-cloud' })
      await records.keepInbound({ ...inbound, id: 'in-2', provider: 'whatsapp-cloud' })
      await records.finishInbound('in-2', 'an unknown shape')
      await records.queueReply({
        event: yes.id,
        kind: 'help',
        person,
        sender: 'main',
        actedAt: NOW,
        language: 'es',
        matter: { categories: [], senders: [], form: SECRETS.page, notice: null },
        to: { number: `+${number}`, bsuid },
      })
    })
    const stolen = await loot()
    // What is not secret is there to be read; so this would find what is secret, too.
    expect(stolen.includes('opt_out')).toBe(true)
    expect(stolen.includes('an unknown shape')).toBe(true)
    for (const [name, secret] of Object.entries(SECRETS)) {
      for (const [form, written] of Object.entries(formsOf(secret))) {
        expect(stolen.includes(written), `${name} as ${form}`).toBe(false)
      }
    }
  })

  test('does not even tell that two companies know the same person', async () => {
    const number = phone('+5215587654321')
    await begin(store.company(), store.ids(), number)
    await begin(store.company(), store.ids(), number)
    const rows = await rawSql(store.url(), `select sealed from identities where kind = 'phone'`)
    const blocks = rows.map((row) => JSON.stringify(row))
    expect(new Set(blocks).size).toBe(blocks.length)
  })
})

test('a SQLite file keeps nothing of a body that was worked off', async () => {
  const database = await openDatabase('sqlite')
  const { memory } = await openMemory({ url: database.url, key: KEY, now: () => NOW })
  const company = memory.of('demo')
  const body = Buffer.alloc(3_000, 'stop')
  const inbound = {
    provider: 'whatsapp-cloud',
    place: 'main',
    receivedAt: NOW,
    body,
    type: '',
    isStale: false,
  } as const
  await company.write(async (records) => {
    for (const id of ['stays', 'goes']) await records.keepInbound({ ...inbound, id })
  })
  const [row] = await rawSql(database.url, `select hex(body) as body from inbox where id = 'goes'`)
  const sealed = Buffer.from(String(Object.values(row ?? {})[0]), 'hex')
  await rawSql(database.url, 'pragma wal_checkpoint(truncate)')
  expect(readFileSync(database.url).includes(sealed.subarray(100, 164))).toBe(true)
  await company.write((records) => records.finishInbound('goes', null))
  await rawSql(database.url, 'pragma wal_checkpoint(truncate)')
  expect(readFileSync(database.url).includes(sealed.subarray(100, 164))).toBe(false)
  await memory.close()
  await database.drop()
})

/** How a thief might look for a text. */
const formsOf = (secret: string) => {
  const forms: Record<string, Buffer> = {
    text: Buffer.from(secret),
    'UTF-16': Buffer.from(secret, 'utf16le'),
    hexadecimal: Buffer.from(Buffer.from(secret).toString('hex')),
  }
  for (const shift of [0, 1, 2]) {
    // Base64 depends on where in a group of three the text begins; its ends depend on what stands beside it.
    const base64 = Buffer.from(`${' '.repeat(shift)}${secret}`)
      .toString('base64')
      .replace(/=+$/u, '')
    forms[`base64, shifted by ${shift}`] = Buffer.from(base64.slice(shift === 0 ? 0 : 4, -2))
  }
  if (/^\d+$/u.test(secret)) {
    forms['packed digits'] = Buffer.from(secret.slice(0, secret.length & ~1), 'hex')
    forms['the other packed digits'] = Buffer.from(secret.slice(1, (secret.length - 1) | 1), 'hex')
    const number = Buffer.alloc(8)
    number.writeBigUInt64BE(BigInt(secret))
    forms['a whole number'] = number.subarray(2)
    forms['a whole number, reversed'] = Buffer.from(number.subarray(2).toReversed())
  }
  return forms
}
