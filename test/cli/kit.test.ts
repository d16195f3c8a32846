import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KIT_FILES } from '../../consent/kit.ts'
import { serviceFor } from '../support/service.ts'

const QUIERO = new URL('../../server/cli/quiero.ts', import.meta.url).pathname

describe('quiero kit', () => {
  const service = serviceFor({ engine: 'sqlite' })
  const folder = mkdtempSync(join(tmpdir(), 'quiero-kit-'))
  let server: ReturnType<typeof serve> | undefined
  let url = ''

  beforeAll(async () => {
    url = await new Promise<string>((resolve) => {
      server = serve(
        { fetch: service().app.fetch, hostname: '127.0.0.1', port: 0 },
        ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}`),
      )
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => void server?.close(resolve))
    rmSync(folder, { recursive: true })
  })

  const kit = async (key: string, ...args: readonly string[]) => {
    const child = spawn(process.execPath, [QUIERO, 'kit', ...args], {
      env: { PATH: process.env['PATH'], QUIERO_URL: url, QUIERO_API_KEY: key },
    })
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    return { code: code as number, out, err }
  }

  test('writes every file in each language, as the server gives it', async () => {
    const out = join(folder, 'all')
    const { code, err } = await kit(service().keys.company, 'main', '--out', out)
    expect([code, err]).toEqual([0, ''])
    for (const language of ['es', 'pt', 'en']) {
      expect(readdirSync(join(out, language)).toSorted()).toEqual(Object.keys(KIT_FILES).toSorted())
    }
    const answer = await service().app.request('/v1/kit/main/qr.png?language=pt', {
      headers: { Authorization: `Bearer ${service().keys.company}` },
    })
    const png = Buffer.from(await answer.arrayBuffer())
    expect(readFileSync(join(out, 'pt', 'qr.png')).equals(png)).toBe(true)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
  })

  test('says in a sentence why there is none', async () => {
    const { code, err } = await kit(service().keys.company, 'nobody', '--out', join(folder, 'none'))
    expect(code).toBe(1)
    expect(err).toContain('No kit. ')
    expect(await kit(service().keys.people, 'main', '--out', folder)).toMatchObject({ code: 1 })
    expect(readdirSync(folder)).toEqual(['all'])
  })
})
