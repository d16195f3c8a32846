import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMemory } from '../../server/store/open-memory.ts'
import { demoDocument } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname
const KEY = '07'.repeat(32)
const NOW = 1_795_000_000_000

test('quiero replies counts what was answered and what was not, and names nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-replies-'))
  const quiero = (...args: readonly string[]) => {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, QUIERO_KEY: KEY }
    const said = spawnSync(process.execPath, [QUIERO, ...args], { encoding: 'utf8', env })
    return { code: said.status, out: said.stdout }
  }
  const document = join(folder, 'company.json')
  writeFileSync(document, JSON.stringify(demoDocument()))
  const secrets = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY']
  quiero('company', 'create', document, '--secret', ...secrets)
  expect(quiero('replies')).toEqual({ code: 0, out: 'demo: no replies\n' })

  const url = join(folder, 'quiero.db')
  const { memory, ids } = await openMemory({ url, key: Buffer.from(KEY, 'hex'), now: () => NOW })
  const lease = { mark: 'me', until: NOW + 1 }
  await memory.of('demo').write(async (records) => {
    for (const kind of ['help', 'help', 'confirmOptOut'] as const) {
      await records.queueReply({
        event: ids.newEvent(),
        kind,
        person: ids.newPerson(),
        sender: 'main',
        actedAt: NOW,
        language: 'es',
        matter: { categories: [], senders: [], form: null, notice: null },
        to: { number: '+5215512345678', bsuid: null },
      })
    }
    const { claimed } = await records.claimReplies(lease, NOW, 10)
    for (const one of claimed.filter(({ kind }) => kind === 'help')) {
      const end = { state: 'withheld', reason: 'no_template', message: null, at: NOW } as const
      await records.endReply(one, end)
    }
  })
  await memory.close()
  expect(quiero('replies', 'demo')).toEqual({
    code: 0,
    out: 'demo: 1 confirmOptOut claimed\ndemo: 2 help withheld (no_template)\n',
  })
  expect(quiero('replies', 'nobody').code).toBe(1)
  rmSync(folder, { recursive: true })
})
