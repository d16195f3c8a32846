import type { Company } from './company.ts'
import type { Template } from './template.ts'
import { TEMPLATE_HONESTY_RULES } from './template-honesty.ts'
import { TEMPLATE_KIND_RULES } from './template-kind.ts'
import { TEMPLATE_LANGUAGE_RULES } from './template-language.ts'
import { TEMPLATE_OPT_OUT_RULES } from './template-opt-out.ts'
import { TEMPLATE_PLACEHOLDER_RULES } from './template-placeholders.ts'
import type { TemplateRule, Weight } from './template-rule.ts'
import { beginningOf, TEMPLATE_SHAPE_RULES } from './template-shape.ts'

const rules = [
  ...TEMPLATE_SHAPE_RULES,
  ...TEMPLATE_PLACEHOLDER_RULES,
  ...TEMPLATE_HONESTY_RULES,
  ...TEMPLATE_OPT_OUT_RULES,
  ...TEMPLATE_KIND_RULES,
  ...TEMPLATE_LANGUAGE_RULES,
] as const

/** The machine words of what can be found in a template. The list is closed. */
export type TemplateRuleName = (typeof rules)[number]['rule']

/** Everything that is looked for in a template, by number. */
export const TEMPLATE_RULES: readonly TemplateRule<TemplateRuleName>[] = rules

/** What was found, where and how bad it is. It never repeats what stands there. */
export type TemplateFinding = {
  readonly rule: TemplateRuleName
  readonly weight: Weight
  readonly where: string
}

/**
 * What is amiss in a template of a company: what Meta would refuse, and what the opt-in guidelines and the
 * law ask of each message. Empty when nothing was found, which is no promise of Meta's.
 */
export const checkTemplate = (
  { name, senders }: Pick<Company, 'name' | 'senders'>,
  template: Template,
): readonly TemplateFinding[] => {
  const names = [...new Set([name, ...senders.map(({ displayName }) => displayName)])]
  const [first, ...others] = senders.map(({ alsoStopOn = [] }) => alsoStopOn)
  const alsoStopOn = (first ?? []).filter((word) => others.every((words) => words.includes(word)))
  const read = { template: beginningOf(template), names, alsoStopOn }
  const findings = TEMPLATE_RULES.flatMap(({ rule, weight, findIn }) =>
    findIn(read).map((where) => ({ rule, weight, where })),
  )
  // Of a body that says nothing there is nothing more to say.
  const empty = findings.find(({ rule }) => rule === 'body-empty')
  return empty === undefined ? findings : [empty]
}
