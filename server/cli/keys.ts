import { InvalidArgumentError, Option, type Command } from 'commander'
import { createApiKey } from '../actions/api-keys.ts'
import { keyIdOf, rotateKey, withdrawKey } from '../actions/manage-api-keys.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { SCOPES, type Deps, type Scope } from '../ports.ts'
import { note, print, refusal, withDeps } from './run.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a key is made for when nothing is said: everything but making other keys, carrying everybody off and erasing. */
const USUAL: readonly Scope[] = SCOPES.filter(
  (scope) => !['keys', 'exports', 'erasure'].includes(scope),
)

/** `quiero keys create`, `list`, `rotate` and `withdraw`. */
export const addKeyCommands = (program: Command): void => {
  const keys = program.command('keys').description('keys of a company’s backends')
  addCreate(keys)
  addList(keys)
  addRotate(keys)
  addWithdraw(keys)
}

type Wanted = { readonly name: string; readonly scope: readonly Scope[]; readonly days?: number }

const addCreate = (keys: Command): void => {
  keys
    .command('create')
    .argument('<company>', 'the company’s id')
    .requiredOption('--name <name>', 'what the key is for')
    .addOption(
      new Option('--scope <scope...>', 'what the key may do').choices(SCOPES).default([...USUAL]),
    )
    .option('--days <days>', 'for how many days it is good (until it is withdrawn)', readDays)
    .description('make a key; it is shown once and kept nowhere')
    .action(async (company: string, { name, scope, days }: Wanted) => {
      const key = await withDeps((deps) => {
        const endsAt = days === undefined ? null : deps.now() + days * DAY
        return createApiKey(deps, company, name, scope, endsAt)
      })
      if (isProblem(key)) throw refusal(key)
      note(`May: ${scope.join(', ')}. This is the only time the key is shown.`)
      print(key)
    })
}

const addList = (keys: Command): void => {
  keys
    .command('list')
    .argument('<company>', 'the company’s id')
    .description('list the keys, one a line: id, how it begins, name, scopes, state, last use')
    .action(async (company: string) => {
      const { found, now } = await withDeps(async (deps) => {
        await needCompany(deps, company)
        return { found: await deps.memory.of(company).apiKeys(), now: deps.now() }
      })
      for (const key of found) {
        const state = stateOf(key.endsAt, now)
        const used = key.lastUsedAt === null ? 'never used' : `used ${iso(key.lastUsedAt)}`
        const prefix = key.prefix === null ? 'qk_' : key.prefix
        print([keyIdOf(key), `${prefix}…`, key.name, key.scopes.join(','), state, used].join('\t'))
      }
      if (found.length === 0) print('No key.')
    })
}

const addRotate = (keys: Command): void => {
  keys
    .command('rotate')
    .argument('<company>', 'the company’s id')
    .argument('<key>', 'the key’s id (key_…), as keys list tells it')
    .option('--old-days <days>', 'for how many days the old key goes on', readDays, 1)
    .option('--days <days>', 'for how many days the new one is good (as the old one was)', readDays)
    .description('make a key in another’s place; the old one ends a day later')
    .action(async (company: string, id: string, wanted: { oldDays: number; days?: number }) => {
      const made = await withDeps(async (deps) => {
        await needCompany(deps, company)
        const now = deps.now()
        return rotateKey(deps, { company, scopes: SCOPES }, id, {
          oldEndsAt: now + wanted.oldDays * DAY,
          endsAt: wanted.days === undefined ? undefined : now + wanted.days * DAY,
        })
      })
      if (isProblem(made)) throw refusal(made)
      note('This is the only time the key is shown.')
      print(made.text)
    })
}

const addWithdraw = (keys: Command): void => {
  keys
    .command('withdraw')
    .argument('<company>', 'the company’s id')
    .argument('<key>', 'the key’s id (key_…), as keys list tells it')
    .description('end a key at once')
    .action(async (company: string, id: string) => {
      const withdrawn = await withDeps(async (deps) => {
        await needCompany(deps, company)
        return withdrawKey(deps, { company }, id)
      })
      if (isProblem(withdrawn)) throw refusal(withdrawn)
      print('Withdrawn.')
    })
}

const needCompany = async (deps: Deps, company: string): Promise<void> => {
  if (!(await deps.memory.company(company))) throw refusal(problem('company-not-found'))
}

const readDays = (text: string): number => {
  const days = Number(text)
  if (text.trim() !== '' && days >= 0 && days <= 36_500) return days
  throw new InvalidArgumentError('A number of days is needed.')
}

const stateOf = (endsAt: number | null, now: number): string => {
  if (endsAt === null) return 'in force'
  return endsAt <= now ? `ended ${iso(endsAt)}` : `until ${iso(endsAt)}`
}

const iso = (at: number): string => new Date(at).toISOString()
