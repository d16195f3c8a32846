import { batch } from './batch.ts'
import { batchOnPostgres } from './batch-on-postgres.ts'
import { bytes } from './bytes.ts'
import type { Figures } from './figure.ts'
import { imports } from './imports.ts'
import { maySend } from './may-send.ts'
import { optIns } from './opt-ins.ts'
import { slowSync } from './slow-sync.ts'
import { tenTimes } from './ten-times.ts'
import { twoProcesses } from './two-processes.ts'

/** All figures, in the order of the table. */
export const ALL: readonly Figures[] = [
  maySend,
  optIns,
  slowSync,
  batch,
  tenTimes,
  batchOnPostgres,
  imports,
  twoProcesses,
  bytes,
]
