import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoDocument } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname

describe('a company’s keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-keys-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const quiero = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [QUIERO, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, QUIERO_KEY: '07'.repeat(32) },
    })
    return { code: status, out: stdout, err: stderr }
  }

  beforeAll(() => {
    const file = join(folder, 'company.json')
    writeFileSync(file, JSON.stringify(demoDocument()))
    const secrets = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY']
    const { code } = quiero('company', 'create', file, '--secret', ...secrets)
    if (code !== 0) throw new Error('the demo’s company was not taken')
  }, 30_000)

  test('are listed, replaced by others and withdrawn', () => {
    const list = () => quiero('keys', 'list', 'demo').out.trim().split('\n')
    const linesOf = (name: string) => list().filter((line) => line.split('\t')[2] === name)
    const made = quiero('keys', 'create', 'demo', '--name', 'crm', '--days', '30')
    expect(made.err).toMatch(
      /^May: may-send, people, opt-ins, opt-outs, messages, events, links, imports, company\. /u,
    )
    const [line = ''] = linesOf('crm')
    const [id = '', prefix, , scopes, state, used] = line.split('\t')
    expect(id).toMatch(/^key_[0-9a-f]{24}$/u)
    expect(made.out.startsWith((prefix ?? '?').replace('…', ''))).toBe(true)
    expect([scopes, used]).toEqual([
      'may-send,people,opt-ins,opt-outs,messages,events,links,imports,company',
      'never used',
    ])
    expect(state).toMatch(/^until \d{4}-/u)
    const rotated = quiero('keys', 'rotate', 'demo', id, '--old-days', '0')
    expect([rotated.code, rotated.err]).toEqual([0, 'This is the only time the key is shown.\n'])
    expect(rotated.out).toMatch(/^qk_[\w-]{32}[0-9a-f]{6}\n$/u)
    expect(rotated.out).not.toBe(made.out)
    const states = linesOf('crm').map((each) => each.split('\t')[4]?.split(' ')[0])
    expect(new Set(states)).toEqual(new Set(['ended', 'until']))
    const next =
      linesOf('crm')
        .find((each) => !each.startsWith(id))
        ?.split('\t')[0] ?? ''
    expect(quiero('keys', 'withdraw', 'demo', next)).toEqual({
      code: 0,
      out: 'Withdrawn.\n',
      err: '',
    })
    expect(quiero('keys', 'withdraw', 'demo', next).err).toMatch(/^No such API key\. /u)
    expect(quiero('keys', 'rotate', 'demo', 'key_1').err).toMatch(/^No such API key\. /u)
    expect(quiero('keys', 'list', 'nobody').err).toMatch(/^Unknown company\. /u)
    expect(quiero('keys', 'create', 'demo', '--name', 'x', '--days', 'soon').err).toMatch(
      /A number of days is needed/u,
    )
  }, 60_000)
})
