import type { Kind } from './category.ts'
import type { Language } from './company.ts'
import type { Template } from './template.ts'
import { TEMPLATE_EXAMPLES_EN } from './template-examples-en.ts'
import { TEMPLATE_EXAMPLES_ES } from './template-examples-es.ts'
import { TEMPLATE_EXAMPLES_PT } from './template-examples-pt.ts'

/** A template to start from. Meta asks for a sample of each placeholder, in the order of their numbers. */
export type TemplateExample = Omit<Template, 'kind' | 'language'> & {
  /** What it is for, in its language. */
  readonly title: string
  /** What may stand in the placeholders of the body. */
  readonly samples: readonly string[]
}

/** Three of each kind. Where the body says `{company}` stands the name of the business. */
export type TemplateExamples = {
  readonly [kind in Kind]: readonly [TemplateExample, TemplateExample, TemplateExample]
}

const EXAMPLES: { readonly [language in Language]: TemplateExamples } = {
  es: TEMPLATE_EXAMPLES_ES,
  pt: TEMPLATE_EXAMPLES_PT,
  en: TEMPLATE_EXAMPLES_EN,
}

/**
 * Three good templates of a kind in a language, with the company's own name, each of which passes its own
 * check. Those of the kind `authentication` are Meta's fixed words and name nobody.
 */
export const templateExamplesOf = (
  company: string,
  kind: Kind,
  language: Language,
): readonly TemplateExample[] =>
  EXAMPLES[language][kind].map((example) => ({
    ...example,
    // As a function, for a name may hold a `$`.
    body: example.body.replace('{company}', () => company),
  }))
