import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startHostileServer, says, YES } from './hostile-server.ts'

const ROOT = new URL('../..', import.meta.url).pathname

const run = (program: string, args: readonly string[], cwd: string) =>
  spawnSync(program, args, { cwd, encoding: 'utf8' })

const CONSUMER = `import { Quiero, QuieroProblem, verifyWebhook, type MaySendResult } from 'quiero/client'

const quiero = new Quiero({ url: process.argv[2] ?? '', key: 'qk_test' })
const question = { person: { phone: '+525512345678' }, sender: 'main', category: 'offers' } as const
const answer: MaySendResult = await quiero.maySend(question)
if (answer.allow) console.log(answer.reason, answer.evidence)
else if (answer.reason === 'no_answer') console.log(answer.problem.code)
try {
  await verifyWebhook('{}', {}, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
} catch (error) {
  console.log(error instanceof QuieroProblem ? error.code : error)
}
export const reason: 'consented' | 'service_window' | null = answer.allow ? answer.reason : null
// @ts-expect-error -- a question has a sender.
await quiero.maySend({ person: { phone: '' }, category: 'offers' }, { giveUpAfterMs: 1 })
`

/** What the README's example takes from around it. */
const AROUND = `
declare const phone: string, after: string, body: string, secret: string
declare const headers: Headers, signal: AbortSignal
declare const campaign: AsyncIterable<{ person: { phone: string }; sender: string; category: string }>
declare const send: (phone: string) => Promise<void>
declare const log: (code: string) => void
declare const keep: (...told: readonly unknown[]) => Promise<void>
export const types = (): readonly string[] => [told.type]
`

const readmeExample = (): string =>
  /```ts\n(import .*?)```/su.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1] ?? ''

const PACKAGES = [
  ['of the whole', '.', 'dist/client/'],
  ['of the client alone', './dist/client', ''],
] as const

describe.each(PACKAGES)('the package %s', (_whose, packing, inside) => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-package-'))
  const installed = join(folder, 'node_modules/quiero')
  let packed: readonly string[] = []

  beforeAll(() => {
    const { stdout, stderr } = run(
      'npm',
      ['pack', packing, '--json', '--ignore-scripts', '--pack-destination', folder],
      ROOT,
    )
    if (stdout === '') throw new Error(stderr)
    const [{ filename, files }] = JSON.parse(stdout) as [
      { filename: string; files: { path: string }[] },
    ]
    packed = files.map(({ path }) => path)
    mkdirSync(installed, { recursive: true })
    run('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', installed], folder)
    mkdirSync(join(folder, 'node_modules/@types'))
    symlinkSync(join(ROOT, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'))
    symlinkSync(join(ROOT, 'node_modules/undici-types'), join(folder, 'node_modules/undici-types'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'consumer.ts'), CONSUMER)
    writeFileSync(join(folder, 'readme.ts'), `${readmeExample()}${AROUND}`)
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  test('holds the client and what belongs to it', () => {
    expect(packed).toContain(`${inside}quiero.js`)
    // npm adds the last two by itself.
    const others = ['package.json', 'README.md', 'server/cli/quiero.ts']
    const rest = packed.filter(
      (path) => !others.includes(path) && !path.startsWith(`${inside}types/`),
    )
    expect(rest).toEqual(
      inside === '' ? ['quiero.js'] : [`${inside}package.json`, `${inside}quiero.js`],
    )
  })

  test('depends on nothing', () => {
    const code = readFileSync(join(installed, `${inside}quiero.js`), 'utf8')
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      dependencies?: object
    }
    expect(inside === '' ? dependencies : undefined).toBeUndefined()
    expect(code).not.toMatch(/^import |\bimport\(|\brequire\(/mu)
    expect(code).not.toMatch(/\b(?:process|Buffer|window)\b/u)
  })

  test.each([
    ['Node’s types', ['--types', 'node', '--lib', 'es2022']],
    ['a browser’s or a worker’s', ['--types', 'node', '--lib', 'es2022,dom']],
  ])('is typed for a strict consumer with %s', (_, args) => {
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
      'false',
    ]
    const target = ['--target', 'es2022', '--module', 'nodenext']
    const { stdout } = run(
      join(ROOT, 'node_modules/.bin/tsc'),
      ['--ignoreConfig', 'consumer.ts', 'readme.ts', ...strict, ...target, ...args],
      folder,
    )
    expect(stdout).toBe('')
  })

  test.each([process.execPath, '/usr/bin/node'])('runs under %s', async (node) => {
    const server = await startHostileServer()
    server.manners = [says(JSON.stringify(YES))]
    const { promise, resolve } = Promise.withResolvers<string>()
    const child = spawn(node, ['consumer.js', server.url], { cwd: folder })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
    child.on('close', () => resolve(said))
    expect(await promise).toBe(`consented ${YES.evidence}\nsignature-not-valid\n`)
    await server.close()
  })
})
