import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Bases } from './outbound/speakers.ts'
import { proxyTest } from './http/client-ip.ts'
import { LOG_LEVELS, type LogLevel } from './log-level.ts'
import { LIMITS, type Rates, USUAL_RATES } from './limits.ts'

/** How this process runs. Everything comes from the environment; nothing else reads it. */
export type Config = {
  readonly host: string
  readonly port: number
  /** What the world calls the server. */
  readonly publicUrl: string
  /** A SQLite file, or a postgres:// address. */
  readonly database: string
  readonly dataDir: string
  /** The server's key, hexadecimal or base64; made once beside the data in development when absent. */
  readonly key: string | null
  /** Where a chat with a business number is opened. */
  readonly chatBase: string
  /** Where providers' APIs are, for those that are not where they really are. */
  readonly providerBases: Bases
  /** Every QUIERO_SECRET_… variable. */
  readonly secrets: ReadonlyMap<string, string>
  readonly logLevel: LogLevel
  /** Who bears it may read what is counted; null where nobody may, and nothing is. */
  readonly metricsToken: string | null
  /** How often each may come; null where nothing is limited. */
  readonly rates: Rates | null
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Whether the demo's well-known key and secret are accepted. Only ever on a loopback address. */
  readonly demo: boolean
}

/** A setting that is missing or cannot be used, told in a sentence. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = { readonly [name: string]: string | undefined }

/** Reads the configuration, a variable that is empty like one that is not there; throws a ConfigError that names the variable and says what it should be. */
export const readConfig = (env: Environment): Config => {
  const port = readPort(env['PORT'] || '8787')
  const host = env['HOST'] || '127.0.0.1'
  const dataDir = resolve(env['DATA_DIR'] || './data')
  return {
    host,
    port,
    publicUrl: readUrl(env['PUBLIC_URL'] || `http://localhost:${port}`),
    database: env['DATABASE_URL'] || join(dataDir, 'quiero.db'),
    dataDir,
    key: env['QUIERO_KEY'] || null,
    chatBase: 'https://wa.me',
    providerBases: {},
    secrets: secretsIn(env),
    logLevel: readLevel(env['LOG_LEVEL'] ?? ''),
    metricsToken: readToken(env['METRICS_TOKEN']),
    rates: readRates(env['RATE_LIMITS'] ?? ''),
    trustedProxies: readProxies(env['TRUSTED_PROXIES'] ?? ''),
    demo: false,
  }
}

const readPort = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new ConfigError('PORT must be a whole number from 0 to 65535.')
}

const readUrl = (text: string): string => {
  if (!URL.canParse(text)) {
    throw new ConfigError(
      'PUBLIC_URL must be the address the world calls the server by, such as https://quiero.example.',
    )
  }
  return new URL(text).origin
}

const readLevel = (text: string): LogLevel => {
  const level = LOG_LEVELS.find((each) => each === (text || 'info'))
  if (level) return level
  throw new ConfigError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`)
}

const readToken = (text = ''): string | null => {
  if (text === '' || /^[!-~]{16,200}$/u.test(text)) return text || null
  throw new ConfigError('METRICS_TOKEN must be 16 to 200 characters without spaces.')
}

/** `off`, or some of `key=100000/60 form=6000/60 ip=120/60 number=20/3600 stops=20/3600`: how many in how many seconds. */
const readRates = (text: string): Rates | null => {
  if (text.trim() === 'off') return null
  const rates = { ...USUAL_RATES }
  for (const word of text.split(/[\s,]+/u).filter(Boolean)) {
    const [, name, points, seconds] = /^([a-z]+)=([1-9]\d{0,8})\/([1-9]\d{0,4})$/u.exec(word) ?? []
    const limit = LIMITS.find((each) => each === name)
    if (!limit) {
      throw new ConfigError(
        'RATE_LIMITS must be "off", or limits such as "ip=120/60 number=20/3600": so many requests in so many seconds.',
      )
    }
    rates[limit] = { points: Number(points), seconds: Number(seconds) }
  }
  return rates
}

const readProxies = (text: string): readonly string[] => {
  const proxies = text.split(/[\s,]+/u).filter(Boolean)
  if (proxyTest(proxies) !== null) return proxies
  throw new ConfigError(
    'TRUSTED_PROXIES must be addresses or networks, such as "10.0.0.0/8, 127.0.0.1".',
  )
}

const secretsIn = (env: Environment): ReadonlyMap<string, string> => {
  const secrets = new Map<string, string>()
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith('QUIERO_SECRET_') && value) secrets.set(name, value)
  }
  return secrets
}

/** Whether an address is this machine's own. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)

/** Makes the folder that the data lives in, for the owner alone. */
export const makeDataDir = (config: Config): void => {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
}
