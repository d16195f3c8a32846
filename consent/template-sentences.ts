import type { TemplateRuleName } from './check-template.ts'
import type { Language } from './company.ts'
import { TEMPLATE_SENTENCES_EN } from './template-sentences-en.ts'
import { TEMPLATE_SENTENCES_ES } from './template-sentences-es.ts'
import { TEMPLATE_SENTENCES_PT } from './template-sentences-pt.ts'

/** One sentence for each thing that can be found in a template: what is amiss and what to do. */
export type TemplateSentences = { readonly [rule in TemplateRuleName]: string }

const SENTENCES: { readonly [language in Language]: TemplateSentences } = {
  es: TEMPLATE_SENTENCES_ES,
  pt: TEMPLATE_SENTENCES_PT,
  en: TEMPLATE_SENTENCES_EN,
}

/** What to say of a finding in a language. */
export const templateSentence = (rule: TemplateRuleName, language: Language): string =>
  SENTENCES[language][rule]

/** What to say of a finding, in every language that Quiero speaks. */
export const templateSentencesOf = (
  rule: TemplateRuleName,
): { readonly [language in Language]: string } => ({
  es: templateSentence(rule, 'es'),
  pt: templateSentence(rule, 'pt'),
  en: templateSentence(rule, 'en'),
})
