import type { Command } from 'commander'
import { ConfigError, readConfig } from '../config.ts'
import { backUp } from '../store/backup.ts'
import { barOf, type Progress } from './progress.ts'
import { note } from './run.ts'

/** `quiero backup`. */
export const addBackupCommand = (program: Command): void => {
  program
    .command('backup')
    .argument('<file>', 'where the copy goes; it must not be there yet')
    .description('copy the SQLite file as it stands, while servers write to it')
    .addHelpText(
      'after',
      `
The key is not in it: without QUIERO_KEY, or the file quiero.key, a copy opens to nobody. Keep them apart.
A copy is looked over with DATABASE_URL=FILE quiero rebuild. PostgreSQL is copied by its own pg_dump.`,
    )
    .action(async (file: string) => {
      const { database } = readConfig(process.env)
      if (database.startsWith('postgres')) {
        throw new ConfigError(
          'PostgreSQL is copied by its own tools, while servers write to it:\n' +
            '  pg_dump --format=custom --file=FILE "$DATABASE_URL"\n' +
            '  pg_restore --dbname="$ANOTHER_URL" FILE',
        )
      }
      const bar = pageBar()
      try {
        await backUp(database, file, bar.tell)
      } catch (error) {
        throw isThere(error) ? new ConfigError('There is a file of this name already.') : error
      } finally {
        bar.end()
      }
      note('Backed up. The key is not in it: keep that too, and apart from it.')
    })
}

const pageBar = () => {
  let bar: Progress | null = null
  let told = 0
  return {
    tell: (copied: number, total: number): void => {
      bar ??= barOf('copied', total, 'pages')
      bar.add(copied - told)
      told = copied
    },
    end: (): void => bar?.end(),
  }
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'
