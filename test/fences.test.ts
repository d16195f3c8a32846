import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALLOWED, FORBIDDEN, UNCOMPILABLE } from './fences/planted.ts'

const ROOT = new URL('..', import.meta.url).pathname
const PROGRAMS = join(ROOT, 'node_modules/.bin')

type Diagnostic = { readonly filename: string; readonly message: string; readonly help?: string }

const write = (folder: string, file: string, code: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${code}\n`)
}

describe('the lint of this repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-fences-'))
  let found: readonly Diagnostic[] = []

  beforeAll(() => {
    cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [file, code] of [...FORBIDDEN, ...ALLOWED]) write(folder, file, code)
    const lint = spawnSync(join(PROGRAMS, 'oxlint'), ['--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    })
    found = (JSON.parse(lint.stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  const toldOf = (file: string): string =>
    found
      .filter(({ filename }) => filename === file)
      .map(({ message, help }) => `${message} ${help ?? ''}`)
      .join('\n')

  test.each(FORBIDDEN)('refuses what is planted in %s', (file, _, told) => {
    expect(toldOf(file)).toContain(told)
  })

  test.each(ALLOWED)('has nothing against %s', (file) => {
    expect(toldOf(file)).not.toMatch(/restricted|too many lines/iu)
  })
})

const PROJECTS = ['consent', 'contract', 'client', 'server', 'widget']

describe('the compiler, by what each part’s project may see,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiero-projects-'))
  let said = ''

  beforeAll(() => {
    cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const project of PROJECTS) {
      mkdirSync(join(folder, project))
      cpSync(join(ROOT, project, 'tsconfig.json'), join(folder, project, 'tsconfig.json'))
      write(folder, `${project}/good.ts`, 'export const x = 1')
    }
    for (const [file, code] of UNCOMPILABLE) write(folder, file, code)
    write(folder, 'contract/good.ts', "export { x } from '../consent/good.ts'")
    for (const project of PROJECTS) {
      const args = ['-p', project, '--noEmit', 'false', '--pretty', 'false']
      const compiled = spawnSync(join(PROGRAMS, 'tsc'), args, { cwd: folder, encoding: 'utf8' })
      said += compiled.stdout
    }
  }, 30_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(UNCOMPILABLE)('refuses what is planted in %s', (file, _, error) => {
    const line = said.split('\n').find((text) => text.startsWith(`${file}(`)) ?? ''
    expect(line).toContain(`error ${error}`)
  })

  test('has nothing against what may be seen', () => {
    expect(said).not.toMatch(/^\w+\/good\.ts/mu)
  })
})
