import { existsSync } from 'node:fs'
import { link, rm, writeFile } from 'node:fs/promises'
import Database from 'better-sqlite3'

// A step of this many pages takes about a millisecond.
const PAGES = 200

/** Told how many pages of how many are copied. */
export type OnPages = (copied: number, total: number) => void

/**
 * Copies a SQLite file as it stands now, while others write to it, into a file that must not be there yet; it gets its
 * name once it is whole and can be read. Throws EEXIST where there is one.
 */
export const backUp = async (path: string, file: string, onPages: OnPages): Promise<void> => {
  const part = `${file}.${process.pid}.part`
  // Before hours of work; the link finds out again.
  if (existsSync(file)) throw Object.assign(new Error('there is one already'), { code: 'EEXIST' })
  try {
    // For its owner alone before anything is in it.
    await writeFile(part, '', { mode: 0o600 })
    await copy(path, part, onPages)
    check(part)
    await link(part, file)
  } finally {
    await rm(part, { force: true })
  }
}

const copy = async (path: string, part: string, onPages: OnPages): Promise<void> => {
  const source = new Database(path, { readonly: true, fileMustExist: true })
  try {
    // What is being read does not change, so that the copying never begins again: without this it does so each time
    // anybody else has written, and comes to no end while somebody goes on.
    source.exec('begin')
    source.prepare('select count(*) from secrets').get()
    const { totalPages: all } = await source.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        onPages(totalPages - remainingPages, totalPages)
        return PAGES
      },
    })
    // Of its last step it does not tell.
    onPages(all, all)
  } finally {
    source.close()
  }
}

const check = (part: string): void => {
  const database = new Database(part)
  try {
    const found: unknown = database.pragma('quick_check', { simple: true })
    if (found !== 'ok') throw new Error('the copy cannot be read')
  } finally {
    database.close()
  }
}
