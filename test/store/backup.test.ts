import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rebuildRegisters } from '../../server/actions/rebuild-registers.ts'
import { backUp } from '../../server/store/backup.ts'
import { openMemory } from '../../server/store/open-memory.ts'
import { begin, eventOf, KEY, NOW, phone, YES } from './acts.ts'
import { storeOn } from './store-under-test.ts'

/** Another process that writes to the file without a pause, as a server does. */
const WRITER = `
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(process.argv[1], { timeout: 10000 })
  const write = database.prepare('insert into forms values (?, ?)')
  for (let nth = 0; ; nth += 1) {
    write.run('frm_' + nth, 'somebody')
    if (nth === 0) console.log('writing')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }`

describe('a backup', () => {
  const store = storeOn('sqlite')
  const folder = mkdtempSync(join(tmpdir(), 'quiero-backup-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is what stood when it began, whole, while another process writes', async () => {
    const company = store.memory().of('backed-up')
    for (let nth = 0; nth < 300; nth += 1) {
      const person = await begin(company, store.ids(), phone(`+52551${1_000_000 + nth}`))
      const event = eventOf(store.ids(), person, YES)
      const evidence = { text: 'x'.repeat(20_000) }
      await company.write((records) => records.append(event, evidence))
    }
    const last = await company.lastPosition()
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, store.url()], {
      cwd: new URL('../..', import.meta.url).pathname,
    })
    const file = join(folder, 'copy.db')
    const pages: number[] = []
    let all = 0
    try {
      await once(writer.stdout, 'data')
      await backUp(store.url(), file, (copied, total) => {
        if (copied > total) throw new Error('more than there is')
        pages.push(copied)
        all = total
      })
      expect(writer.exitCode).toBeNull()
    } finally {
      writer.kill()
    }
    // Had it begun again, it would have gone back.
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    expect([pages.length > 5, pages.at(-1)]).toEqual([true, all])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['copy.db'])

    const copy = await openMemory({ url: file, key: KEY, now: () => NOW })
    const backedUp = copy.memory.of('backed-up')
    expect(await backedUp.lastPosition()).toBe(last)
    const known = await backedUp.whoIs(phone('+525511000007'))
    expect(known).toEqual(await company.whoIs(phone('+525511000007')))
    const rebuilt = await rebuildRegisters(
      { memory: copy.memory } as Parameters<typeof rebuildRegisters>[0],
      'backed-up',
      false,
    )
    expect(rebuilt).toEqual({ persons: 300, events: 300, differences: [] })
    await copy.memory.close()
  })

  test('takes no other file’s place, and leaves nothing where it fails', async () => {
    const taken = join(folder, 'taken.db')
    writeFileSync(taken, 'mine')
    await expect(backUp(store.url(), taken, () => {})).rejects.toMatchObject({ code: 'EEXIST' })
    expect(statSync(taken).size).toBe(4)
    const file = join(folder, 'none.db')
    await expect(backUp(join(folder, 'nothing.db'), file, () => {})).rejects.toThrow(
      'unable to open',
    )
    const spoiled = join(folder, 'spoiled.db')
    writeFileSync(spoiled, 'no database')
    await expect(backUp(spoiled, file, () => {})).rejects.toThrow('not a database')
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
