import type { ImportShown, RefusedRowShown } from '../../../contract/imports.ts'
import type { KeptImport, RefusedRow } from '../../ports.ts'

/** An import as it is shown. */
export const shownImport = (kept: KeptImport, now: number): ImportShown => ({
  id: kept.id,
  state: stateOf(kept, now),
  rows: kept.rows,
  taken: kept.taken,
  repeated: kept.repeated,
  refused: kept.refused,
  begunAt: new Date(kept.begunAt).toISOString(),
  changedAt: new Date(kept.changedAt).toISOString(),
})

const stateOf = ({ doneAt, leaseUntil }: KeptImport, now: number): ImportShown['state'] => {
  if (doneAt !== null) return 'done'
  return leaseUntil > now ? 'running' : 'interrupted'
}

/** A refused row as it is shown. */
export const shownRefusal = ({ row, problem, at }: RefusedRow): RefusedRowShown => ({
  row,
  problem,
  ...(at !== null && { at }),
})
