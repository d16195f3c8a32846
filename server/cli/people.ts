import type { Command } from 'commander'
import { erasePerson } from '../actions/erase-person.ts'
import { isProblem, problem } from '../actions/problem.ts'
import { settlePerson, type Settlement } from '../actions/settle-person.ts'
import { print, refusal, withDeps } from './run.ts'

/** `quiero people settle` and `erase`. */
export const addPeopleCommands = (program: Command): void => {
  const people = program.command('people').description('the people of a company')
  people
    .command('settle')
    .argument('<company>', 'the company’s id')
    .argument('<person>', 'the person’s id (per_…)')
    .option('--note <note>', 'who looked, and what they found')
    .option('--same-as <person>', 'another person in doubt who is this same one')
    .description('say that somebody has looked at who is who: decisions are made again')
    .action(async (company: string, person: string, found: Settlement) => {
      const settled = await withDeps(async (deps) => {
        const stored = await deps.memory.company(company)
        return stored ? settlePerson(deps, stored, person, found) : problem('company-not-found')
      })
      if (isProblem(settled)) throw refusal(settled)
      print(`${settled.id}: ${settled.conflict === null ? 'settled' : 'still in doubt'}`)
    })
  people
    .command('erase')
    .argument('<company>', 'the company’s id')
    .argument('<person>', 'the person’s id (per_…)')
    .description('take away all that tells who a person is; every no of theirs goes on')
    .action(async (company: string, person: string) => {
      const erased = await withDeps(async (deps) => {
        const stored = await deps.memory.company(company)
        return stored ? erasePerson(deps, stored, person) : problem('company-not-found')
      })
      if (isProblem(erased)) throw refusal(erased)
      print(`${erased.person}: erased (${erased.event})`)
    })
}
