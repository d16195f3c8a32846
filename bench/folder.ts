import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made = new Set<string>()

// A run that is interrupted leaves nothing behind either.
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Makes an empty folder of this run's own. */
export const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'quiero-bench-'))
  made.add(folder)
  return folder
}

/** Removes a folder with all that is in it. */
export const removeFolder = async (folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  made.delete(folder)
}
