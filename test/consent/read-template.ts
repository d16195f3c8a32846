import { checkTemplate } from '../../consent/check-template.ts'
import type { Company } from '../../consent/company.ts'
import type { Template } from '../../consent/template.ts'
import demo from '../../demo/company.json' with { type: 'json' }

/** The demo's company, whose templates are read. */
export const COMPANY = demo as unknown as Company

/** What is found in a template, as rule and place. */
export const found = (template: Template, company = COMPANY): readonly string[] =>
  checkTemplate(company, template).map(({ rule, where }) => `${rule} ${where}`)
