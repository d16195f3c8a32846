import { Option, type Command } from 'commander'
import {
  listDeadLetters,
  listWebhooks,
  replayWebhook,
  testWebhook,
} from '../actions/company-webhooks.ts'
import { isProblem, problem } from '../actions/problem.ts'
import type { Deps, StoredCompany } from '../ports.ts'
import { print, refusal, withDeps } from './run.ts'

type Replayed = { readonly event?: string; readonly after?: string }

/** `quiero webhooks list`, `dead`, `replay` and `test`. */
export const addWebhookCommands = (program: Command): void => {
  const webhooks = program.command('webhooks').description('where a company is told of events')
  webhooks
    .command('list')
    .argument('<company>', 'the company’s id')
    .description('list the webhooks and what waits for them, one a line')
    .action(async (company: string) => {
      for (const { webhook, state } of await withCompany(company, listWebhooks)) {
        const { behind = 0, waiting = 0, dead = 0, goneUrl = null } = state ?? {}
        const gone = goneUrl === webhook.url ? ['answered 410'] : []
        print(
          [
            webhook.id,
            webhook.url,
            `${behind} behind`,
            `${waiting} waiting`,
            `${dead} dead`,
            ...gone,
          ].join('\t'),
        )
      }
    })
  webhooks
    .command('dead')
    .argument('<company>', 'the company’s id')
    .argument('<webhook>', 'the webhook’s id')
    .description('list the events that a webhook never took, and why, one a line')
    .action(async (company: string, id: string) => {
      const dead = await withCompany(company, (deps, stored) => listDeadLetters(deps, stored, id))
      if (isProblem(dead)) throw refusal(dead)
      for (const { event, reason, tries, endedAt } of dead) {
        print([event, reason, `${tries} tries`, new Date(endedAt).toISOString()].join('\t'))
      }
    })
  addActs(webhooks)
}

const addActs = (webhooks: Command): void => {
  webhooks
    .command('replay')
    .argument('<company>', 'the company’s id')
    .argument('<webhook>', 'the webhook’s id')
    .option('--event <event>', 'the dead letter of this event alone')
    .addOption(
      new Option('--after <cursor>', 'every event after a cursor of the feed').conflicts('event'),
    )
    .description('let a webhook be told again: of its dead letters, unless told otherwise')
    .action(async (company: string, id: string, { event, after }: Replayed) => {
      const replay = after === undefined ? { event } : { after }
      const replayed = await withCompany(company, (deps, stored) =>
        replayWebhook(deps, stored, id, replay),
      )
      if (isProblem(replayed)) throw refusal(replayed)
      print(`${replayed} again`)
    })
  webhooks
    .command('test')
    .argument('<company>', 'the company’s id')
    .argument('<webhook>', 'the webhook’s id')
    .description('post a test event at once')
    .action(async (company: string, id: string) => {
      const posted = await withCompany(company, (deps, stored) => testWebhook(deps, stored, id))
      if (isProblem(posted)) throw refusal(posted)
      print(posted.outcome === 'taken' ? 'taken' : `not taken: ${posted.reason}`)
      if (posted.outcome !== 'taken') process.exitCode = 1
    })
}

const withCompany = <T>(
  company: string,
  act: (deps: Deps, stored: StoredCompany) => Promise<T>,
): Promise<T> =>
  withDeps(async (deps) => {
    const stored = await deps.memory.company(company)
    if (!stored) throw refusal(problem('company-not-found'))
    return act(deps, stored)
  })
