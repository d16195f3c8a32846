import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { openMemory } from '../server/store/open-memory.ts'
import { makeFolder, removeFolder } from './folder.ts'
import type { Service } from './service.ts'

const Body = v.object({
  entry: v.array(
    v.object({
      changes: v.array(
        v.object({ value: v.object({ messages: v.array(v.object({ id: v.string() })) }) }),
      ),
    }),
  ),
})

const MOST = 10_000

/** The ids of the messages in webhook bodies that were kept and not heard yet, while a server runs. */
export const waitingMessages = (service: Service): Promise<readonly string[]> =>
  messagesKeptIn(service, service.database)

const WORK_OFF_PATIENCE_MS = 40_000

/** Waits until everything that was kept is heard; gives the fault where it is not. */
export const untilHeard = async (service: Service): Promise<readonly string[]> => {
  const giveUpAt = performance.now() + WORK_OFF_PATIENCE_MS
  for (;;) {
    const waiting = await waitingMessages(service)
    if (waiting.length === 0) return []
    if (performance.now() > giveUpAt) return [`${waiting.length} kept messages are not heard`]
    await sleep(200)
  }
}

/**
 * The same when the server was killed. A SQLite file is looked at in a copy: whoever opens it first recovers
 * it, and that must be the next server.
 */
export const messagesLeft = async (service: Service): Promise<readonly string[]> => {
  if (service.engine === 'postgres') return waitingMessages(service)
  const copy = await makeFolder()
  try {
    await cp(service.folder, copy, { recursive: true })
    return await messagesKeptIn(service, join(copy, basename(service.database)))
  } finally {
    await removeFolder(copy)
  }
}

const A_DAY = 24 * 60 * 60 * 1000

/** How many replies wait to be said, while a server runs, and for how many companies messages wait to be passed on. */
export const waitingToBeSaid = async ({
  key,
  access,
  database,
}: Service): Promise<{ readonly replies: number; readonly passings: number }> => {
  const { memory } = await openMemory({ url: database, key, now: Date.now })
  try {
    const counts = await memory.of(access.company.id).replyCounts()
    const replies = counts.filter(({ state }) => ['waiting', 'claimed', 'sending'].includes(state))
    const companies = await memory.companiesWithPassings(Date.now() + A_DAY)
    return {
      replies: replies.reduce((sum, { count }) => sum + count, 0),
      passings: companies.length,
    }
  } finally {
    await memory.close()
  }
}

const messagesKeptIn = async (
  { key, access }: Service,
  url: string,
): Promise<readonly string[]> => {
  const { memory } = await openMemory({ url, key, now: Date.now })
  try {
    const waiting = await memory.of(access.company.id).waiting(MOST)
    return waiting.flatMap(({ body }) => messagesIn(Buffer.from(body).toString()))
  } finally {
    await memory.close()
  }
}

const messagesIn = (body: string): readonly string[] =>
  v
    .parse(Body, JSON.parse(body))
    .entry.flatMap(({ changes }) => changes)
    .flatMap(({ value }) => value.messages.map(({ id }) => id))
