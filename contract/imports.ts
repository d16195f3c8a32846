import * as v from 'valibot'
import { IMPORTED_ANSWERS } from '../consent/imported.ts'
import { Person } from './identity.ts'
import { CompanyEvidence, Id, Ids } from './words.ts'

/** What an import is called: by the company itself, so that it can be sent again. */
export const ImportId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9._-]{0,63}$/iu))

const Answer = v.picklist(IMPORTED_ANSWERS)
const Categories = v.pipe(Ids, v.minLength(1))
/** A day, or an instant with its zone. What it means is the rules' to say. */
const Written = v.pipe(v.string(), v.minLength(1), v.maxLength(40))
const Source = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** What a cell can be the value of: a member of a row, or a field of its evidence. */
export const IMPORT_COLUMNS = [
  'phone',
  'bsuid',
  'email',
  'external',
  'answer',
  'categories',
  'sender',
  'at',
  'source',
  'key',
] as const

/** A column whose cells are evidence: `evidence.order`. */
export const EVIDENCE_COLUMN = /^evidence\.[A-Za-z][\w-]{0,63}$/u

/** The company's own columns by name, and what each is. Columns that are not named are left out. */
const ColumnMapping = v.pipe(
  v.record(
    v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    v.union([v.picklist(IMPORT_COLUMNS), v.pipe(v.string(), v.regex(EVIDENCE_COLUMN))]),
  ),
  v.minEntries(1),
  v.maxEntries(100),
)
export type ColumnMapping = v.InferOutput<typeof ColumnMapping>

/** The query of POST /v1/imports. What a row does not say itself is as it is said here. */
export const AskImport = v.strictObject({
  id: ImportId,
  /** Reads everything and keeps nothing. */
  dryRun: v.optional(v.picklist(['1', 'true'])),
  /** How many rows are left out at the beginning of what is sent: as many as have been read. */
  from: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/u), v.transform(Number))),
  /** Of a CSV: the company's own columns, as JSON. */
  columns: v.optional(v.pipe(v.string(), v.maxLength(8_000), v.parseJson(), ColumnMapping)),
  /** Of which country numbers are that have no country code. */
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  answer: v.optional(Answer),
  categories: v.optional(Categories),
  sender: v.optional(Id),
  at: v.optional(Written),
  source: v.optional(Source),
})
export type AskImport = v.InferOutput<typeof AskImport>

/** One row: a line of NDJSON, or what the cells of a CSV's row come to. */
export const ImportRow = v.strictObject({
  person: Person,
  /** What the person answered. */
  answer: v.optional(Answer),
  /** Of a yes: to what. Of a no: left out, to everything. */
  categories: v.optional(Categories),
  /** Left out: of a no every sender, of a yes the only one. */
  sender: v.optional(Id),
  /** When the person answered: a day, or an instant with its zone. A no without one counts from now on. */
  at: v.optional(Written),
  /** Where the company has it from. */
  source: v.optional(Source),
  evidence: v.optional(CompanyEvidence),
  /** The row's own name within the import; left out, its number. */
  key: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
})
export type ImportRow = v.InferOutput<typeof ImportRow>

/** `interrupted`: not all of it has come, and nobody is sending the rest. */
export const IMPORT_STATES = ['running', 'interrupted', 'done'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** How far an import is: what POST and GET answer, and each event of its progress. */
export type ImportShown = {
  readonly id: string
  readonly state: ImportState
  /** How many rows have been read, empty ones among them. */
  readonly rows: number
  /** How many of them are acts that were not known before. */
  readonly taken: number
  /** How many had been taken under the same key. */
  readonly repeated: number
  readonly refused: number
  readonly begunAt: string
  readonly changedAt: string
}

/** A row that was refused. Nothing in it was sent but the name of a field. */
export type RefusedRowShown = {
  /** The first row is 1; a CSV's line of names is none. */
  readonly row: number
  readonly problem: string
  /** The field that is amiss. */
  readonly at?: string
}

/** GET /v1/imports, the newest first. */
export type ImportsShown = { readonly imports: readonly ImportShown[] }

/** What POST answers with `dryRun`: what would come of it. Nothing was kept. */
export type ImportTried = Pick<ImportShown, 'id' | 'rows' | 'taken' | 'refused'> & {
  readonly dryRun: true
  /** The first of them. */
  readonly refusedRows: readonly RefusedRowShown[]
}

/** The columns of GET /v1/imports/{id}/refused as CSV. */
export const REFUSED_COLUMNS = [
  'row',
  'problem',
  'at',
] as const satisfies readonly (keyof RefusedRowShown)[]
