import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { demoDocument } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'quiero-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const quiero = (input: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [QUIERO, ...args], {
    encoding: 'utf8',
    input,
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: folder,
      QUIERO_KEY: '07'.repeat(32),
    },
  })
  return { code: status, out: stdout, err: stderr }
}

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('quiero batch answers a list from a file, packed or not, or from standard input', () => {
  const document = file('company.json', JSON.stringify(demoDocument()))
  const secrets = ['QUIERO_SECRET_META', 'QUIERO_SECRET_META_VERIFY']
  expect(quiero('', 'company', 'create', document, '--secret', ...secrets).code).toBe(0)

  const line = '{"person":{"phone":"+525512345678"},"sender":"main","category":"offers"}\n'
  const lines = `${line}nothing\n`
  const paths = [file('list', lines), file('list.gz', gzipSync(lines)), '-']
  for (const path of paths) {
    const { code, out } = quiero(lines, 'batch', 'demo', path)
    expect(code).toBe(0)
    expect(out).toMatch(
      /^\{"allow":false,"reason":"never_asked".+\n\{"problem":"body-not-json"\}\n$/u,
    )
  }
  const csv = quiero(
    'phone;sender;category\n+525512345678;main;offers\n',
    'batch',
    'demo',
    '-',
    '--csv',
  )
  expect(csv.out).toMatch(/^allow,.+\r\nfalse,never_asked,.+\r\n$/u)

  expect(quiero('a,b\n', 'batch', 'demo', '-', '--csv')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Unknown column'),
  })
  expect(quiero('', 'batch', 'nobody', '-')).toMatchObject({ code: 1, out: '' })
  expect(quiero('', 'batch', 'demo', join(folder, 'absent'))).toMatchObject({ code: 1, out: '' })
})
