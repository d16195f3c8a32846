import type { Command } from 'commander'
import type { Company } from '../../consent/company.ts'
import { isProblem } from '../actions/problem.ts'
import { createCompany, putCompany } from '../actions/put-company.ts'
import { readCompany } from '../http/read-company.ts'
import { readJson } from './read-json.ts'
import { print, refusal, withDeps } from './run.ts'

/** `quiero company create` and `quiero company put`. */
export const addCompanyCommands = (program: Command): void => {
  const company = program.command('company').description('a company’s document, its whole set-up')
  company
    .command('create')
    .argument('<file>', 'the document, as JSON; "-" reads it from standard input')
    .option(
      '--secret <name...>',
      'environment variables (QUIERO_SECRET_…) that the document may name',
      [],
    )
    .description('create a company, or replace it and what its document may name')
    .action(async (file: string, { secret }: { readonly secret: readonly string[] }) => {
      const { document, raw } = readDocument(file)
      const put = await withDeps((deps) => createCompany(deps, document, raw, secret))
      if (isProblem(put)) throw refusal(put)
      print(`${document.id}: version ${put.version}`)
    })
  company
    .command('put')
    .argument('<file>', 'the document, as JSON; "-" reads it from standard input')
    .description('store a company’s next document')
    .action(async (file: string) => {
      const { document, raw } = readDocument(file)
      const put = await withDeps((deps) => putCompany(deps, document, raw))
      if (isProblem(put)) throw refusal(put)
      print(`${document.id}: version ${put.version}`)
    })
}

const readDocument = (file: string): { readonly document: Company; readonly raw: unknown } => {
  const raw = readJson(file)
  const read = readCompany(raw)
  if (isProblem(read)) throw refusal(read)
  return { document: read.company, raw }
}
