import { Hono } from 'hono'
import * as v from 'valibot'
import {
  AskCheckpoints,
  AskConsistency,
  type CheckpointShown,
  type CheckpointsShown,
  type ConsistencyShown,
  type LogShown,
} from '../../contract/log.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { showConsistency, showLog } from '../actions/show-log.ts'
import type { Checkpoint } from '../ports.ts'
import { callerOf } from './caller.ts'
import type { HttpDeps } from './deps.ts'
import { refuse } from './problems.ts'

/** GET /v1/log, /v1/log/checkpoints and /v1/log/consistency: what was signed of a company's log, and that it only grew. */
export const logRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'events')
      if (isProblem(stored)) return refuse(c, stored)
      const { origin, verifier, size, checkpoint } = await showLog(deps, stored)
      const newest = checkpoint && shown(checkpoint)
      return c.json({ origin, key: verifier, size, newest } satisfies LogShown)
    })
    .get('/checkpoints', async (c) => {
      const stored = await callerOf(deps, c.req, 'events')
      if (isProblem(stored)) return refuse(c, stored)
      const asked = v.safeParse(AskCheckpoints, c.req.query())
      if (!asked.success) return refuse(c, problem('log-size-not-valid'))
      const memory = deps.memory.of(stored.document.id)
      const checkpoints = await memory.checkpointsAfter(asked.output.after, asked.output.limit)
      return c.json({ checkpoints: checkpoints.map(shown) } satisfies CheckpointsShown)
    })
    .get('/consistency', async (c) => {
      const stored = await callerOf(deps, c.req, 'events')
      if (isProblem(stored)) return refuse(c, stored)
      const asked = v.safeParse(AskConsistency, c.req.query())
      if (!asked.success) return refuse(c, problem('log-size-not-valid'))
      const { from, to } = asked.output
      const hashes = await showConsistency(deps, stored, from, to)
      if (isProblem(hashes)) return refuse(c, hashes)
      return c.json({
        from,
        to,
        hashes: hashes.map((hash) => Buffer.from(hash).toString('base64')),
      } satisfies ConsistencyShown)
    })

const shown = ({ size, at, note }: Checkpoint): CheckpointShown => ({
  size,
  at: new Date(at).toISOString(),
  checkpoint: note,
})
