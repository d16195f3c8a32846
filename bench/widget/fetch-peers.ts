import { execFile } from 'node:child_process'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const PINS = fileURLToPath(new URL('./peers/', import.meta.url))
const FOLDER = fileURLToPath(new URL('../../.cache/peers/', import.meta.url))
const LOCK = 'package-lock.json'

/**
 * Installs the peers' published packages, pinned by a lock file of their own, and tells where. They are sixty
 * megabytes that nothing else needs, so they are fetched for the figures alone, and only once; none of their
 * scripts is run.
 */
export const fetchPeers = async (): Promise<string> => {
  if (await isFetched()) return FOLDER
  await mkdir(FOLDER, { recursive: true })
  await cp(PINS, FOLDER, { recursive: true })
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    shell: process.platform === 'win32',
  })
  // npm's own note of what it installed; beside it the pins that it was made from.
  await cp(`${PINS}${LOCK}`, `${FOLDER}node_modules/${LOCK}`)
  return FOLDER
}

const isFetched = async (): Promise<boolean> => {
  const wanted = await readFile(PINS + LOCK, 'utf8')
  const installed = await readFile(`${FOLDER}node_modules/${LOCK}`, 'utf8').catch(() => '')
  return wanted === installed
}
