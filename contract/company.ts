import * as v from 'valibot'
import { FREQUENCY_SPANS, KINDS } from '../consent/category.ts'
import type * as parts from '../consent/company.ts'
import { BADGES, FONTS, LANGUAGES, SCHEMES, SPANISH_ADDRESSES } from '../consent/company.ts'
import type { PassingOn } from '../consent/passing-on.ts'
import { TEMPLATE_GAPS } from '../consent/outgoing.ts'
import { PROOFS } from '../consent/proof.ts'
import {
  DOOR_PROVIDERS,
  SENDER_PROVIDERS,
  type DoorProvider,
  type Fields,
  type SecretRef as SecretReference,
  type SenderProvider,
} from '../consent/provider.ts'
import { REPLIES } from '../consent/reply.ts'
import { RESUME_POLICIES } from '../consent/resume.ts'
import { WEBHOOK_TYPES, type Webhook as WebhookPart } from '../consent/webhook.ts'
import type { MembersOf } from './members-of.ts'
import { FormId, Id } from './words.ts'

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
const Url = v.pipe(v.string(), v.maxLength(2000))
const ProviderId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:-]{1,64}$/u))
/** An id of a provider's, a region, or an address. */
const OtherId = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
const Phone = v.pipe(v.string(), v.maxLength(16))

const Texts = v.looseObject({
  es: v.optional(Text),
  pt: v.optional(Text),
  en: v.optional(Text),
} satisfies MembersOf<parts.Texts>)

const SecretRef = v.strictObject({
  env: v.pipe(v.string(), v.maxLength(100)),
} satisfies MembersOf<SecretReference>)

// Objects are loose, because `refusalsOf` answers the settings that Quiero does not know and would never
// honour; fields may also be added in a later release, and a document outlives its release.
const Category = v.looseObject({
  id: Id,
  kind: v.picklist(KINDS),
  title: Texts,
  example: Texts,
  frequency: v.strictObject({
    atMost: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000)),
    per: v.picklist(FREQUENCY_SPANS),
  }),
  leastProof: v.optional(v.picklist(PROOFS)),
  acceptsImported: v.optional(v.boolean()),
  validForDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(36_500))),
  purposeChangedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
} satisfies MembersOf<parts.Category>)

/** A provider's part of a document: of the providers in a table, each with the fields that the table gives it. */
const providerAmong = <Provider extends SenderProvider | DoorProvider>(table: {
  readonly [kind in Provider['kind']]: Fields
}) =>
  v.pipe(
    v.variant('kind', Object.entries<Fields>(table).map(fieldsOf)),
    // What the table says has just been checked; its type is derived from the same table.
    v.custom<Provider>(() => true),
  )

const fieldsOf = ([kind, { ids, otherIds, secrets, otherSecrets }]: [string, Fields]) =>
  v.looseObject({
    ...each(ids, ProviderId),
    ...each(otherIds, v.optional(OtherId)),
    ...each(secrets, SecretRef),
    ...each(otherSecrets, v.optional(SecretRef)),
    kind: v.literal(kind),
  })

const each = <Schema extends v.GenericSchema>(names: readonly string[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, schema]))

const PassOn = v.looseObject({
  url: Url,
  secret: SecretRef,
} satisfies MembersOf<PassingOn>)

const Template = v.looseObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  language: v.pipe(v.string(), v.regex(/^[A-Za-z_-]{2,15}$/u)),
  parameters: v.optional(v.pipe(v.array(v.picklist(TEMPLATE_GAPS)), v.maxLength(10))),
} satisfies MembersOf<parts.Template>)

const TemplateTexts = v.looseObject({
  es: v.optional(Template),
  pt: v.optional(Template),
  en: v.optional(Template),
} satisfies MembersOf<parts.TemplateTexts>)

