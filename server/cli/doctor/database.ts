import type { Config } from '../../config.ts'
import { lookAtRelease } from '../../store/look-at-release.ts'
import { bad, type Finding, good, look } from './finding.ts'
import { clockFinding } from './machine.ts'

/** What was found of the database, and whether it can be opened without changing it. */
export type DatabaseSeen = { readonly findings: readonly Finding[]; readonly isOfNow: boolean }

const NOT_YET: DatabaseSeen = {
  findings: [
    look('There is no database yet.', 'quiero company create, or the first start, makes one.'),
  ],
  isOfNow: false,
}

/** Looks at the database and changes nothing: whether it is there, and of which release. */
export const databaseFindings = async (
  { database }: Config,
  now: () => number,
): Promise<DatabaseSeen> => {
  const seen = await lookAtRelease(database).catch((error: unknown) => codeOf(error))
  if (seen === null) return NOT_YET
  if (typeof seen === 'string') {
    const todo = 'Look at DATABASE_URL or DATA_DIR, and whether the database runs.'
    return { findings: [bad(`The database does not answer (${seen}).`, todo)], isOfNow: false }
  }
  const { missing, unknown, clock } = seen
  const clocks = clock === null ? [] : [clockFinding('of the database', clock, now())]
  if (unknown.length > 0) {
    const what = `The database is of a later release (${unknown.join(', ')}).`
    return { findings: [bad(what, 'Start that release.'), ...clocks], isOfNow: false }
  }
  if (missing.length > 0) {
    const what = `The database is not of this release yet: ${missing.join(', ')} to come.`
    return {
      findings: [look(what, 'Back it up; the next start brings it up.'), ...clocks],
      isOfNow: false,
    }
  }
  return {
    findings: [good('The database answers, and is of this release.'), ...clocks],
    isOfNow: true,
  }
}

/** The system's own word; a message can hold the address with its password. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown'
