import type { Command } from 'commander'
import { problem } from '../actions/problem.ts'
import type { ReplyCount } from '../ports.ts'
import { print, refusal, withDeps } from './run.ts'

/** `quiero replies`. */
export const addRepliesCommand = (program: Command): void => {
  program
    .command('replies')
    .argument('[company...]', 'the companies’ ids (all of them)')
    .description('count what was answered to people, what was not, and why')
    .action(async (wanted: readonly string[]) => {
      await withDeps(async ({ memory }) => {
        for (const company of wanted.length > 0 ? wanted : await memory.companies()) {
          if (!(await memory.company(company))) throw refusal(problem('company-not-found'))
          const counts = await memory.of(company).replyCounts()
          if (counts.length === 0) print(`${company}: no replies`)
          for (const count of counts) print(`${company}: ${told(count)}`)
        }
      })
    })
}

const told = ({ kind, state, reason, count }: ReplyCount): string =>
  [String(count), kind, state, ...(reason === null ? [] : [`(${reason})`])].join(' ')
