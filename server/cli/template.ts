import { Option, type Command } from 'commander'
import * as v from 'valibot'
import { LANGUAGES, type Language } from '../../consent/company.ts'
import type { Template } from '../../consent/template.ts'
import { CheckTemplate } from '../../contract/template.ts'
import { reviewTemplate } from '../actions/check-template.ts'
import { problem } from '../actions/problem.ts'
import { fieldOf } from '../http/read-body.ts'
import { readJson } from './read-json.ts'
import { print, refusal, withDeps } from './run.ts'

/** `quiero template check`. */
export const addTemplateCommands = (program: Command): void => {
  program
    .command('template')
    .description('texts of WhatsApp templates, before Meta reads them')
    .command('check')
    .argument('<company>', 'the company’s id')
    .argument(
      '<file>',
      'the template, as POST /v1/templates/check takes it; "-" reads it from standard input',
    )
    .addOption(
      new Option('--language <language>', 'of the sentences').choices(LANGUAGES).default('en'),
    )
    .description('say what is amiss in a template; fails if something must be mended')
    .action(async (id: string, file: string, { language }: { readonly language: Language }) => {
      const template = readTemplate(file)
      const stored = await withDeps((deps) => deps.memory.company(id))
      if (!stored) throw refusal(problem('company-not-found'))
      const { passes, findings } = reviewTemplate(stored.document, template)
      for (const { rule, weight, where, sentence } of findings) {
        print(`${where}: ${weight}: ${rule}: ${sentence[language]}`)
      }
      if (findings.length === 0) print('Nothing found.')
      if (!passes) process.exitCode = 1
    })
}

const readTemplate = (file: string): Template => {
  const read = v.safeParse(CheckTemplate, readJson(file))
  if (!read.success) throw refusal(problem('body-not-valid', { at: fieldOf(read.issues) }))
  return read.output
}
