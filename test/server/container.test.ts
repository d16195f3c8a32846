import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../server/config.ts'
import { freePort } from '../story/free-ports.ts'

const read = (file: string): string => readFileSync(file, 'utf8')

/** The instructions of a Dockerfile, stage by stage, each on one line. */
const stages = (): readonly (readonly string[])[] => {
  const lines = read('Dockerfile')
    .replace(/^#.*\n/gmu, '')
    .replace(/\\\n\s*/gu, ' ')
    .split('\n')
    .filter((line) => line !== '')
  const starts = lines.flatMap((line, at) => (line.startsWith('FROM ') ? [at] : []))
  return starts.map((start, nth) => lines.slice(start, starts[nth + 1]))
}

const after = (stage: readonly string[], word: string): readonly string[] =>
  stage.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))

const commandIn = (text: string | undefined): readonly string[] =>
  JSON.parse(/\[.*\]$/u.exec(text ?? '')?.[0] ?? '[]') as readonly string[]

/** Whether a file gets into the build, by the rules of .dockerignore: the last line that fits decides. */
const isBuiltFrom = (file: string): boolean => {
  let isIn = true
  for (const line of read('.dockerignore').split('\n')) {
    const [, not = '', pattern = ''] = /^(!?)([^#]+)$/u.exec(line.trim()) ?? []
    // Docker's star takes a name that begins with a dot, and Node's does not.
    if (pattern === '*' || (pattern !== '' && matchesGlob(file, pattern))) isIn = not === '!'
  }
  return isIn
}

const [build = [], image = []] = stages()

describe('the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-image-'))
  const running: ChildProcess[] = []
  let env: Record<string, string> = {}

  beforeAll(async () => {
    // What `COPY` brings; what the build made is here already.
    for (const copied of after(image, 'COPY')) {
      const [, from, to] = /^(?:--from=build \/app\/)?(\S+) (\S+)$/u.exec(copied) ?? []
      if (from === undefined || to === undefined) throw new Error(`not understood: ${copied}`)
      if (from === 'node_modules') symlinkSync(join(process.cwd(), from), join(folder, from))
      else cpSync(from, join(folder, from), { recursive: true })
    }
    const [set = ''] = after(image, 'ENV')
    env = {
      PATH: process.env['PATH'] ?? '',
      ...Object.fromEntries(
        [...set.matchAll(/(\w+)=(\S+)/gu)].map(([, name, value]) => [name, value]),
      ),
      // The machine's own, not the container's.
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'data'),
      PORT: String(await freePort()),
    }
  })
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const [program = '', ...args] = commandIn(after(image, 'HEALTHCHECK')[0])
  const health = () => spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' }).status

  test('is made of files that there are, and that get into its build', () => {
    const copied = [...after(build, 'COPY'), ...after(image, 'COPY')]
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1))
    expect(copied).toContain('server')
    const alsoBuilt = ['widget', 'demo', 'vite.config.ts', 'tsconfig.json']
    for (const file of [...copied.filter((one) => one !== '.'), ...alsoBuilt]) {
      expect([file, existsSync(file), isBuiltFrom(file)]).toEqual([file, true, true])
    }
  })

  test.each(['.env', 'data', '.git', 'node_modules', 'dist', 'quiero.key', '.cache'])(
    'has nothing of %s from the machine that builds it',
    (file) => expect(isBuiltFrom(file)).toBe(false),
  )

  test('builds with scripts that there are, and runs as nobody in particular', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const ran = after(build, 'RUN').flatMap((line) => /^npm run (\S+)$/u.exec(line)?.[1] ?? [])
    expect(ran).toEqual(['build'])
    expect(scripts).toHaveProperty('build')
    expect(after(image, 'USER')).toEqual(['node'])
  })

  test('runs with what it has, says that it is well, and ends when it is told to', async () => {
    expect(health()).toBe(1)
    const [node = '', ...file] = commandIn(after(image, 'CMD')[0])
    const child = spawn(node, file, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    let printed = ''
    const hear = (chunk: Buffer): void => void (printed += chunk.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    await expect.poll(() => printed, { timeout: 25_000 }).toContain('Quiero listens on')
    expect(health()).toBe(0)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })
})

