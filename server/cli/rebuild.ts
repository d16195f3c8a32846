import type { Command } from 'commander'
import { problem } from '../actions/problem.ts'
import { rebuildRegisters, type Difference, type Rebuilt } from '../actions/rebuild-registers.ts'
import { note, print, refusal, withDeps } from './run.ts'

/** `quiero rebuild`. */
export const addRebuildCommand = (program: Command): void => {
  program
    .command('rebuild')
    .argument('[company...]', 'the companies’ ids (all of them)')
    .option('--mend', 'replace registers that differ', false)
    .description('compute all registers anew from the events, and report every difference')
    .action(async (wanted: readonly string[], { mend }: { readonly mend: boolean }) => {
      const found = await withDeps(async (deps) => {
        const companies = wanted.length > 0 ? wanted : await deps.memory.companies()
        const rebuilt: Rebuilt[] = []
        for (const company of companies) {
          if (!(await deps.memory.company(company))) throw refusal(problem('company-not-found'))
          const progress = (persons: number) => showProgress(company, persons)
          const one = await rebuildRegisters(deps, company, mend, progress)
          print(`${company}: ${one.persons} persons, ${one.events} events`)
          rebuilt.push(one)
        }
        return rebuilt.flatMap(({ differences }) => differences)
      })
      for (const difference of found) print(told(difference))
      print(found.length === 0 ? 'No difference.' : `${found.length} differences.`)
      if (found.length > 0 && !mend) process.exitCode = 1
    })
}

const showProgress = (company: string, persons: number): void => {
  if (process.stderr.isTTY) note(`\u001B[1A\u001B[2K${company}: ${persons} persons so far`)
}

const told = (difference: Difference): string =>
  difference.kind === 'leaf'
    ? `${difference.person}: the leaf of ${difference.event} is not what the event comes to`
    : `${difference.person}: register ${difference.register}`
