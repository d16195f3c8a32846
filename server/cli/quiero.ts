#!/usr/bin/env node
import { Command } from 'commander'
import { addBatchCommand } from './batch.ts'
import { addCompanyCommands } from './company.ts'
import { addHoldCommands } from './holds.ts'
import { addImportCommand } from './import.ts'
import { addKeyCommands } from './keys.ts'
import { addPeopleCommands } from './people.ts'
import { addRebuildCommand } from './rebuild.ts'
import { addRepliesCommand } from './replies.ts'
import { note, sentenceOf } from './run.ts'
import { addTemplateCommands } from './template.ts'
import { addWebhookCommands } from './webhooks.ts'

const program = new Command('quiero')
  .description('WhatsApp opt-in that a business can prove: companies, keys and checks.')
  .addHelpText(
    'after',
    '\nThe database is DATABASE_URL, or quiero.db under DATA_DIR (./data). The key is QUIERO_KEY, or the file beside it.',
  )
  .showHelpAfterError()

addBatchCommand(program)
addCompanyCommands(program)
addKeyCommands(program)
addHoldCommands(program)
addImportCommand(program)
addPeopleCommands(program)
addRebuildCommand(program)
addTemplateCommands(program)
addRepliesCommand(program)
addWebhookCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  note(sentenceOf(error))
  process.exitCode = 1
}
