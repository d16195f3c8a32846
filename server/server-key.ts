import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, makeDataDir, type Config } from './config.ts'

const BYTES = 32

/**
 * The server's key: from QUIERO_KEY, or made once beside the data, for a server that keeps its data on this
 * machine. Whoever loses the key loses who the people are; whoever steals it with the data learns it.
 */
export const serverKey = (config: Config, warn: (line: string) => void): Uint8Array => {
  if (config.key !== null) return decode(config.key)
  if (config.database.startsWith('postgres')) {
    throw new ConfigError(
      'QUIERO_KEY is needed with DATABASE_URL: every server must have the same one.',
    )
  }
  makeDataDir(config)
  const file = join(config.dataDir, 'quiero.key')
  if (!existsSync(file)) {
    // Two servers that start at once must not each keep a key of their own.
    const isOurs = writeNew(file, randomBytes(BYTES).toString('hex'))
    if (isOurs) warn(`Made a key in ${file}. Keep it safe, or set QUIERO_KEY instead.`)
  }
  return decode(readFileSync(file, 'utf8').trim())
}

/** Writes a whole file or none: another server may read it the moment it is there. */
const writeNew = (file: string, text: string): boolean => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft)
  }
}

const decode = (text: string): Uint8Array => {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/iu.test(text) ? 'hex' : 'base64')
  if (key.length === BYTES) return key
  throw new ConfigError('QUIERO_KEY must be 32 bytes, as 64 hexadecimal digits or as base64.')
}
