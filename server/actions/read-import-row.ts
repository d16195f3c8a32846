import {
  importedAct,
  importedMoment,
  readRecordedTime,
  type ImportedAnswer,
} from '../../consent/imported.ts'
import type { Evidence } from '../../consent/event.ts'
import type { Identity } from '../../consent/identity.ts'
import type { Deps, ImportedAct, RefusedRow, StoredCompany } from '../ports.ts'
import { inTurns } from './in-turns.ts'
import { problem, isProblem, type Problem } from './problem.ts'
import { readIdentity, readIdentityForNo } from './read-identity.ts'

/** What a row says, or what all rows say that do not say it themselves. */
export type RowDefaults = {
  readonly answer?: ImportedAnswer | undefined
  readonly categories?: readonly string[] | undefined
  readonly sender?: string | undefined
  /** As it was written: the rules say when that was. */
  readonly at?: string | undefined
  readonly source?: string | undefined
}

/** One row of an import, as it was sent. */
export type SentRow = RowDefaults & {
  readonly person: Identity
  readonly evidence?: Evidence['details']
  readonly key?: string | undefined
}

/** A row as it was sent. It is read when its turn comes: null where it is empty. */
export type SentLine = {
  readonly text: string
  readonly read: () => SentRow | Problem | null
}

/** A row by its number, of which the first is 1, and what it is read as. */
export type ReadRow = { readonly row: number; readonly as: ImportedAct | Problem | null }

/** How the rows of an import are read. */
export type RowReading = {
  readonly import: string
  /** Of which country numbers are that have no country code. */
  readonly country: string | undefined
  readonly defaults: RowDefaults
  readonly receivedAt: number
}

/** Reads rows, the first of which comes after so many others. */
export const readImportRows = (
  deps: Deps,
  stored: StoredCompany,
  reading: RowReading,
  lines: readonly SentLine[],
  before: number,
): Promise<readonly ReadRow[]> => {
  let row = before
  return inTurns(lines, ({ read }): ReadRow => {
    row += 1
    const sent = read()
    const isAct = sent !== null && !isProblem(sent)
    return { row, as: isAct ? readImportRow(deps, stored, reading, sent, row) : sent }
  })
}

/** A refusal as it is kept: the field that is amiss, and nothing that was sent. */
export const refusedAs = (row: number, { problem: code, more }: Problem): RefusedRow => {
  const at = more?.['at']
  return { row, problem: code, at: typeof at === 'string' ? at : null }
}

/** The act that a row tells of, under a name that it has each time it is sent. */
const readImportRow = (
  deps: Deps,
  stored: StoredCompany,
  reading: RowReading,
  row: SentRow,
  number: number,
): ImportedAct | Problem => {
  const { import: name, receivedAt } = reading
  const said = { ...reading.defaults, ...row }
  const record = recordIn(stored, said)
  if (isProblem(record)) return record
  const { answer } = record
  const identity = identityIn(deps, reading.country, row.person, answer)
  if (isProblem(identity)) return identity
  const time = said.at === undefined ? null : readRecordedTime(said.at)
  const moment = importedMoment(answer, time, receivedAt)
  if (!moment) return problem('import-time-not-valid', { at: 'at' })
  const { id: company } = stored.document
  const own = row.key === undefined ? `row|${number}` : `key|${row.key}`
  return {
    id: deps.ids.eventOf(company, `import|${name}|${own}`),
    identity,
    moment,
    act: importedAct({ import: name, ...record }),
    evidence: { [identity.kind]: identity.value, source: said.source, details: row.evidence },
  }
}

type Record = {
  readonly answer: ImportedAnswer
  readonly categories: readonly string[] | null
  readonly senders: readonly string[]
}

/** What was answered, to what and to whom. A yes must say all of it; a no that says less means more. */
const recordIn = ({ document: company }: StoredCompany, said: RowDefaults): Record | Problem => {
  const { answer, categories = null, sender } = said
  if (answer === undefined) return problem('body-not-valid', { at: 'answer' })
  const known = company.categories.map(({ id }) => id)
  if (categories?.some((id) => !known.includes(id)) === true) return problem('category-not-found')
  const all = company.senders.map(({ id }) => id)
  const senders = sender === undefined ? all : all.filter((id) => id === sender)
  if (senders.length === 0) return problem('sender-not-found')
  const missing = answer === 'yes' ? missingOfYes(said, senders) : null
  return missing === null
    ? { answer, categories, senders }
    : problem('body-not-valid', { at: missing })
}

const missingOfYes = (
  { categories, source }: RowDefaults,
  senders: readonly string[],
): keyof RowDefaults | null => {
  if (categories === undefined) return 'categories'
  // A yes to one number is none to another (facts section 16).
  if (senders.length > 1) return 'sender'
  return source === undefined ? 'source' : null
}

const identityIn = (
  deps: Deps,
  country: string | undefined,
  person: Identity,
  answer: ImportedAnswer,
): Identity | Problem => {
  const countries = country === undefined ? [] : [country]
  return answer === 'no'
    ? readIdentityForNo(deps, person, countries)
    : readIdentity(deps, person, countries, true)
}
