import {
  toJsonSchema,
  toJsonSchemaDefs,
  type ConversionConfig,
  type OverrideActionContext,
} from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { Act, Evidence } from '../../../contract/act.ts'
import { CompanyDocument, CompanyPut } from '../../../contract/company.ts'
import { FeedEvent, FeedShown } from '../../../contract/events.ts'
import { ConsentRecordRow, EventRow, PersonRow } from '../../../contract/exports.ts'
import { FormView, Numbering } from '../../../contract/form-view.ts'
import { Person } from '../../../contract/identity.ts'
import {
  ImportRow,
  ImportShown,
  ImportsShown,
  ImportTried,
  RefusedRowShown,
} from '../../../contract/imports.ts'
import { CreateKey, KeyMade, KeyShown, KeysShown, RotateKey } from '../../../contract/keys.ts'
import {
  CheckpointsShown,
  ConsistencyShown,
  LogCheckpoint,
  LogShown,
} from '../../../contract/log.ts'
import { CampaignShown, LinkAnswer, LinkMade, MakeLink } from '../../../contract/links.ts'
import { KitShown } from '../../../contract/kit.ts'
import { BatchAnswer } from '../../../contract/may-send-batch.ts'
import { AskMaySend, MaySendAnswer } from '../../../contract/may-send.ts'
import { HandInMessage, MessageHeard } from '../../../contract/message.ts'
import {
  FormHandedIn,
  HandInForm,
  OptInRecorded,
  OptInState,
  RecordOptIn,
} from '../../../contract/opt-in.ts'
import { OptedOut, OptOutByForm, OptOutRecorded, RecordOptOut } from '../../../contract/opt-out.ts'
import {
  EventShown,
  FindPerson,
  History,
  PersonErased,
  PersonShown,
  SettlePerson,
} from '../../../contract/people.ts'
import { ProblemTold } from '../../../contract/problem.ts'
import { ProofFile } from '../../../contract/proof.ts'
import { HoldsShown, QualityShown } from '../../../contract/quality.ts'
import {
  CheckTemplate,
  TemplateChecked,
  TemplateExamplesShown,
} from '../../../contract/template.ts'
import {
  DeadLettersShown,
  MessageReceived,
  ReplayWebhook,
  WebhookEvent,
  WebhookReplayed,
  WebhooksShown,
  WebhookTest,
  WebhookTested,
} from '../../../contract/webhooks.ts'

/** Everything that is sent and answered, by the name that it has in the document. */
const SCHEMAS = {
  MaySendQuestion: AskMaySend,
  MaySendAnswer,
  BatchAnswer,
  Person,
  OptInByForm: HandInForm,
  OptInByKey: RecordOptIn,
  FormHandedIn,
  OptInRecorded,
  OptInState,
  OptOutByForm,
  OptOutByKey: RecordOptOut,
  OptedOut,
  OptOutRecorded,
  Message: HandInMessage,
  MessageHeard,
  MakeLink,
  LinkMade,
  LinkAnswer,
  CampaignShown,
  FindPerson,
  PersonErased,
  PersonShown,
  SettlePerson,
  History,
  EventShown,
  Act,
  Evidence,
  ProofFile,
  FeedShown,
  FeedEvent,
  LogShown,
  CheckpointsShown,
  ConsistencyShown,
  WebhooksShown,
  DeadLettersShown,
  ReplayWebhook,
  WebhookReplayed,
  WebhookTested,
  WebhookEvent,
  WebhookTest,
  LogCheckpoint,
  MessageReceived,
  ImportRow,
  ImportShown,
  ImportsShown,
  ImportTried,
  RefusedRow: RefusedRowShown,
  PersonRow,
  EventRow,
  ConsentRecordRow,
  CompanyDocument,
  CompanyPut,
  QualityShown,
  HoldsShown,
  KitShown,
  CheckTemplate,
  TemplateChecked,
  TemplateExamplesShown,
  CreateKey,
  RotateKey,
  KeyShown,
  KeysShown,
  KeyMade,
  FormView,
  Numbering,
  Problem: ProblemTold,
}

export type SchemaName = keyof typeof SCHEMAS

/** A JSON Schema with the keywords that ours have, as OpenAPI 3.1 takes it. */
export type JsonSchema = {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number | boolean
  readonly default?: unknown
  readonly examples?: readonly (string | number)[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
  /** What each line or event of a text is: `itemSchema` from OpenAPI 3.2 on. */
  readonly 'x-itemSchema'?: JsonSchema
}

const CONVERSION: ConversionConfig = {
  target: 'draft-2020-12',
  // What a check looks for is said in words, where it is more than its schema can say.
  ignoreActions: ['check', 'guard'],
  overrideAction: (context) => withPattern(context) ?? withLength(context),
  overrideRef: ({ referenceId }) => refTo(referenceId),
}

// JSON Schema's patterns are read as with the flag `u`, which is the only one that ours have.
const withPattern = ({ valibotAction, jsonSchema }: OverrideActionContext) => {
  const pattern = requirementOf(valibotAction)
  const isOurs =
    valibotAction.type === 'regex' && pattern instanceof RegExp && pattern.flags === 'u'
  return isOurs ? { ...jsonSchema, pattern: pattern.source } : null
}

// What may come as an array or as a text with spaces is as long as its array.
const withLength = ({ valibotAction, jsonSchema }: OverrideActionContext) => {
  const keyword = LENGTHS.get(valibotAction.type)
  if (keyword === undefined || !jsonSchema.anyOf) return null
  const length = requirementOf(valibotAction)
  const anyOf = jsonSchema.anyOf.map((each) =>
    typeof each === 'object' && each.type === 'array' ? { ...each, [keyword]: length } : each,
  )
  const { minLength: _least, maxLength: _most, ...schema } = jsonSchema
  return { ...schema, anyOf }
}

const LENGTHS: ReadonlyMap<string, string> = new Map([
  ['min_length', 'minItems'],
  ['max_length', 'maxItems'],
])

const requirementOf = (action: OverrideActionContext['valibotAction']): unknown =>
  'requirement' in action ? action.requirement : null

const refTo = (name: string): string => `#/components/schemas/${name}`

/** Where the document has a schema. */
export const ref = (name: SchemaName): JsonSchema => ({ $ref: refTo(name) })

/** The schemas of the contract as JSON Schema: what may be sent, and what is answered. */
export const componentSchemas = (): Schemas =>
  asJson(toJsonSchemaDefs(SCHEMAS, { ...CONVERSION, typeMode: 'input' }))

type Schemas = { readonly [name: string]: JsonSchema }

const asJson = (made: object): Schemas => JSON.parse(JSON.stringify(made))

/** A field of a query, and whether it has to be there. */
export type QueryField = readonly [name: string, schema: JsonSchema, isNeeded: boolean]

/** The fields of a query as they are written: a number there is written in digits. */
export const queryFields = (query: v.GenericSchema): readonly QueryField[] => {
  const { properties = {}, required = [] } = toJsonSchema(query, {
    ...CONVERSION,
    typeMode: 'input',
  })
  const read = asJson(toJsonSchema(query, { ...CONVERSION, typeMode: 'output' }).properties ?? {})
  return Object.entries(asJson(properties)).map(([name, written]) => [
    name,
    numeric(read[name]) ?? written,
    required.includes(name),
  ])
}

const numeric = (schema: JsonSchema | undefined): JsonSchema | null => {
  if (schema?.type !== 'integer' && schema?.type !== 'number') return null
  return schema.default === undefined ? schema : { ...schema, default: Number(schema.default) }
}
