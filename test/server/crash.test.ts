import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const PHONE = '+5511987654321'

/** Runs with the server, and fails where nobody catches it, once it is told to. */
const failing = (statement: string): string =>
  `data:text/javascript,${encodeURIComponent(`process.once('SIGUSR2', () => { ${statement} })`)}`

type Ended = { readonly code: number | null; readonly printed: string }

describe('a server whose process fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-crash-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (
    more: Readonly<Record<string, string>>,
    args: readonly string[],
    isTold: boolean,
  ): Promise<Ended> => {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, PORT: '0', ...more }
    const child = spawn(process.execPath, [...args, 'server/main.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    const hear = (chunk: Buffer): void => {
      const isUp = printed.includes('Quiero listens on')
      printed += chunk.toString()
      if (isTold && !isUp && printed.includes('Quiero listens on')) child.kill('SIGUSR2')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, printed }
  }

  test.each([
    ['with an exception', `throw new Error('no room for ${PHONE}')`],
    ['with a promise', `void Promise.reject(new Error('no room for ${PHONE}'))`],
    ['with what is no error', `throw { phone: '${PHONE}' }`],
  ])('%s ends, and says why without telling of anybody', async (_how, statement) => {
    const { code, printed } = await run({}, ['--import', failing(statement)], true)
    expect(printed).toContain('"where":"the process, which ends"')
    expect(printed).not.toContain(PHONE.slice(1))
    expect(code).toBe(1)
  })

  test('before it listens says why, and no secret', async () => {
    const DATABASE_URL = `postgres://quiero:${PHONE.slice(1)}@127.0.0.1:1/quiero`
    const QUIERO_KEY = 'ab'.repeat(32)
    const { code, printed } = await run({ DATABASE_URL, QUIERO_KEY }, [], false)
    expect(printed).toContain('ECONNREFUSED')
    expect(printed).not.toContain(PHONE.slice(1))
    expect(printed).not.toContain(QUIERO_KEY)
    expect(code).toBe(1)
  })
})
