import { Hono } from 'hono'
import type { HttpDeps } from './deps.ts'

/** How long the database may take to answer, in milliseconds, before this server is no use to anybody. */
const PATIENCE = 2_000

/** GET /healthz: the process runs. GET /readyz: its database answers too, and it is not about to end. Neither needs a key, and neither tells more. */
export const healthRoutes = ({ memory, stopping }: HttpDeps) =>
  new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      c.header('Cache-Control', 'no-store')
      if (stopping?.aborted === true) return c.text('stopping', 503)
      const isReady = await Promise.race([
        memory.check().then(
          () => true,
          () => false,
        ),
        new Promise<boolean>((resolve) => void setTimeout(() => resolve(false), PATIENCE).unref()),
      ])
      return isReady ? c.text('ready') : c.text('not ready', 503)
    })
