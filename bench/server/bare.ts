import { createHmac, timingSafeEqual } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/**
 * What our server is measured beside: the same HTTP server and the same router, with no more behind them than
 * reading the request and answering it. Nothing is looked up and nothing is kept.
 */
const bare = new Hono()
  .get('/healthz', (c) => c.text('ok'))
  .post('/read', async (c) => {
    await c.req.arrayBuffer()
    return c.body(null, 200)
  })
  .post('/signed', async (c) => {
    const signature = createHmac('sha256', SECRET).update(Buffer.from(await c.req.arrayBuffer()))
    const isSame = timingSafeEqual(signature.digest(), Buffer.alloc(32))
    return c.body(null, 200, { 'X-Is-Same': String(isSame) })
  })
  .post('/echo', async (c) => c.json(await c.req.json()))
  .post('/answer', async (c) => {
    await c.req.json()
    return c.json(DECISION)
  })

const SECRET = 'a-secret-of-the-bench'

/** As long as what `may-send` answers. */
const DECISION = {
  allow: true,
  reason: 'consented',
  evidence: 'evt_00000000000000000000000000000000',
  proof: 'message',
  personId: 'per_00000000000000000000000000000000',
  asOf: '2026-01-01T00:00:00.000Z',
  validForSeconds: 0,
}

const server = serve(
  { fetch: bare.fetch, port: Number(process.env['PORT']), hostname: '127.0.0.1' },
  ({ port }) => process.stdout.write(`listens on http://127.0.0.1:${port}\n`),
)
process.once('SIGTERM', () => server.close(() => process.exit(0)))
