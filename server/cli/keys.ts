import { Option, type Command } from 'commander'
import { isProblem } from '../actions/problem.ts'
import { createApiKey } from '../actions/api-keys.ts'
import { SCOPES, type Scope } from '../ports.ts'
import { note, print, refusal, withDeps } from './run.ts'

/** `quiero keys create`. */
export const addKeyCommands = (program: Command): void => {
  const keys = program.command('keys').description('keys of a company’s backends')
  keys
    .command('create')
    .argument('<company>', 'the company’s id')
    .requiredOption('--name <name>', 'what the key is for')
    .addOption(
      new Option('--scope <scope...>', 'what the key may do').choices(SCOPES).default([...SCOPES]),
    )
    .description('make a key; it is shown once and kept nowhere')
    .action(async (company: string, { name, scope }: { name: string; scope: readonly Scope[] }) => {
      const key = await withDeps((deps) => createApiKey(deps, company, name, scope))
      if (isProblem(key)) throw refusal(key)
      note(`May: ${scope.join(', ')}. This is the only time the key is shown.`)
      print(key)
    })
}
