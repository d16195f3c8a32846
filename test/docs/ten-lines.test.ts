import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type HostileServer,
  type Manner,
  says,
  startHostileServer,
  YES,
} from '../client/hostile-server.ts'
import { by, writes } from '../http/acts.ts'
import { listening } from '../support/listen.ts'
import { serviceFor } from '../support/service.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const PAGE = readFileSync(join(ROOT, 'docs/ten-lines.md'), 'utf8')
const PHONE = '+5215512345678'
const SECONDS = 1_000

type Language = {
  readonly name: string
  readonly fence: string
  readonly file: string
  readonly program: string
  /** What shows that the machine can run it. */
  readonly probe: readonly string[]
}

const LANGUAGES: readonly Language[] = [
  { name: 'Node', fence: 'js', file: 'ten.mjs', program: process.execPath, probe: ['--version'] },
  { name: 'Python', fence: 'python', file: 'ten.py', program: 'python3', probe: ['--version'] },
  { name: 'PHP', fence: 'php', file: 'ten.php', program: 'php', probe: ['-r', 'curl_version();'] },
  // A runtime without the compiler runs no source.
  {
    name: 'Java',
    fence: 'java',
    file: 'MaySend.java',
    program: 'java',
    probe: ['--describe-module', 'jdk.compiler'],
  },
  { name: 'curl', fence: 'sh', file: 'ten.sh', program: 'sh', probe: ['-c', 'curl --version'] },
]

const codeIn = (fence: string): string =>
  new RegExp(`\`\`\`${fence}\\n(.*?)\`\`\``, 'su').exec(PAGE)?.[1] ?? ''

const canRun = ({ program, probe }: Language): boolean =>
  spawnSync(program, probe, { stdio: 'ignore' }).status === 0

const whole = JSON.stringify(YES)

const LIES: readonly (readonly [what: string, manner: Manner])[] = [
  ['a 500 with a yes in it', says(whole, 500)],
  ['"true"', says(JSON.stringify({ ...YES, allow: 'true' }))],
  ['a page', says('<html>{"allow":true,', 200, 'text/html')],
  [
    'a yes that breaks off',
    (response, _, socket) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' })
      response.write(whole)
      setTimeout(() => socket.destroy(), 50)
    },
  ],
]

describe.each(LANGUAGES)('the ten lines in $name', { timeout: 120 * SECONDS }, (language) => {
  const service = serviceFor({ engine: 'sqlite' })
  const url = listening(service)
  const folder = mkdtempSync(join(tmpdir(), 'quiero-lines-'))
  const isHere = canRun(language)
  let server: HostileServer

  beforeAll(async () => {
    server = await startHostileServer()
    writeFileSync(join(folder, language.file), codeIn(language.fence))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(ROOT, join(folder, 'node_modules/quiero'))
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const run = (address: string): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(language.program, [language.file], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: process.env['HOME'] ?? '',
          QUIERO_URL: address,
          QUIERO_API_KEY: service().keys['may-send'],
        },
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (part: string) => (said += part))
      }
      child.on('close', () => resolve(said.trim()))
    })

  test('stand on the page', () => {
    expect(codeIn(language.fence).split('\n').length).toBeGreaterThan(8)
  })

  test('send after a yes, and not before it', async ({ skip }) => {
    skip(!isHere, `${language.program} is not on this machine`)
    expect(await run(url())).toBe('do not send')
    await writes(service(), by(PHONE), '#want')
    expect(await run(url())).toBe('send')
  })

  test('do not send for what is not a whole yes', async ({ skip }) => {
    skip(!isHere, `${language.program} is not on this machine`)
    skip(language.fence === 'js', 'the client has tests of its own, which wait less')
    for (const [what, manner] of LIES) {
      server.manners = [manner]
      expect([what, await run(server.url)]).toEqual([what, 'do not send'])
      expect(server.seen.at(-1)).toMatchObject({ method: 'POST', url: '/v1/may-send' })
    }
  })

  test('do not send where nobody answers, in time or at all', async ({ skip }) => {
    skip(!isHere, `${language.program} is not on this machine`)
    server.manners = [() => {}]
    const answers = await Promise.all([run(server.url), run('http://127.0.0.1:9')])
    expect(answers).toEqual(['do not send', 'do not send'])
  })
})
