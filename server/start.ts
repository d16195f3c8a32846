import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { keepNotices } from './actions/put-company.ts'
import { createApp } from './app.ts'
import { startChores, type RunningChores } from './chores.ts'
import { ConfigError, type Config } from './config.ts'
import { proxyTest } from './http/client-ip.ts'
import type { Bindings } from './http/deps.ts'
import { HEADERS_WITHIN, MOST_HEADER_BYTES, MOST_HEADERS } from './http/request-limits.ts'
import { openDeps } from './open-deps.ts'
import type { Deps } from './ports.ts'
import { startDeliveries } from './start-deliveries.ts'
import { isUnavailable } from './store/is-unavailable.ts'
import { readWidgetFiles } from './widget-file.ts'

/** A server that answers. */
export type RunningServer = {
  readonly url: string
  readonly port: number
  readonly deps: Deps
  /** Stops taking requests, answers those it has for up to three seconds, and closes the database. */
  close(): Promise<void>
}

/** Puts more routes before the service's own, as the demo does. */
export type Extend = (app: Hono<Bindings>, deps: Deps) => Hono<Bindings>

const WIDGET = fileURLToPath(new URL('../dist', import.meta.url))
const GRACE = 3_000

/** Starts the service as a configuration says. Throws a ConfigError, in a sentence, when it can't. */
export const startServer = async (
  config: Config,
  extend: Extend = (app) => app,
  say: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<RunningServer> => {
  const widget = readWidgetFiles(WIDGET)
  let chores: RunningChores | null = null
  const deps = await openDeps(config, say, (company) => chores?.speakFor(company))
  for (const id of await deps.memory.companies()) await readyCompany(deps, id)
  const running = startChores(deps)
  chores = running
  const deliveries = startDeliveries(deps)
  // What is not answered by then is given up, and told of, by whoever starts next.
  const quieten = () => Promise.race([running.stop(), sleep(GRACE, undefined, { ref: false })])
  const app = createApp({
    ...deps,
    widget,
    isTrustedProxy: proxyTest(config.trustedProxies),
    isUnavailable,
  })
  const { server, port } = await listen(extend(app, deps), config).catch(async (error: unknown) => {
    await quieten()
    await deliveries.stop(0)
    await deps.memory.close()
    throw error
  })
  const close = async (): Promise<void> => {
    const isQuiet = quieten()
    await new Promise((resolve) => {
      server.close(resolve)
      if (!('closeIdleConnections' in server)) return
      server.closeIdleConnections()
      // Someone who watches an opt-in would else keep the process for minutes; the page asks again by itself.
      setTimeout(() => server.closeAllConnections(), GRACE).unref()
    })
    await isQuiet
    await deliveries.stop(GRACE)
    await deps.memory.close()
  }
  return { url: `http://${config.host}:${port}`, port, deps, close }
}

/** A new version of Quiero may speak in other words: the notices that are shown from now on are stored. */
const readyCompany = async (deps: Deps, id: string): Promise<void> => {
  const stored = await deps.memory.company(id)
  if (stored) await keepNotices(deps, stored.document)
}

/** What a client must keep to before anything of ours hears of it. A body has its own limit, which knows the address. */
const LIMITED = {
  maxHeaderSize: MOST_HEADER_BYTES,
  headersTimeout: HEADERS_WITHIN,
  requestTimeout: 0,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 10_000,
} as const

const listen = (app: Hono<Bindings>, { host, port }: Config) =>
  new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: host, port, serverOptions: LIMITED },
      (info: AddressInfo) => resolve({ server, port: info.port }),
    )
    // One more than are read, so that it can be told that there were too many.
    if ('maxHeadersCount' in server) server.maxHeadersCount = MOST_HEADERS + 1
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`Port ${port} is in use. Stop what listens there, or set PORT.`)
          : error,
      ),
    )
  })
