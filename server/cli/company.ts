import type { Command } from 'commander'
import type { Company } from '../../consent/company.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { createCompany, putCompany } from '../actions/put-company.ts'
import { readCompany } from '../http/read-company.ts'
import { clientOf, type ServerOption } from './over-http.ts'
import { readJson } from './read-json.ts'
import { print, refusal, withDeps } from './run.ts'

/** `quiero company create`, `put` and `get`. */
export const addCompanyCommands = (program: Command): void => {
  const company = program.command('company').description('a company’s document, its whole set-up')
  company
    .command('create')
    .argument('<file>', FILE)
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
    .argument('<file>', FILE)
    .option('--url <url>', OVER_HTTP)
    .description('store a company’s next document')
    .action(async (file: string, { url }: Partial<ServerOption>) => {
      const { document, raw } = readDocument(file)
      const put =
        url === undefined
          ? await withDeps((deps) => putCompany(deps, document, raw))
          : await clientOf({ url }).putCompany(document)
      if (isProblem(put)) throw refusal(put)
      print(`${document.id}: version ${put.version}`)
    })
  company
    .command('get')
    .argument('[company]', 'the company’s id; with --url it is the key’s own')
    .option('--url <url>', OVER_HTTP)
    .description('print a company’s document')
    .action(async (id: string | undefined, { url }: Partial<ServerOption>) => {
      const document = url === undefined ? await stored(id) : await clientOf({ url }).company()
      print(JSON.stringify(document, null, 2))
    })
}

const FILE = 'the document, as JSON; "-" reads it from standard input'
const OVER_HTTP = 'of the server at this address, under the key in QUIERO_API_KEY'

const stored = async (id = ''): Promise<Company> => {
  const found = await withDeps((deps) => deps.memory.company(id))
  if (!found) throw refusal(problem('company-not-found'))
  return found.document
}

const readDocument = (file: string): { readonly document: Company; readonly raw: unknown } => {
  const raw = readJson(file)
  const read = readCompany(raw)
  if (isProblem(read)) throw refusal(read)
  return { document: read.company, raw }
}
