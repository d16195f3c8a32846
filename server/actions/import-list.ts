import type {
  Deps,
  ImportProgress,
  KeptImport,
  Lease,
  Records,
  RefusedRow,
  StoredCompany,
} from '../ports.ts'
import { isProblem, problem, type Problem } from './problem.ts'
import {
  readImportRows,
  refusedAs,
  type ReadRow,
  type RowDefaults,
  type RowReading,
  type SentLine,
} from './read-import-row.ts'

const PURPOSE = 'import'

// Longer than nothing is sent before an import is given up.
const LEASE = 90_000

// After so many it is looked whether others wait.
const IN_ONE_GO = 500

// Beyond that it is another file than was meant, or its columns are.
const MOST_REFUSED = 100_000

/** How long it is kept which rows were refused, once nothing more has come of the import. */
const REFUSALS_KEPT_FOR = 90 * 24 * 60 * 60 * 1000

/** An import, and how its rows are read. */
export type AskedImport = {
  readonly id: string
  /** How many rows are left out at the beginning of what is sent; left out, none are. */
  readonly from: number | undefined
  readonly country: string | undefined
  readonly defaults: RowDefaults
  /** What else changes what a row means, as one text. */
  readonly form: string
}

/** An import that is being sent. */
export type RunningImport = {
  /** Takes the next rows, all of them or none; those that have been taken before are passed over. */
  take(lines: readonly SentLine[]): Promise<Problem | null>
  /** Must be called, whatever came of it: with `whole` where all of it was sent. Gives how far it is now. */
  end(came: 'whole' | 'in-part'): Promise<KeptImport | Problem>
}

/** Begins an import, or goes on with it, for this caller alone. */
export const beginImport = async (
  deps: Deps,
  stored: StoredCompany,
  asked: AskedImport,
): Promise<RunningImport | Problem> => {
  const { id, from } = asked
  const company = stored.document.id
  const memory = deps.memory.of(company)
  const mark = Buffer.from(deps.ids.random(16)).toString('hex')
  const lease = (): Lease => ({ mark, until: deps.now() + LEASE })
  const begun = await claim(deps, company, asked, lease())
  if (isProblem(begun)) return begun
  const passing = passingOver(deps, company, begun, from ?? 0)
  let progress: ImportProgress = begun
  let heldAt = deps.now()
  /** Keeps what comes of the next rows, of as many as may be taken at once; null where somebody else has the import. */
  const keepSome = (rows: readonly ReadRow[], digests: readonly string[]) =>
    memory.write(async (records): Promise<ImportProgress | null> => {
      if (!(await records.holdImport(id, lease()))) return null
      const { counts, refused } = await takeSome(records, rows)
      const now = sum(progress, counts, digests[counts.rows - 1] ?? progress.digest)
      await records.keepProgress(id, now, refused, deps.now())
      return now
    })
  return {
    take: async (lines) => {
      const fresh = passing.over(lines)
      if (isProblem(fresh)) return fresh
      const isIdle = fresh.lines.length === 0
      if (isIdle && deps.now() - heldAt < LEASE / 3) return null
      if (!isIdle && begun.doneAt !== null) return problem('import-differs')
      const reading: RowReading = { ...asked, import: id, receivedAt: deps.now() }
      const rows = [...(await readImportRows(deps, stored, reading, fresh.lines, progress.rows))]
      const { digests } = fresh
      do {
        const next = await keepSome(rows, digests)
        if (!next) return problem('import-in-use')
        rows.splice(0, next.rows - progress.rows)
        digests.splice(0, next.rows - progress.rows)
        progress = next
      } while (rows.length > 0)
      heldAt = deps.now()
      return isMostlyRefused(progress) ? problem('import-mostly-refused') : null
    },
    end: async (came) => {
      const isShorter = came === 'whole' && !passing.isOver()
      const isDone = came === 'whole' && !isShorter && begun.doneAt === null
      await release(deps, company, id, mark, isDone ? deps.now() : null)
      if (isShorter) return problem('import-differs')
      const kept = await memory.import(id)
      if (!kept) throw new Error('an import that was begun is missing')
      return kept
    },
  }
}

