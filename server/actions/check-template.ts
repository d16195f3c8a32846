import { KINDS, type Kind } from '../../consent/category.ts'
import { checkTemplate, type TemplateFinding } from '../../consent/check-template.ts'
import { LANGUAGES, type Company, type Language } from '../../consent/company.ts'
import { templateExamplesOf, type TemplateExample } from '../../consent/template-examples.ts'
import { templateSentencesOf } from '../../consent/template-sentences.ts'
import type { Template } from '../../consent/template.ts'

/** What is said of a template: whether it passes, each finding in every language, and three good ones. */
export type TemplateReview = {
  readonly passes: boolean
  readonly findings: readonly (TemplateFinding & {
    readonly sentence: { readonly [language in Language]: string }
  })[]
  readonly examples: readonly TemplateExample[]
}

/** Reads a template for its company. Nothing of it is kept. */
export const reviewTemplate = (company: Company, template: Template): TemplateReview => {
  const findings = checkTemplate(company, template)
  return {
    passes: findings.every(({ weight }) => weight !== 'must'),
    findings: findings.map((finding) => ({
      ...finding,
      sentence: templateSentencesOf(finding.rule),
    })),
    examples: templateExamplesOf(company.name, template.kind, template.language),
  }
}

/** Every template to start from, in each language and of each kind. */
export const allTemplateExamples = ({
  name,
}: Company): readonly (TemplateExample & {
  readonly kind: Kind
  readonly language: Language
})[] =>
  LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) =>
      templateExamplesOf(name, kind, language).map((example) => ({ kind, language, ...example })),
    ),
  )
