import * as v from 'valibot'
import { IMPORTED_ANSWERS } from '../consent/imported.ts'
import { Person } from './identity.ts'
import type { MembersOf } from './members-of.ts'
import { CompanyEvidence, Id, Ids, IdsText, Timestamp } from './words.ts'

/** What an import is called: by the company itself, so that it can be sent again. */
export const ImportId = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/u))

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
  id: v.pipe(
    ImportId,
    v.description('Your own name of the import. Sent again under the same, it goes on.'),
    v.examples(['crm-2026']),
  ),
  dryRun: v.optional(
    v.pipe(v.picklist(['1', 'true']), v.description('Reads everything and keeps nothing.')),
  ),
  from: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,12}$/u),
      v.transform(Number),
      v.number(),
      v.description(
        'How many rows are left out at the beginning of what is sent: as many as have been read.',
      ),
    ),
  ),
  columns: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(8_000),
      v.description(
        'Of a CSV: your own columns and what each is, as JSON: `{"Teléfono":"phone","Alta":"at"}`. All others are left out.',
      ),
      v.parseJson(),
      ColumnMapping,
    ),
  ),
  country: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Z]{2}$/u),
      v.description('Of which country numbers are that have no country code.'),
    ),
  ),
  answer: v.optional(v.pipe(Answer, v.description('What rows say that do not say it themselves.'))),
  categories: v.optional(
    v.pipe(
      IdsText,
      v.minLength(1),
      v.maxLength(50),
      v.description('To what, where a row does not say it: ids with spaces between.'),
    ),
  ),
  sender: v.optional(v.pipe(Id, v.description('At which sender, where a row does not say it.'))),
  at: v.optional(
    v.pipe(
      Written,
      v.description('When, where a row does not say it: a day, or an instant with its zone.'),
    ),
  ),
  source: v.optional(
    v.pipe(Source, v.description('Where you have them from, where a row does not say it.')),
  ),
})
export type AskImport = v.InferOutput<typeof AskImport>

/** One row: a line of NDJSON, or what the cells of a CSV's row come to. */
export const ImportRow = v.strictObject({
  person: Person,
  answer: v.optional(v.pipe(Answer, v.description('What the person answered.'))),
  categories: v.optional(
    v.pipe(Categories, v.description('Of a yes: to what. Of a no: left out, to everything.')),
  ),
  sender: v.optional(
    v.pipe(Id, v.description('Left out: of a no every sender, of a yes the only one.')),
  ),
  at: v.optional(
    v.pipe(
      Written,
      v.description(
        'When the person answered: a day, or an instant with its zone. A no without one counts from now on.',
      ),
    ),
  ),
  source: v.optional(v.pipe(Source, v.description('Where you have it from.'))),
  evidence: v.optional(CompanyEvidence),
  key: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(200),
      v.description('The row’s own name within the import; left out, its number.'),
    ),
  ),
})
export type ImportRow = v.InferOutput<typeof ImportRow>

/** `interrupted`: not all of it has come, and nobody is sending the rest. */
export const IMPORT_STATES = ['running', 'interrupted', 'done'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** How far an import is: what POST and GET answer, and each event of its progress. */
export type ImportShown = {
  readonly id: string
  readonly state: ImportState
  readonly rows: number
  readonly taken: number
  readonly repeated: number
  readonly refused: number
  readonly begunAt: string
  readonly changedAt: string
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

const Rows = v.pipe(Count, v.description('How many have been read, empty ones among them.'))
const TakenRows = v.pipe(
  Count,
  v.description('How many of them are acts that were not known before.'),
)

export const ImportShown = v.object({
  id: v.string(),
  state: v.pipe(
    v.picklist(IMPORT_STATES),
    v.description('`interrupted`: not all of it has come, and nobody is sending the rest.'),
  ),
  rows: Rows,
  taken: TakenRows,
  repeated: v.pipe(Count, v.description('How many had been taken under the same key.')),
  refused: Count,
  begunAt: Timestamp,
  changedAt: Timestamp,
} satisfies MembersOf<ImportShown>)

/** A row that was refused. Nothing in it was sent but the name of a field. */
export type RefusedRowShown = {
  readonly row: number
  readonly problem: string
  readonly at?: string
}

export const RefusedRowShown = v.object({
  row: v.pipe(Count, v.description('The first row is 1; a CSV’s line of names is none.')),
  problem: v.pipe(v.string(), v.description('The code of what is amiss.')),
  at: v.exactOptional(v.pipe(v.string(), v.description('The field that is amiss.'))),
} satisfies MembersOf<RefusedRowShown>)

/** GET /v1/imports, the newest first. */
export type ImportsShown = { readonly imports: readonly ImportShown[] }

export const ImportsShown = v.object({
  imports: v.array(ImportShown),
} satisfies MembersOf<ImportsShown>)

/** What POST answers with `dryRun`: what would come of it. Nothing was kept. */
export type ImportTried = Pick<ImportShown, 'id' | 'rows' | 'taken' | 'refused'> & {
  readonly dryRun: true
  readonly refusedRows: readonly RefusedRowShown[]
}

export const ImportTried = v.object({
  id: v.string(),
  dryRun: v.literal(true),
  rows: Rows,
  taken: TakenRows,
  refused: Count,
  refusedRows: v.pipe(v.array(RefusedRowShown), v.description('The first of them.')),
} satisfies MembersOf<ImportTried>)

/** The columns of GET /v1/imports/{id}/refused as CSV. */
export const REFUSED_COLUMNS = [
  'row',
  'problem',
  'at',
] as const satisfies readonly (keyof RefusedRowShown)[]
