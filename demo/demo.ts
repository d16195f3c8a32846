import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { ConfigError, isLoopback, type Config } from '../server/config.ts'
import type { Bindings } from '../server/http/deps.ts'
import { startServer, type Extend } from '../server/start.ts'
import { makeArrivals } from './arrivals.ts'
import { builtFiles, isBuilt } from './built.ts'
import { DEMO_SECRETS, demoCompany, loadCompany, phoneNumberIdsOf } from './company.ts'
import { graphRoutes } from './graph.ts'
import { inAppRoutes } from './in-app.ts'
import { originsOf, type Ports } from './origins.ts'
import { phoneRoutes } from './phone.ts'
import { playedProvider } from './played-provider.ts'
import { API_PATH, PLAYED_APIS, providerApis } from './provider-apis.ts'
import { shopApp } from './shop.ts'
import { stageRoutes } from './stage.ts'

/** A demo that runs: where to open it, where the shop is alone, and how to end it. */
export type RunningDemo = {
  readonly url: string
  readonly shopUrl: string
  close(): Promise<void>
}

/** Starts the real server with the demo's pages in front, and the client's shop on the next port. */
export const startDemo = async (base: Config): Promise<RunningDemo> => {
  const ports: Ports = { quiero: base.port, shop: base.port + 1 }
  refuseWhatCannotWork(base, ports)
  const company = demoCompany(originsOf(ports.shop))
  const stopping = new AbortController()
  const arrivals = makeArrivals(() => Date.now())
  const extend: Extend = (app, deps) =>
    new Hono<Bindings>()
      .route('/', stageRoutes(ports, company))
      .route('/', inAppRoutes(ports, company))
      .route(
        '/',
        phoneRoutes({
          company,
          server: `http://${hostOf(base)}:${ports.quiero}`,
          publicUrl: base.publicUrl,
          provider: playedProvider(deps, company),
          arrivals,
          stageOrigins: originsOf(ports.quiero),
          stopping: stopping.signal,
        }),
      )
      .route(
        '/',
        graphRoutes({
          phoneNumberIds: phoneNumberIdsOf(company),
          accessToken: DEMO_SECRETS.QUIERO_SECRET_META_TOKEN,
          deliver: (reply) => arrivals.deliver({ kind: 'reply', reply }),
        }),
      )
      .route(
        '/',
        providerApis((reply) => arrivals.deliver({ kind: 'reply', reply })),
      )
      .route('/', builtFiles())
      .all('*', (c) => app.fetch(c.req.raw, c.env))
  const server = await startServer(demoConfig(base), extend)
  try {
    await loadCompany(server.deps, company)
    const closeShop = await startShop(base.host, ports)
    return {
      url: `http://localhost:${ports.quiero}/`,
      shopUrl: `http://localhost:${ports.shop}/`,
      close: async () => {
        stopping.abort()
        await Promise.all([closeShop(), server.close()])
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

const refuseWhatCannotWork = ({ host }: Config, ports: Ports): void => {
  if (!isLoopback(host)) {
    throw new ConfigError(
      'The demo runs for this computer alone: leave HOST out, or use npm run serve.',
    )
  }
  if (ports.quiero === 0 || ports.shop > 65_535) {
    throw new ConfigError(
      'The demo uses PORT and the port after it: choose a PORT from 1 to 65534.',
    )
  }
  if (!isBuilt()) throw new ConfigError('The demo’s pages are not built yet: run npm run build.')
}

const demoConfig = (base: Config): Config => ({
  ...base,
  demo: true,
  chatBase: `http://localhost:${base.port}/phone`,
  providerBases: {
    'whatsapp-cloud': `http://${hostOf(base)}:${base.port}/demo/meta`,
    ...Object.fromEntries(
      PLAYED_APIS.map((name) => [name, `http://${hostOf(base)}:${base.port}${API_PATH}/${name}`]),
    ),
  },
  secrets: new Map([...base.secrets, ...Object.entries(DEMO_SECRETS)]),
})

const hostOf = ({ host }: Config): string => (host === '::1' ? '[::1]' : host)

const startShop = (hostname: string, ports: Ports): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    const shop = serve({ fetch: shopApp(ports).fetch, hostname, port: ports.shop }, () =>
      resolve(
        () =>
          new Promise((closed) => {
            shop.close(() => closed())
            if ('closeAllConnections' in shop) shop.closeAllConnections()
          }),
      ),
    )
    shop.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const sentence = `Port ${ports.shop}, for the shop, is in use. Stop what listens there, or set PORT.`
      reject(isTaken ? new ConfigError(sentence) : error)
    })
  })