const Sender = v.looseObject({
  id: Id,
  phone: Phone,
  displayName: Text,
  badge: v.picklist(BADGES),
  wabaId: v.optional(ProviderId),
  resume: v.optional(v.picklist(RESUME_POLICIES)),
  alsoStopOn: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(40))), v.maxLength(50)),
  ),
  strictRevocation: v.optional(v.boolean()),
  provider: v.optional(providerAmong<SenderProvider>(SENDER_PROVIDERS)),
  passOn: v.optional(PassOn),
  replies: v.optional(v.strictObject(each(REPLIES, v.optional(v.boolean())))),
  templates: v.optional(v.strictObject(each(REPLIES, v.optional(TemplateTexts)))),
} satisfies MembersOf<parts.Sender>)

const Door = v.looseObject({
  id: Id,
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/u)),
  phone: v.optional(Phone),
  address: v.optional(v.pipe(v.string(), v.maxLength(254))),
  senders: v.optional(v.pipe(v.array(Id), v.maxLength(100))),
  provider: v.optional(providerAmong<DoorProvider>(DOOR_PROVIDERS)),
} satisfies MembersOf<parts.Door>)

const Keyword = v.looseObject({
  word: v.pipe(v.string(), v.maxLength(40)),
  form: FormId,
} satisfies MembersOf<parts.Keyword>)

const Theme = v.looseObject({
  accent: v.optional(v.pipe(v.string(), v.maxLength(7))),
  accentDark: v.optional(v.pipe(v.string(), v.maxLength(7))),
  radius: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(32))),
  scheme: v.optional(v.picklist(SCHEMES)),
  font: v.optional(v.picklist(FONTS)),
} satisfies MembersOf<parts.Theme>)

const WordsOfOne = v.optional(v.record(v.pipe(v.string(), v.maxLength(64)), Text))

const OwnTexts = v.looseObject({
  es: WordsOfOne,
  pt: WordsOfOne,
  en: WordsOfOne,
} satisfies MembersOf<parts.OwnTexts>)

const Form = v.looseObject({
  id: FormId,
  sender: Id,
  categories: v.pipe(v.array(Id), v.minLength(1), v.maxLength(50)),
  origins: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(50)),
  countries: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))), v.maxLength(260)),
  otherCountries: v.optional(v.boolean()),
  languages: v.optional(v.pipe(v.array(v.picklist(LANGUAGES)), v.minLength(1), v.maxLength(3))),
  spanish: v.optional(v.picklist(SPANISH_ADDRESSES)),
  texts: v.optional(OwnTexts),
  theme: v.optional(Theme),
} satisfies MembersOf<parts.Form>)

const Webhook = v.looseObject({
  id: Id,
  url: Url,
  secret: SecretRef,
  previousSecret: v.optional(SecretRef),
  events: v.optional(v.pipe(v.array(v.picklist(WEBHOOK_TYPES)), v.minLength(1))),
} satisfies MembersOf<WebhookPart>)

/**
 * PUT and GET /v1/company: a company's whole set-up. The schema holds shapes and sizes; whether the
 * document is honest is said by `refusalsOf`, which reads what was sent before this does.
 */
export const CompanyDocument = v.looseObject({
  id: Id,
  name: Text,
  businessManagerId: ProviderId,
  privacyUrl: Url,
  languages: v.pipe(v.array(v.picklist(LANGUAGES)), v.minLength(1), v.maxLength(LANGUAGES.length)),
  categories: v.pipe(v.array(Category), v.maxLength(50)),
  senders: v.pipe(v.array(Sender), v.maxLength(100)),
  doors: v.optional(v.pipe(v.array(Door), v.maxLength(100))),
  keywords: v.optional(v.pipe(v.array(Keyword), v.maxLength(200))),
  forms: v.pipe(v.array(Form), v.maxLength(200)),
  webhooks: v.optional(v.pipe(v.array(Webhook), v.maxLength(20))),
} satisfies MembersOf<parts.Company>) satisfies v.GenericSchema<unknown, parts.Company>
export type CompanyDocument = v.InferOutput<typeof CompanyDocument>

/** The answer to PUT: the version that the document was stored as. */
export const CompanyPut = v.object({
  version: v.pipe(v.number(), v.integer(), v.description('Goes up with every change.')),
})
