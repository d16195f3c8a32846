import type { Command } from 'commander'
import { ConfigError, readConfig } from '../config.ts'
import { compareMoved, isSame, move, MoveError, told } from '../store/move/move.ts'
import { barOf, type Progress } from './progress.ts'
import { note, print } from './run.ts'

type Wanted = { readonly from?: string; readonly to?: string; readonly check: boolean }

/** `quiero move`. */
export const addMoveCommand = (program: Command): void => {
  program
    .command('move')
    .option('--from <file>', 'the SQLite file (quiero.db under DATA_DIR)')
    .option('--to <url>', 'an empty PostgreSQL database, postgres://… (DATABASE_URL)')
    .option('--check', 'only compare them, as they stand', false)
    .description('copy a SQLite file into PostgreSQL: all of it, compared row by row, or nothing')
    .addHelpText(
      'after',
      `
Stop the servers on the file first: while it is copied nothing is written to it, and what is written
afterwards would be left behind. Then start them with DATABASE_URL, and with the same QUIERO_KEY, or
what is in quiero.key beside the file: sealed rows go as they are.`,
    )
    .action(async (wanted: Wanted) => {
      const { from, to } = placesOf(wanted)
      const bars = progressBars()
      const work = wanted.check ? compareMoved : move
      const found = await work({ from, to, onPart: bars.begin })
        .catch((error: unknown) => {
          throw error instanceof MoveError ? new ConfigError(error.message) : error
        })
        .finally(bars.end)
      for (const { table, rows } of found) if (rows > 0) print(`${table}\t${rows}`)
      if (!found.every(isSame)) throw new ConfigError(`They differ: ${told(found)}.`)
      note(wanted.check ? 'No difference.' : 'Moved. Start the servers with DATABASE_URL now.')
    })
}

const placesOf = ({ from, to }: Wanted): { readonly from: string; readonly to: string } => {
  const url = to ?? process.env['DATABASE_URL'] ?? ''
  if (!/^postgres(?:ql)?:\/\//u.test(url)) {
    throw new ConfigError('--to must be a database to move into: postgres://…')
  }
  const { database } = readConfig({ ...process.env, DATABASE_URL: undefined })
  return { from: from ?? database, to: url }
}

const progressBars = () => {
  let bar: Progress | null = null
  const end = (): void => {
    bar?.end()
    bar = null
  }
  return {
    begin: (part: 'copied' | 'checked', rows: number): ((more: number) => void) => {
      end()
      const begun = barOf(part, rows, 'rows')
      bar = begun
      return begun.add
    },
    end,
  }
}
