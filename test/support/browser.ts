import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

/** A browser's program, and what its environment must hold beside ours. */
export type BrowserProgram = {
  readonly path: string
  readonly env: { readonly [name: string]: string }
}

const FLAGS = [
  '--headless',
  // Tests run as root in containers, where Chromium's own sandbox does not start.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a real Chromium: the one named by CHROMIUM_PATH, else an installed one, else the bundled one. */
export const launchBrowser = async (program?: BrowserProgram): Promise<Browser> => {
  const { path, env } = program ?? installedChromium() ?? (await bundledChromium())
  return chromium.launch({
    executablePath: path,
    args: FLAGS,
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium or Chrome of this machine; null where there is none. */
export const installedChromium = (): BrowserProgram | null => {
  const named = process.env['CHROMIUM_PATH']
  if (named) return { path: named, env: {} }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL_PLACES]
  const path = folders
    .flatMap((folder) => [...NAMES.map((name) => join(folder, name)), folder])
    .find(isProgram)
  return path === undefined ? null : { path, env: {} }
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url))

/** The Chromium of the dev dependencies, unpacked once, with the libraries a bare machine lacks. */
export const bundledChromium = async (): Promise<BrowserProgram> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const packs = join(dirname(entry), '..', 'bin')
  const folder = join(CACHE, 'chromium')
  if (!existsSync(folder)) await unpack(packs, folder)
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}

/** Unpacks beside and moves into place, since several test files may start at once. */
const unpack = async (packs: string, folder: string): Promise<void> => {
  const { inflate } = await import('@sparticuz/chromium')
  await mkdir(CACHE, { recursive: true })
  const draft = await mkdtemp(join(CACHE, 'unpacking-'))
  const before = process.env['TMPDIR']
  // The package unpacks into the temporary folder, whatever that is at the time.
  process.env['TMPDIR'] = draft
  try {
    for (const pack of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(packs, pack))
    }
    await rename(draft, folder)
  } catch (fault) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw fault
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
