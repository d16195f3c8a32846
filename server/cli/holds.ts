import type { Command } from 'commander'
import { liftHold } from '../actions/hold-sources.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { print, refusal, withDeps } from './run.ts'

/** `quiero holds list` and `quiero holds lift`. */
export const addHoldCommands = (program: Command): void => {
  const holds = program.command('holds').description('sources whose opt-outs ran away')
  holds
    .command('list')
    .argument('<company>', 'the company’s id')
    .option('--all', 'those that were lifted too', false)
    .description('list the sources that marketing is held back from, one a line')
    .action(async (company: string, { all }: { readonly all: boolean }) => {
      const found = await withDeps(async ({ memory }) => {
        if (!(await memory.company(company))) throw refusal(problem('company-not-found'))
        return memory.of(company).holds(all ? 'all' : 'in-force')
      })
      for (const { id, source, since, optIns, optOuts, liftedAt } of found) {
        const state = liftedAt === null ? 'in force' : `lifted ${new Date(liftedAt).toISOString()}`
        print(
          [id, source, new Date(since).toISOString(), `${optOuts} of ${optIns}`, state].join('\t'),
        )
      }
      if (found.length === 0) print('No source is on hold.')
    })
  holds
    .command('lift')
    .argument('<company>', 'the company’s id')
    .argument('<hold>', 'the hold’s id')
    .description(
      'let marketing from a source go on; what was said before speaks against it no more',
    )
    .action(async (company: string, id: string) => {
      const lifted = await withDeps(async (deps) => {
        if (!(await deps.memory.company(company))) throw refusal(problem('company-not-found'))
        return liftHold(deps, company, id)
      })
      if (isProblem(lifted)) throw refusal(lifted)
      print('Lifted.')
    })
}
