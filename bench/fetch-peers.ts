import { execFile } from 'node:child_process'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const LOCK = 'package-lock.json'

/**
 * Installs the published packages that the widget or the server is measured beside, pinned by a lock file of their
 * own, and tells where. They are tens of megabytes that nothing else needs, so they are fetched for the figures
 * alone, and only once; none of their scripts is run.
 */
export const fetchPeers = async (of: 'widget' | 'server'): Promise<string> => {
  const pins = fileURLToPath(new URL(`./${of}/peers/`, import.meta.url))
  const folder = fileURLToPath(new URL(`../.cache/${of}-peers/`, import.meta.url))
  await mkdir(folder, { recursive: true })
  await cp(pins, folder, { recursive: true })
  if (await isFetched(pins, folder)) return folder
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    shell: process.platform === 'win32',
  })
  // npm's own note of what it installed; beside it the pins that it was made from.
  await cp(`${pins}${LOCK}`, `${folder}node_modules/${LOCK}`)
  return folder
}

const isFetched = async (pins: string, folder: string): Promise<boolean> => {
  const wanted = await readFile(pins + LOCK, 'utf8')
  const installed = await readFile(`${folder}node_modules/${LOCK}`, 'utf8').catch(() => '')
  return wanted === installed
}
