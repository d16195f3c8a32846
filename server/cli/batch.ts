import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { askBatch } from '../actions/ask-batch.ts'
import { problem } from '../actions/problem.ts'
import { answersTo } from '../http/batch/answers.ts'
import { BrokenOff, readBatchBody } from '../http/batch/body.ts'
import { CSV, NDJSON } from '../http/batch/formats.ts'
import { megabytes } from './progress.ts'
import { refusal, withDeps } from './run.ts'

/** `quiero batch`. */
export const addBatchCommand = (program: Command): void => {
  program
    .command('batch')
    .argument('<company>', 'the company’s id')
    .argument('<file>', 'the questions, one a line; "-" reads them from standard input')
    .option('--csv', 'they are CSV, and so are the answers', false)
    .description('answer a list of questions, a line each, as POST /v1/may-send/batch does')
    .action(async (company: string, file: string, { csv }: { readonly csv: boolean }) => {
      await withDeps(async (deps) => {
        const stored = await deps.memory.company(company)
        if (!stored) throw refusal(problem('company-not-found'))
        const batch = await askBatch(deps, stored)
        const told = megabytes('read')
        try {
          const sent = file === '-' ? process.stdin : createReadStream(file)
          const body = readBatchBody(sent, file.endsWith('.gz'), told.add)
          await pipeline(Readable.from(answersTo(batch, body, csv ? CSV : NDJSON)), process.stdout)
        } catch (error) {
          throw error instanceof BrokenOff ? refusal(error.problem) : error
        } finally {
          told.end()
          await batch.end()
        }
      })
    })
}
