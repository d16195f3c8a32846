import { type Context, Hono } from 'hono'
import type { ImportShown, ImportsShown, ImportTried } from '../../../contract/imports.ts'
import { beginImport, type RunningImport } from '../../actions/import-list.ts'
import { isProblem, problem, type Problem } from '../../actions/problem.ts'
import { tryImport } from '../../actions/try-import.ts'
import type { KeptImport, StoredCompany } from '../../ports.ts'
import { BrokenOff, readBatchBody } from '../batch/body.ts'
import { callerOf } from '../caller.ts'
import type { HttpDeps } from '../deps.ts'
import { refuse } from '../problems.ts'
import { turnstile } from '../turnstile.ts'
import { sentImport, type SentImport } from './asked.ts'
import { progressStream } from './progress-stream.ts'
import { refusedReport } from './refused-report.ts'
import { shownImport, shownRefusal } from './shown.ts'
import { takeList } from './take-list.ts'

const ROOM = { atOnce: 4, ofOne: 2 }

/** How long nothing may come of a list, in milliseconds. */
const IDLE = 60_000

/** POST and GET /v1/imports, and how each is going: old records in. */
export const importRoutes = (deps: HttpDeps) => {
  const enter = turnstile(ROOM, 'too-many-imports')
  return new Hono()
    .post('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'imports')
      if (isProblem(stored)) return refuse(c, stored)
      const sent = sentImport(c.req)
      if (isProblem(sent)) return refuse(c, sent)
      const leave = enter(stored.document.id)
      if (isProblem(leave)) return refuse(c, leave)
      try {
        const list = { ...sent, isGone: c.req.raw.signal }
        const done = await (sent.isDryRun ? tried : taken)(deps, stored, list)
        return isProblem(done) ? refuse(c, done) : c.json(done)
      } finally {
        leave()
      }
    })
    .get('/', async (c) => {
      const stored = await callerOf(deps, c.req, 'imports')
      if (isProblem(stored)) return refuse(c, stored)
      const imports = await deps.memory.of(stored.document.id).imports()
      const now = deps.now()
      return c.json({ imports: imports.map((one) => shownImport(one, now)) } satisfies ImportsShown)
    })
    .get('/:id', async (c) => {
      const found = await importIn(deps, c, c.req.param('id'))
      if (isProblem(found)) return refuse(c, found)
      const look = async (): Promise<ImportShown | null> => {
        const kept = await deps.memory.of(found.company).import(found.kept.id)
        return kept && shownImport(kept, deps.now())
      }
      const isStream = c.req.header('accept')?.includes('text/event-stream') ?? false
      return isStream
        ? progressStream(c, deps, look)
        : c.json(shownImport(found.kept, deps.now()) satisfies ImportShown)
    })
    .get('/:id/refused', async (c) => {
      const found = await importIn(deps, c, c.req.param('id'))
      if (isProblem(found)) return refuse(c, found)
      return refusedReport(c, deps, deps.memory.of(found.company), found.kept.id)
    })
}

type Found = { readonly company: string; readonly kept: KeptImport }

const importIn = async (deps: HttpDeps, c: Context, id: string): Promise<Found | Problem> => {
  const stored = await callerOf(deps, c.req, 'imports')
  if (isProblem(stored)) return stored
  const company = stored.document.id
  const kept = await deps.memory.of(company).import(id)
  return kept ? { company, kept } : problem('import-not-found')
}

const taken = async (
  deps: HttpDeps,
  stored: StoredCompany,
  sent: Sent,
): Promise<ImportShown | Problem> => {
  const begun: RunningImport[] = []
  const amiss = await all(sent, async () => {
    const running = await beginImport(deps, stored, sent.asked)
    if (isProblem(running)) throw new BrokenOff(running)
    begun.push(running)
    return running
  }).catch(async (error: unknown) => {
    await begun[0]?.end('in-part')
    throw error
  })
  const kept = await begun[0]?.end(amiss ? 'in-part' : 'whole')
  if (amiss) return amiss
  if (!kept) throw new Error('an import has ended that was never begun')
  return isProblem(kept) ? kept : shownImport(kept, deps.now())
}

const tried = async (
  deps: HttpDeps,
  stored: StoredCompany,
  sent: Sent,
): Promise<ImportTried | Problem> => {
  const trying = tryImport(deps, stored, sent.asked)
  const amiss = await all(sent, async () => trying)
  if (amiss) return amiss
  const { refusedRows, ...counts } = trying.end()
  return {
    id: sent.asked.id,
    dryRun: true,
    ...counts,
    refusedRows: refusedRows.map(shownRefusal),
  }
}

type Sent = SentImport & {
  /** That whoever sends it has gone. */
  readonly isGone: AbortSignal
}

/** Hands all that is sent on; why not all of it could be, or null. */
const all = async (
  { sent, isPacked, reading, isGone }: Sent,
  begin: Parameters<typeof takeList>[2],
): Promise<Problem | null> => {
  // With an error: without one it would end as if all had come, and the rest would be lost for good.
  const cut = (): void => void sent.destroy(new Error('no more will come'))
  const sleeping = setTimeout(cut, IDLE).unref()
  isGone.addEventListener('abort', cut)
  try {
    const body = readBatchBody(sent, isPacked, () => sleeping.refresh())
    await takeList(body, reading, begin)
    return null
  } catch (error) {
    if (error instanceof BrokenOff) return error.problem
    throw error
  } finally {
    clearTimeout(sleeping)
    sent.destroy()
    isGone.removeEventListener('abort', cut)
  }
}
