#!/usr/bin/env node
import { Command } from 'commander'
import { ConfigError } from '../config.ts'
import { addCompanyCommands } from './company.ts'
import { addKeyCommands } from './keys.ts'
import { addRebuildCommand } from './rebuild.ts'

const program = new Command('quiero')
  .description('WhatsApp opt-in that a business can prove: companies, keys and checks.')
  .addHelpText(
    'after',
    '\nThe database is DATABASE_URL, or quiero.db under DATA_DIR (./data). The key is QUIERO_KEY, or the file beside it.',
  )
  .showHelpAfterError()

addCompanyCommands(program)
addKeyCommands(program)
addRebuildCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