const claim = async (
  deps: Deps,
  company: string,
  asked: AskedImport,
  lease: Lease,
): Promise<KeptImport | Problem> => {
  const { id, from } = asked
  const options = deps.sealer.sign(PURPOSE, JSON.stringify([company, id, optionsOf(asked)]))
  const begun = await deps.memory
    .of(company)
    .write((records) => records.claimImport(id, options, lease, deps.now()))
  if (begun === 'in-use') return problem('import-in-use')
  if (begun === 'differs') return problem('import-differs')
  if (from === undefined || from === begun.rows) return begun
  await release(deps, company, id, lease.mark, null)
  return problem('import-not-from-there', { rows: begun.rows })
}

const release = (
  deps: Deps,
  company: string,
  id: string,
  mark: Lease['mark'],
  doneAt: number | null,
): Promise<void> =>
  deps.memory.of(company).write((records) => records.releaseImport(id, mark, doneAt))

const optionsOf = ({ country, defaults, form }: AskedImport): readonly unknown[] => {
  const { answer, categories, sender, at, source } = defaults
  return [country, answer, categories, sender, at, source, form].map((value) => value ?? null)
}

/**
 * Passes over the rows that were taken before. The digest of all that is sent must be what it was then: else other
 * rows, noes perhaps, would be passed over for them.
 */
const passingOver = (deps: Deps, company: string, begun: KeptImport, from: number) => {
  let digest = from > 0 ? begun.digest : JSON.stringify([company, begun.id])
  let left = begun.rows - from
  return {
    over: (lines: readonly SentLine[]): FreshLines | Problem => {
      const first = Math.min(left, lines.length)
      const digests = lines.map(({ text }) => {
        digest = deps.sealer.sign(PURPOSE, `${digest}\n${text}`)
        return digest
      })
      if (first > 0 && first === left && digests[first - 1] !== begun.digest) {
        return problem('import-differs')
      }
      left -= first
      return { lines: lines.slice(first), digests: digests.slice(first) }
    },
    isOver: () => left === 0,
  }
}

/** Lines that were not taken before, and the digest of all up to each. */
type FreshLines = { readonly lines: readonly SentLine[]; readonly digests: string[] }

type Counts = Pick<ImportProgress, 'rows' | 'taken' | 'repeated' | 'refused'>
type TakenRows = { readonly counts: Counts; readonly refused: readonly RefusedRow[] }

/** Takes rows, all of them unless others wait meanwhile, and says what became of each. */
const takeSome = async (records: Taking, rows: readonly ReadRow[]): Promise<TakenRows> => {
  const refused: RefusedRow[] = []
  let [taken, repeated, done] = [0, 0, 0]
  while (done < rows.length && (done === 0 || !records.isAwaited())) {
    const some = rows.slice(done, done + IN_ONE_GO)
    const acts = some.flatMap(({ as }) => (as === null || isProblem(as) ? [] : [as]))
    const results = (await records.takeActs(acts))[Symbol.iterator]()
    for (const { row, as } of some) {
      if (as === null) continue
      const result = isProblem(as) ? as : results.next().value
      if (result === 'taken') taken += 1
      else if (result === 'repeated') repeated += 1
      else refused.push(refusedAs(row, isProblem(as) ? as : problem('attempt-already-used')))
    }
    done += some.length
  }
  return { counts: { rows: done, taken, repeated, refused: refused.length }, refused }
}

type Taking = Pick<Records, 'takeActs' | 'isAwaited'>

const sum = (a: Counts, b: Counts, digest: string): ImportProgress => ({
  rows: a.rows + b.rows,
  taken: a.taken + b.taken,
  repeated: a.repeated + b.repeated,
  refused: a.refused + b.refused,
  digest,
})

const isMostlyRefused = ({ rows, refused }: ImportProgress): boolean =>
  refused > MOST_REFUSED && refused > rows / 2

/** Forgets which rows were refused of imports that have long ended. How many there were stays known. */
export const forgetOldRefusals = async (deps: Deps, company: string): Promise<void> => {
  const unchangedSince = deps.now() - REFUSALS_KEPT_FOR
  await deps.memory.of(company).write((records) => records.forgetRefusedRows(unchangedSince))
}
