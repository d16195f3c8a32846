import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ProofFile } from '../../consent/proof-file.ts'
import { by, newPhone, person, writes } from '../http/acts.ts'
import { serviceFor } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname

describe('quiero verify', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const folder = mkdtempSync(join(tmpdir(), 'quiero-verify-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  let made: Promise<ProofFile> | null = null
  const proof = () => {
    made ??= (async () => {
      const phone = newPhone()
      await writes(service(), by(phone), '#want')
      await writes(service(), by(phone), 'Salir')
      await expect.poll(() => service().deps.memory.of('demo').logSize()).toBe(2)
      const { id } = await person(service(), phone)
      const answer = await service().ask(`/v1/people/${id}/proof`, { key: service().keys.people })
      return answer.as<ProofFile>()
    })()
    return made
  }

  /** What it says of a text in a file; it has no database and no server. */
  const verify = (content: string, ...words: readonly string[]) => {
    const file = join(folder, 'proof.json')
    writeFileSync(file, content)
    const said = spawnSync(process.execPath, [QUIERO, 'verify', file, ...words], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '' },
    })
    return { code: said.status, out: said.stdout, err: said.stderr }
  }

  test('finds that a proof holds, by itself and with the key of its log', async () => {
    const file = JSON.stringify(await proof())
    const alone = verify(file)
    expect([alone.code, alone.out]).toEqual([
      0,
      'This proof holds: its events stand in the log that was signed.\n',
    ])
    expect(alone.err).toContain('--key')
    expect(verify(file, '--key', (await proof()).key)).toEqual({ ...alone, err: '' })
  })

  test('reads standard input', async () => {
    const said = spawnSync(process.execPath, [QUIERO, 'verify', '-'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '' },
      input: JSON.stringify(await proof()),
    })
    expect(said.status).toBe(0)
  })

  test('finds that something was changed', async () => {
    const whole = await proof()
    const later = { ...whole, made: '2030-01-01T00:00:00.000Z' }
    const said = verify(JSON.stringify(later))
    expect([said.code, said.out]).toEqual([1, 'This proof does not hold.\n'])
    expect(said.err).toBe('It was changed since it was signed, or signed by somebody else.\n')
  })

  test('takes no other log’s key', async () => {
    const { deps } = service()
    const other = deps.logKeys.of('somebody-else', 'quiero.example/demo').verifier
    const said = verify(JSON.stringify(await proof()), '--key', other)
    expect([said.code, said.out]).toEqual([1, 'This proof does not hold.\n'])
    expect(said.err).toContain('It was signed with another key than yours.')
    expect(verify(JSON.stringify(await proof()), '--key', 'no key').code).toBe(1)
  })

  test('says what it was given that is no proof', () => {
    const text = verify('Salir')
    expect([text.code, text.out]).toEqual([1, ''])
    expect(text.err).toContain('The file is not JSON.')
    const object = verify('{}')
    expect([object.code, object.out]).toEqual([1, 'This proof does not hold.\n'])
    expect(verify('[]').code).toBe(1)
  })

  test('says how it is asked', () => {
    const said = verify('{}', '--help')
    expect(said.code).toBe(0)
    expect(said.out).toContain('quiero verify [options] <file>')
    expect(said.out).toContain('--key <key>')
  })
})
