import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Heed, UNHEEDED } from './heed.ts'
import type { Db } from './schema.ts'

/** The one connection that writes, as far as sharing its transactions needs it. */
export type Writer = {
  begin(): Promise<void>
  /** One work's part of the transaction, which can be taken back only with all of it. */
  share(): Part
  /** One work's part of the transaction, which can be taken back alone. */
  savepoint(): Part
  commit(): void
  /** Takes back the transaction if one is open. */
  rollback(): void
}

/** One work's part of a shared transaction. After it ends, its `db` refuses: a forgotten await harms no other. */
export type Part = {
  readonly db: Db
  readonly keep: () => void
  readonly undo: () => void
}

type Work<T> = (db: Db) => Promise<T>
type Outcome = { readonly isDone: boolean; readonly tell: () => void }
type Job = { run(db: Db): Promise<Outcome>; fail(error: unknown): void }

// A batch keeps the event loop for as long as it runs; at 64 most of what sharing an fsync can give is won.
const MOST_TOGETHER = 64

/**
 * Runs works that arrive together in one transaction, so that they share one fsync (style, trap 14). Each hears of
 * its end only after the shared COMMIT; if that fails, all have failed. If a work fails, all are taken back and run
 * again, each with a savepoint of its own: with one, SQLite copies every page before it is changed.
 */
export const groupCommit = (writer: Writer, { onShared }: Pick<Heed, 'onShared'> = UNHEEDED) => {
  const waiting: Job[] = []
  let draining = Promise.resolve()
  let isDraining = false
  let isClosed = false
  // How many works share the transaction: whoever has had its turn waits for its end too.
  let together = 0

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      await untilNoMoreCome(waiting)
      const batch = waiting.splice(0, MOST_TOGETHER)
      together = batch.length
      await commitTogether(writer, batch, onShared)
    }
    isDraining = false
  }

  return {
    write: <T>(work: Work<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        if (isClosed) throw new Error('the memory is closed')
        waiting.push(jobOf(work, resolve, reject))
        if (isDraining) return
        isDraining = true
        draining = drain()
      }),
    /** Whether anybody else waits for the transaction of the work that runs now. */
    isAwaited: (): boolean => together > 1 || waiting.length > 0,
    close: async (): Promise<void> => {
      isClosed = true
      await draining
    },
  }
}

/**
 * Whatever else comes in while more comes in at each turn of the event loop shares the transaction: those who have
 * heard of the last one ask again together.
 */
const untilNoMoreCome = async (waiting: readonly Job[]): Promise<void> => {
  for (let before = 0; before < waiting.length && waiting.length < MOST_TOGETHER;) {
    before = waiting.length
    await nextTurn()
  }
}

const jobOf = <T>(
  work: Work<T>,
  resolve: (result: T) => void,
  reject: (error: unknown) => void,
): Job => ({
  run: async (db) => {
    try {
      const result = await work(db)
      return { isDone: true, tell: () => resolve(result) }
    } catch (error) {
      return { isDone: false, tell: () => reject(error) }
    }
  },
  fail: reject,
})

const commitTogether = async (
  writer: Writer,
  batch: readonly Job[],
  onShared: Heed['onShared'],
): Promise<void> => {
  const outcomes: Outcome[] = []
  try {
    await writer.begin()
    outcomes.push(...((await runTogether(writer, batch)) ?? (await runApart(writer, batch))))
    writer.commit()
  } catch (error) {
    for (const job of batch) job.fail(error)
    return writer.rollback()
  }
  onShared(batch.length)
  // A failing work too is told only now: it may have failed over what another did in this transaction.
  for (const { tell } of outcomes) tell()
}

/** Null as soon as one work has failed. */
const runTogether = async (
  writer: Writer,
  batch: readonly Job[],
): Promise<readonly Outcome[] | null> => {
  const outcomes: Outcome[] = []
  for (const job of batch) {
    const outcome = await runInPart(writer.share(), job)
    if (!outcome.isDone) return null
    outcomes.push(outcome)
  }
  return outcomes
}

const runApart = async (writer: Writer, batch: readonly Job[]): Promise<readonly Outcome[]> => {
  writer.rollback()
  await writer.begin()
  const outcomes: Outcome[] = []
  for (const job of batch) outcomes.push(await runInPart(writer.savepoint(), job))
  return outcomes
}

const runInPart = async (part: Part, job: Job): Promise<Outcome> => {
  const outcome = await job.run(part.db)
  if (outcome.isDone) part.keep()
  else part.undo()
  return outcome
}