type Service = {
  readonly environment?: Readonly<Record<string, string>>
  readonly env_file?: string
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly deploy?: { readonly replicas: number }
  readonly ports?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly volumes?: readonly string[]
  readonly stop_grace_period?: string
}

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml')) as {
    readonly services: { readonly [name in 'postgres' | 'quiero']: Service }
    readonly volumes: Readonly<Record<string, unknown>>
  }
  const { postgres, quiero } = compose.services
  const example = new Map(
    [...read('.env.example').matchAll(/^(\w+)=(.*)$/gmu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

  test('has two servers, each on a port of this machine, that wait for a healthy PostgreSQL', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'quiero'])
    expect(quiero.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    expect(postgres.healthcheck?.test.join(' ')).toContain('pg_isready')
    const [, first, last] = /^127\.0\.0\.1:(\d+)-(\d+):8787$/u.exec(quiero.ports?.[0] ?? '') ?? []
    expect(Number(last) - Number(first) + 1).toBe(quiero.deploy?.replicas)
    expect(quiero.deploy?.replicas).toBe(2)
    const kept = postgres.volumes?.map((volume) => volume.split(':')[0])
    expect(kept).toEqual(Object.keys(compose.volumes))
    expect(parseInt(quiero.stop_grace_period ?? '', 10)).toBeGreaterThan(20)
  })

  test('holds no secret, and takes each from a file that has an example', () => {
    const wanted = [...read('compose.yaml').matchAll(/\$\{(\w+):\?/gu)].map(([, name]) => name)
    expect(new Set(wanted)).toEqual(new Set(['POSTGRES_PASSWORD', 'QUIERO_KEY']))
    for (const name of wanted) expect([...example.keys()]).toContain(name)
    expect(quiero.env_file).toBe('.env')
    expect(read('.gitignore').split('\n')).toContain('.env')
    const secrets = [...example].filter(([name]) => /KEY|PASSWORD|TOKEN|SECRET/u.test(name))
    expect(secrets.length).toBeGreaterThan(3)
    expect(secrets.filter(([, value]) => value !== '')).toEqual([])
  })

  test('and its example are understood by the server', () => {
    const secrets = { POSTGRES_PASSWORD: 'a1', QUIERO_KEY: 'ab'.repeat(32) }
    const given = { ...Object.fromEntries(example), ...secrets }
    const filled = (text: string): string =>
      text.replace(/\$\{(\w+):\?[^}]*\}/gu, (_, name: keyof typeof secrets) => secrets[name])
    const own = Object.entries(quiero.environment ?? {}).map(([name, text]) => [name, filled(text)])
    const config = readConfig({ ...given, ...Object.fromEntries(own) })
    expect(config).toMatchObject({
      database: 'postgres://quiero:a1@postgres:5432/quiero',
      key: secrets.QUIERO_KEY,
      publicUrl: 'https://quiero.example',
      trustedProxies: ['172.16.0.0/12'],
    })
  })
})

test('every variable that the server reads is in the README’s table', () => {
  const asked = new Set<string>()
  const env = new Proxy<Record<string, string>>(
    {},
    { get: (_, name) => void asked.add(String(name)) },
  )
  readConfig(env)
  expect(asked.size).toBeGreaterThan(8)
  const [, rest = ''] = read('README.md').split(/^\| variable .*$/mu)
  const rows = rest.split('\n\n')[0]?.match(/^\| `.*$/gmu) ?? []
  const named = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+[A-Z]/gu) ?? [])
  expect([...asked].filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !asked.has(name))).toEqual(['QUIERO_SECRET'])
})
