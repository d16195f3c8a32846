import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlledTransaction } from 'kysely'
import type { Db, Schema } from './schema.ts'

const TRIES = 8
const FIRST_PAUSE_MS = 10

// PostgreSQL rolled the transaction back so that another could pass (serialization_failure, deadlock_detected).
const GAVE_WAY = new Set(['40001', '40P01'])
// The server goes or comes (class 57, operator intervention; class 08, connection exception), or the socket broke.
const LOST = /^(?:57P0[1-3]|08...|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/u
const LOST_WORDS = /connection terminated|not queryable|connection has been discarded/iu

/**
 * Runs work in a transaction, again if PostgreSQL rolled it back to let another pass, or if the connection
 * was lost before COMMIT was sent. After that nobody can tell whether it is on disk, and the error is thrown.
 */
export const inTransaction = async <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    const end = await attempt(db, work)
    if (end.isDone) return end.result
    if (!end.mayRunAgain || tries === TRIES) throw end.error
    await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random()))
  }
}

type End<T> =
  | { readonly isDone: true; readonly result: T }
  | { readonly isDone: false; readonly error: unknown; readonly mayRunAgain: boolean }

const attempt = async <T>(db: Db, work: (db: Db) => Promise<T>): Promise<End<T>> => {
  let transaction: ControlledTransaction<Schema> | null = null
  let isCommitting = false
  try {
    transaction = await db.startTransaction().execute()
    const result = await work(transaction)
    isCommitting = true
    await transaction.commit().execute()
    return { isDone: true, result }
  } catch (error) {
    // A rollback that fails too discards the connection, and with it the transaction.
    await transaction
      ?.rollback()
      .execute()
      .catch(() => {})
    return { isDone: false, error, mayRunAgain: gaveWay(error) || (!isCommitting && isLost(error)) }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const gaveWay = (error: unknown): boolean => GAVE_WAY.has(codeOf(error))

/** Whether a connection broke, or PostgreSQL goes or comes. */
export const isLost = (error: unknown): boolean =>
  LOST.test(codeOf(error)) || (error instanceof Error && LOST_WORDS.test(error.message))
