import * as v from 'valibot'
import { KINDS, type Kind } from '../consent/category.ts'
import { TEMPLATE_RULES, type TemplateRuleName } from '../consent/check-template.ts'
import { LANGUAGES, type Language } from '../consent/company.ts'
import type { TemplateExample } from '../consent/template-examples.ts'
import { WEIGHTS, type Weight } from '../consent/template-rule.ts'
import type { Template } from '../consent/template.ts'
import type { MembersOf } from './members-of.ts'

// Far beyond what WhatsApp takes, so that a text that is too long is told so in a sentence.
const Text = v.pipe(v.string(), v.maxLength(20_000))
const ShortText = v.pipe(v.string(), v.maxLength(2_000))

/** A language as Meta writes it, with or without a country: `es`, `es_MX`, `pt_BR`, `en-US`. */
const TemplateLanguage = v.pipe(
  v.string(),
  v.regex(/^(?:es|pt|en)(?:[_-](?:[A-Z]{2}|\d{3}))?$/u),
  v.transform((tag) => tag.slice(0, 2)),
  v.picklist(LANGUAGES),
)

const Button = v.variant('kind', [
  v.strictObject({
    kind: v.literal('quick-reply'),
    text: ShortText,
    payload: v.optional(
      v.pipe(
        ShortText,
        v.description(
          'What will be sent with the button, such as OPT_OUT: it speaks before the text.',
        ),
      ),
    ),
  }),
  v.strictObject({ kind: v.literal('url'), text: ShortText, url: Text }),
  v.strictObject({
    kind: v.picklist(['phone', 'copy-code', 'one-time-code', 'other']),
    text: ShortText,
  }),
])

/** POST /v1/templates/check. */
export const CheckTemplate = v.strictObject({
  kind: v.picklist(KINDS),
  language: TemplateLanguage,
  header: v.optional(Text),
  body: Text,
  footer: v.optional(Text),
  buttons: v.optional(v.pipe(v.array(Button), v.maxLength(100))),
}) satisfies v.GenericSchema<unknown, Template>
export type CheckTemplate = v.InferInput<typeof CheckTemplate>

/** What was found, and three templates of the same kind and language to start from. */
export type TemplateChecked = {
  /** Whether nothing was found that must be mended. No promise of Meta's. */
  readonly passes: boolean
  readonly findings: readonly {
    readonly rule: TemplateRuleName
    readonly weight: Weight
    /** `body`, `buttons.0`, `buttons.0.url`. */
    readonly where: string
    readonly sentence: { readonly [language in Language]: string }
  }[]
  readonly examples: readonly TemplateExample[]
}

const Sentence = v.object({
  es: v.string(),
  pt: v.string(),
  en: v.string(),
} satisfies MembersOf<{ readonly [language in Language]: string }>)

const example = {
  title: v.pipe(v.string(), v.description('What it is for, in its language.')),
  header: v.optional(v.string()),
  body: v.string(),
  footer: v.optional(v.string()),
  buttons: v.optional(v.array(Button)),
  samples: v.pipe(v.array(v.string()), v.description('What may stand in its placeholders.')),
} satisfies MembersOf<TemplateExample>

export const TemplateChecked = v.object({
  passes: v.pipe(
    v.boolean(),
    v.description('Whether nothing was found that must be mended. No promise of Meta’s.'),
  ),
  findings: v.array(
    v.object({
      rule: v.picklist(TEMPLATE_RULES.map(({ rule }) => rule)),
      weight: v.picklist(WEIGHTS),
      where: v.pipe(v.string(), v.description('`body`, `buttons.0`, `buttons.0.url`.')),
      sentence: Sentence,
    } satisfies MembersOf<TemplateChecked['findings'][number]>),
  ),
  examples: v.array(v.object(example)),
} satisfies MembersOf<TemplateChecked>)

/** GET /v1/templates/examples: three for each kind and language, with the company's name. */
export type TemplateExamplesShown = {
  readonly examples: readonly (TemplateExample & {
    readonly kind: Kind
    readonly language: Language
  })[]
}

export const TemplateExamplesShown = v.object({
  examples: v.array(
    v.object({ kind: v.picklist(KINDS), language: v.picklist(LANGUAGES), ...example }),
  ),
} satisfies MembersOf<TemplateExamplesShown>)
