import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import { ENGINES } from '../support/databases.ts'
import { freshCompany, NOW } from './acts.ts'
import { rawSql } from './raw-sql.ts'
import { storeOn } from './store-under-test.ts'

const documentOf = (id: string, name: string, forms: readonly string[] = []): Company => ({
  id,
  name,
  businessManagerId: '1234567890',
  privacyUrl: 'https://shop.example/privacy',
  languages: ['es'],
  categories: [],
  senders: [],
  forms: forms.map((form) => ({
    id: form,
    sender: 'main',
    categories: [],
    origins: [],
    countries: ['MX'],
  })),
})

describe.each(ENGINES)('a company on %s', (engine) => {
  const store = storeOn(engine)
  const put = (document: Company, memory = store.memory()) =>
    memory.of(document.id).write((records) => records.putCompany(document, NOW))

  test('that has no document is null', async () => {
    expect(await store.memory().company('nobody')).toBeNull()
    expect(await store.memory().companyOfForm('frm_nobody')).toBeNull()
  })

  test('has its last document, with its version, and every earlier one is kept', async () => {
    const id = freshCompany()
    expect(await put(documentOf(id, 'first', [`frm_${id}`]))).toBe(1)
    expect(await store.memory().company(id)).toMatchObject({ version: 1, secrets: [] })
    const second = documentOf(id, 'second', [`frm_${id}`])
    expect(await put(second)).toBe(2)
    const stored = { document: second, version: 2, secrets: [] }
    expect(await store.memory().company(id)).toEqual(stored)
    expect(await store.memory().companyOfForm(`frm_${id}`)).toEqual(stored)
    const kept = await rawSql(
      store.url(),
      `select version, document from company_documents where company = '${id}' order by version`,
    )
    expect(kept.map((row) => JSON.stringify(row).includes('second'))).toEqual([false, true])
    expect(await store.memory().companies()).toContain(id)
  })

  test('gets consecutive versions when documents come at once', async () => {
    const id = freshCompany()
    const { memory } = await store.open()
    const puts = Array.from({ length: 10 }, (_, index) =>
      put(documentOf(id, `name ${index}`), index % 2 === 0 ? memory : store.memory()),
    )
    const versions = await Promise.all(puts)
    expect(new Set(versions)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
  })

  test('cannot take a form of another one: then nothing of its document is stored', async () => {
    const [ours, theirs] = [freshCompany(), freshCompany()]
    await put(documentOf(theirs, 'theirs', [`frm_a_${theirs}`, `frm_z_${theirs}`]))
    const greedy = documentOf(ours, 'ours', [`frm_b_${ours}`, `frm_z_${theirs}`, `frm_zz_${ours}`])
    expect(await put(greedy)).toBeNull()
    expect(await store.memory().company(ours)).toBeNull()
    expect(await store.memory().companyOfForm(`frm_b_${ours}`)).toBeNull()
    // The form that nobody had is still anybody's.
    const third = freshCompany()
    expect(await put(documentOf(third, 'third', [`frm_b_${ours}`]))).toBe(1)
    expect(await put(documentOf(ours, 'ours', [`frm_c_${ours}`]))).toBe(1)
    expect(await put(greedy)).toBeNull()
    expect(await store.memory().company(ours)).toMatchObject({ version: 1 })
    expect(await store.memory().companyOfForm(`frm_z_${theirs}`)).toMatchObject({
      document: { id: theirs },
    })
  })

  test('that takes the same form as another at the same moment gets it, or the other does', async () => {
    const { memory } = await store.open()
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [freshCompany(), freshCompany()]
      const forms = [`frm_1_${a}`, `frm_2_${a}`]
      const versions = await Promise.all([
        put(documentOf(a, 'a', forms)),
        put(documentOf(b, 'b', forms.toReversed()), memory),
      ])
      expect(new Set(versions)).toEqual(new Set([1, null]))
      const owner = versions[0] === 1 ? a : b
      for (const form of forms) {
        expect((await store.memory().companyOfForm(form))?.document.id).toBe(owner)
      }
    }
  })

  test('is seen at once where it was changed, and within half a second elsewhere', async () => {
    const id = freshCompany()
    const { memory } = await store.open()
    await put(documentOf(id, 'before'))
    expect((await memory.company(id))?.document.name).toBe('before')
    await put(documentOf(id, 'after'))
    expect((await store.memory().company(id))?.document.name).toBe('after')
    await sleep(510)
    expect((await memory.company(id))?.document.name).toBe('after')
  })

  test('may be allowed secrets, before it has a document and after', async () => {
    const id = freshCompany()
    const allow = (secrets: readonly string[]) =>
      store
        .memory()
        .of(id)
        .write((records) => records.allowSecrets(secrets))
    await allow(['QUIERO_SECRET_A'])
    expect(await store.memory().company(id)).toBeNull()
    expect(await store.memory().companies()).not.toContain(id)
    expect(await put(documentOf(id, 'name'))).toBe(1)
    expect((await store.memory().company(id))?.secrets).toEqual(['QUIERO_SECRET_A'])
    await allow(['QUIERO_SECRET_B', 'QUIERO_SECRET_C'])
    expect((await store.memory().company(id))?.secrets).toEqual([
      'QUIERO_SECRET_B',
      'QUIERO_SECRET_C',
    ])
    await put(documentOf(id, 'name'))
    expect((await store.memory().company(id))?.secrets).toHaveLength(2)
  })

  test('stores no other company’s document', async () => {
    const other = documentOf(freshCompany(), 'other')
    const write = store.company().write((records) => records.putCompany(other, NOW))
    await expect(write).rejects.toThrow('another company’s')
  })

  test('knows its backends by the hashes of their keys', async () => {
    const key = {
      hash: freshCompany(),
      company: freshCompany(),
      name: 'shop',
      scopes: ['may-send', 'people'],
      createdAt: NOW,
      prefix: 'qk_Ab3dEf',
      endsAt: NOW + 1,
      lastUsedAt: null,
    } as const
    expect(await store.memory().apiKey(key.hash)).toBeNull()
    await store.memory().addApiKey(key)
    expect(await store.memory().apiKey(key.hash)).toEqual(key)
    await store.memory().addApiKey({ ...key, scopes: ['may-send'] })
    expect((await store.memory().apiKey(key.hash))?.scopes).toEqual(['may-send'])
    const stolen = store.memory().addApiKey({ ...key, company: freshCompany() })
    await expect(stolen).rejects.toThrow('another company’s')
    expect((await store.memory().apiKey(key.hash))?.company).toBe(key.company)
  })
})
