import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenDatabase } from './database.ts'
import { makeFolder, removeFolder } from './folder.ts'

const MEGABYTE = 1024 * 1024

/** A disk of so many megabytes in memory, which can be filled up. */
export type SmallDisk = {
  readonly open: OpenDatabase
  /** Leaves no room on it, and makes room again. */
  fill(): void
  clear(): Promise<void>
}

/** Mounts a small disk, or tells why none can be. A database opened on it takes it away with itself. */
export const mountSmallDisk = async (megabytes: number): Promise<SmallDisk | string> => {
  const above = await makeFolder()
  const folder = join(above, 'disk')
  await mkdir(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    await removeFolder(above)
    return 'no disk can be mounted here, so none was filled'
  }
  const unmount = (): void => void spawnSync('umount', ['-l', folder])
  // Before the folder is removed, which nobody can while something is mounted on it.
  process.prependOnceListener('exit', unmount)
  const ballast = join(folder, 'ballast')
  return {
    open: async () => ({
      url: join(folder, 'quiero.db'),
      drop: async () => {
        process.off('exit', unmount)
        unmount()
        await removeFolder(above)
      },
    }),
    fill: () => writeUntilFull(ballast),
    clear: () => rm(ballast),
  }
}

const writeUntilFull = (path: string): void => {
  const file = openSync(path, 'w')
  try {
    for (const chunk of [Buffer.alloc(MEGABYTE), Buffer.alloc(4096)]) {
      while (isWritten(file, chunk));
    }
  } finally {
    closeSync(file)
  }
}

const isWritten = (file: number, chunk: Buffer): boolean => {
  try {
    return writeSync(file, chunk) > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false
    throw error
  }
}
