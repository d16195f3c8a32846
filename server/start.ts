import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { keepNotices } from './actions/put-company.ts'
import { createApp } from './app.ts'
import { startChores, type RunningChores } from './chores.ts'
import { ConfigError, type Config } from './config.ts'
import { proxyTest } from './http/client-ip.ts'
import type { Answered, Bindings, HttpDeps } from './http/deps.ts'
import { answerQuickly } from './http/quick-question.ts'
import { HEADERS_WITHIN, MOST_HEADER_BYTES, MOST_HEADERS } from './http/request-limits.ts'
import { type Log, plainLog } from './log.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { openDeps } from './open-deps.ts'
import type { Deps } from './ports.ts'
import { startDeliveries } from './start-deliveries.ts'
import { stopServing } from './stop-serving.ts'
import { isUnavailable } from './store/is-unavailable.ts'
import { readWidgetFiles } from './widget-file.ts'

/** A server that answers. */
export type RunningServer = {
  readonly url: string
  readonly port: number
  readonly deps: Deps
  /**
   * Is not ready from then on and lets nobody in, answers what it was asked and ends what it is at, for up to twenty
   * seconds, and closes the database.
   */
  close(): Promise<void>
}

/** Puts more routes before the service's own, as the demo does. */
export type Extend = (app: Hono<Bindings>, deps: Deps) => Hono<Bindings>

const WIDGET = fileURLToPath(new URL('../dist', import.meta.url))
/** Proxies and orchestrators that wait at all wait for thirty seconds. */
const GRACE = 20_000

/** Starts the service as a configuration says. Throws a ConfigError, in a sentence, when it can't. */
export const startServer = async (
  config: Config,
  extend: Extend = (app) => app,
  log: Log = plainLog((line) => void process.stderr.write(`${line}\n`)),
): Promise<RunningServer> => {
  const widget = readWidgetFiles(WIDGET)
  const metrics = config.metricsToken === null ? null : openMetrics(Date.now)
  let chores: RunningChores | null = null
  const deps = await openDeps(config, log, {
    onReply: (company) => chores?.speakFor(company),
    ...(metrics && {
      onEvents: metrics.stored,
      onShared: metrics.shared,
      onDecision: metrics.decided,
    }),
  })
  for (const id of await deps.memory.companies()) await readyCompany(deps, id)
  const running = startChores(deps)
  chores = running
  const deliveries = startDeliveries(deps)
  const stopping = new AbortController()
  const quieten = async (): Promise<void> => {
    // What has not ended by then is given up, and told of, by whoever starts next.
    const enough = sleep(GRACE, undefined, { ref: false })
    await Promise.all([Promise.race([running.stop(), enough]), deliveries.stop(GRACE)])
  }
  const httpDeps: HttpDeps = {
    ...deps,
    widget,
    isTrustedProxy: proxyTest(config.trustedProxies),
    stopping: stopping.signal,
    ...heardOf(deps, log, config.metricsToken, metrics),
    isUnavailable,
  }
  const server = serverOf(extend(createApp(httpDeps), deps), httpDeps)
  const { port } = await listen(server, config).catch(async (error: unknown) => {
    await quieten()
    await deps.memory.close()
    throw error
  })
  const close = async (): Promise<void> => {
    stopping.abort()
    await Promise.all([stopServing(server, GRACE), quieten()])
    await deps.memory.close()
  }
  return { url: `http://${config.host}:${port}`, port, deps, close }
}

/** A new version of Quiero may speak in other words: the notices that are shown from now on are stored. */
const readyCompany = async (deps: Deps, id: string): Promise<void> => {
  const stored = await deps.memory.company(id)
  if (stored) await keepNotices(deps, stored.document)
}

/** Who hears how requests were answered, and who may ask what was counted. */
const heardOf = (
  { memory }: Deps,
  log: Log,
  token: string | null,
  metrics: Metrics | null,
): Pick<HttpDeps, 'onAnswered' | 'metrics'> => {
  if (metrics === null || token === null) return { onAnswered: log.answered }
  const onAnswered = (request: Answered): void => {
    log.answered(request)
    metrics.answered(request)
  }
  // A database that does not answer is when the rest is wanted most.
  const text = async () => metrics.text(await memory.queueLengths().catch(() => null))
  return { onAnswered, metrics: { token, text } }
}

/** What a client must keep to before anything of ours hears of it. A body has its own limit, which knows the address. */
const LIMITED = {
  maxHeaderSize: MOST_HEADER_BYTES,
  headersTimeout: HEADERS_WITHIN,
  requestTimeout: 0,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 10_000,
} as const

/** A server of the app that does not listen yet. */
const serverOf = (app: Hono<Bindings>, deps: HttpDeps): Server => {
  const server = createServer(LIMITED, answerQuickly(deps, getRequestListener(app.fetch)))
  // One more than are read, so that it can be told that there were too many.
  server.maxHeadersCount = MOST_HEADERS + 1
  return server
}

const listen = (server: Server, { host, port }: Config) =>
  new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`Port ${port} is in use. Stop what listens there, or set PORT.`)
          : error,
      ),
    )
    server.listen(port, host, () => resolve(addressOf(server)))
  })

const addressOf = (server: Server): AddressInfo => {
  const address = server.address()
  if (typeof address === 'object' && address) return address
  throw new Error('a server of no port')
}
