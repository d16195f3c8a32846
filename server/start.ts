import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { forgetUnsaid } from './actions/forget-unsaid.ts'
import { hearWaiting } from './actions/hear-webhook.ts'
import { holdRunawaySources } from './actions/hold-sources.ts'
import { passOnWaiting } from './actions/pass-on.ts'
import { keepNotices } from './actions/put-company.ts'
import { createApp } from './app.ts'
import { ConfigError, type Config } from './config.ts'
import type { Bindings } from './http/deps.ts'
import { openDeps } from './open-deps.ts'
import type { Deps } from './ports.ts'
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
const HEAR_WAITING_EVERY = 15_000
const FORGET_UNSAID_EVERY = 60 * 60 * 1000
const HOLD_SOURCES_EVERY = 60_000
const PASS_ON_EVERY = 1_000
// A list of millions comes as fast as it is answered; Node would cut it off after five minutes.
const LONGEST_REQUEST = 60 * 60 * 1000
const GRACE = 3_000

/** Starts the service as a configuration says. Throws a ConfigError, in a sentence, when it can't. */
export const startServer = async (
  config: Config,
  extend: Extend = (app) => app,
  say: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<RunningServer> => {
  const widget = readWidgetFiles(WIDGET)
  const deps = await openDeps(config, say)
  for (const id of await deps.memory.companies()) await readyCompany(deps, id)
  const stopChores = startChores(deps)
  const app = createApp({
    ...deps,
    publicUrl: config.publicUrl,
    widget,
  })
  const { server, port } = await listen(extend(app, deps), config).catch(async (error: unknown) => {
    stopChores()
    await deps.memory.close()
    throw error
  })
  const close = async (): Promise<void> => {
    stopChores()
    await new Promise((resolve) => {
      server.close(resolve)
      if (!('closeIdleConnections' in server)) return
      server.closeIdleConnections()
      // Someone who watches an opt-in would else keep the process for minutes; the page asks again by itself.
      setTimeout(() => server.closeAllConnections(), GRACE).unref()
    })
    await deps.memory.close()
  }
  return { url: `http://${config.host}:${port}`, port, deps, close }
}

/** A new version of Quiero may speak in other words: the notices that are shown from now on are stored. */
const readyCompany = async (deps: Deps, id: string): Promise<void> => {
  const stored = await deps.memory.company(id)
  if (stored) await keepNotices(deps, stored.document)
}

/** Works off what was kept and not heard before a crash, and forgets codes that nobody ever sent. */
const startChores = (deps: Deps): (() => void) => {
  const stopHearing = nowAndThen(deps, 'hearing what waits', HEAR_WAITING_EVERY, async (id) => {
    const stored = await deps.memory.company(id)
    if (stored) await hearWaiting(deps, stored)
  })
  const stopForgetting = nowAndThen(deps, 'forgetting', FORGET_UNSAID_EVERY, async (id) => {
    await forgetUnsaid(deps, id)
  })
  const stopHolding = nowAndThen(deps, 'holding sources', HOLD_SOURCES_EVERY, async (id) => {
    await holdRunawaySources(deps, id)
  })
  const stopPassing = nowAndThen(deps, 'passing messages on', PASS_ON_EVERY, async (id) => {
    const stored = await deps.memory.company(id)
    if (stored) await passOnWaiting(deps, stored)
  })
  return () => {
    stopPassing()
    stopHolding()
    stopHearing()
    stopForgetting()
  }
}

/** Does something for each company at once and from time to time. */
const nowAndThen = (
  deps: Deps,
  what: string,
  everyMs: number,
  work: (company: string) => Promise<void>,
): (() => void) => {
  const workOnAll = async (): Promise<void> => {
    for (const id of await deps.memory.companies()) await work(id)
  }
  const workOrReport = (): void =>
    void workOnAll().catch((error: unknown) => deps.report(what, error))
  workOrReport()
  const timer = setInterval(workOrReport, everyMs)
  return () => clearInterval(timer)
}

const listen = (app: Hono<Bindings>, { host, port }: Config) =>
  new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: { requestTimeout: LONGEST_REQUEST },
      },
      (info: AddressInfo) => resolve({ server, port: info.port }),
    )
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`Port ${port} is in use. Stop what listens there, or set PORT.`)
          : error,
      ),
    )
  })
