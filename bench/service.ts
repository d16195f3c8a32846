import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import type { Company } from '../consent/company.ts'
import { CompanyDocument } from '../contract/company.ts'
import { VOICE_SECRET } from '../demo/voices/voice.ts'
import type { EngineName } from '../server/store/engine.ts'
import type { OpenDatabase } from './database.ts'
import { makeFolder, removeFolder } from './folder.ts'
import type { Access } from './requests.ts'
import { type Environment, runQuiero, type ServerProcess, startServer } from './server-process.ts'

/** One database with a company and a key, and the servers that work on it. */
export type Service = {
  readonly engine: EngineName
  readonly access: Access
  /** A SQLite file or a postgres:// address. */
  readonly database: string
  /** Where the data lives; on PostgreSQL a folder that stays empty. */
  readonly folder: string
  readonly key: Uint8Array
  /** Starts a server more; `under` is a program to run it under. */
  start(under?: readonly string[]): Promise<ServerProcess>
  /** What `quiero rebuild` finds amiss. */
  rebuild(): Promise<readonly string[]>
}

const APP_SECRET = 'a-secret-of-the-bench'
const SECRETS = {
  QUIERO_SECRET_META: APP_SECRET,
  QUIERO_SECRET_META_VERIFY: 'bench-verify',
  [VOICE_SECRET.env]: APP_SECRET,
  QUIERO_SECRET_META_TOKEN: 'bench-token',
  QUIERO_SECRET_BOT: `whsec_${randomBytes(24).toString('base64')}`,
}

/** Nothing that a server says to a provider leaves this machine: its way out is a port where nobody listens. */
const NO_WAY_OUT = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9' }

/** Changes the company that a database is set up with. */
type Change = (company: Company) => Company

/** Lets a company answer people and pass their messages on, neither of which will ever arrive. */
export const talkative: Change = (company) => ({
  ...company,
  senders: company.senders.map((sender) => {
    if (sender.provider?.kind !== 'whatsapp-cloud') throw new Error('the sender is not at Meta')
    const passOn = { url: 'https://bot.invalid/in', secret: { env: 'QUIERO_SECRET_BOT' } }
    const accessToken = { env: 'QUIERO_SECRET_META_TOKEN' }
    return { ...sender, passOn, provider: { ...sender.provider, accessToken } }
  }),
})

/**
 * Sets a production server's database up through the CLI, does the work, and kills and removes everything. `more` is
 * what else the servers' environment has.
 */
export const withService = async <T>(
  open: OpenDatabase,
  engine: EngineName,
  work: (service: Service) => Promise<T>,
  change?: Change,
  more?: Environment,
): Promise<T> => {
  const service = await openService(open, engine, change, more)
  try {
    return await work(service)
  } finally {
    await service.close()
  }
}

/** A service that lasts until it is closed. */
export type OpenService = Service & { close(): Promise<void> }

/** Sets a production server's database up through the CLI; closing it kills and removes everything. */
export const openService = async (
  open: OpenDatabase,
  engine: EngineName,
  change: Change = (company) => company,
  more: Environment = {},
): Promise<OpenService> => {
  const database = await open(engine)
  const aside = await makeFolder()
  const servers: ServerProcess[] = []
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.kill()))
    await removeFolder(aside)
    await database.drop()
  }
  const folder = engine === 'sqlite' ? dirname(database.url) : aside
  const key = randomBytes(32)
  const environment = { ...environmentOf(engine, { folder, url: database.url, key }), ...more }
  try {
    const { company, apiKey } = await setUp(environment, aside, change)
    return {
      engine,
      access: { company, apiKey, appSecret: APP_SECRET },
      database: database.url,
      folder,
      key,
      start: async (under) => {
        const server = await startServer(environment, under)
        servers.push(server)
        const health = await fetch(`${server.url}/healthz`)
        if (!health.ok) throw new Error(`/healthz answered ${health.status}`)
        return server
      },
      rebuild: async () => {
        const { code, all } = await runQuiero(environment, 'rebuild')
        return code === 0 && all.includes('No difference.') ? [] : [`rebuild ended ${code}: ${all}`]
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Place = { readonly folder: string; readonly url: string; readonly key: Buffer }

const environmentOf = (engine: EngineName, { folder, url, key }: Place): Environment => ({
  DATA_DIR: folder,
  QUIERO_KEY: key.toString('hex'),
  PATH: process.env['PATH'] ?? '',
  // What is measured is the server, not its patience with one address.
  RATE_LIMITS: 'off',
  ...(engine === 'postgres' ? { DATABASE_URL: url } : {}),
  ...SECRETS,
  ...NO_WAY_OUT,
})

/** Creates the company, and gives a key of its. */
const setUp = async (
  environment: Environment,
  aside: string,
  change: Change,
): Promise<{ readonly company: Company; readonly apiKey: string }> => {
  const company = change(benchCompany())
  const file = join(aside, 'company.json')
  await writeFile(file, JSON.stringify(company))
  const names = Object.keys(SECRETS)
  await quiero(environment, 'company', 'create', file, '--secret', ...names)
  await rm(file)
  return {
    company,
    apiKey: await quiero(environment, 'keys', 'create', company.id, '--name', 'bench'),
  }
}

const quiero = async (environment: Environment, ...args: readonly string[]): Promise<string> => {
  const { code, out, all } = await runQuiero(environment, ...args)
  if (code !== 0) throw new Error(`quiero ${args.join(' ')} ended ${code}: ${all}`)
  return out.trim()
}

/** The demo's company on a site of its own, so that no address of this machine stands in its document. */
const benchCompany = (): Company => {
  const text = readFileSync(new URL('../demo/company.json', import.meta.url), 'utf8')
  const company = v.parse(CompanyDocument, JSON.parse(text))
  const forms = company.forms.map((form) => ({ ...form, origins: ['https://shop.example'] }))
  return { ...company, forms }
}
