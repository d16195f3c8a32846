#!/usr/bin/env node
import { Command } from 'commander'
import { addBackupCommand } from './backup.ts'
import { addBatchCommand } from './batch.ts'
import { addCheckCommand } from './check.ts'
import { addCompanyCommands } from './company.ts'
import { addExportCommand } from './export.ts'
import { addDoctorCommand } from './doctor/doctor.ts'
import { addEventsCommand } from './events.ts'
import { addHoldCommands } from './holds.ts'
import { addImportCommand } from './import.ts'
import { addKeyCommands } from './keys.ts'
import { addKitCommand } from './kit.ts'
import { addMoveCommand } from './move.ts'
import { addPeopleCommands } from './people.ts'
import { addRebuildCommand } from './rebuild.ts'
import { addRepliesCommand } from './replies.ts'
import { note, sentenceOf } from './run.ts'
import { addTemplateCommands } from './template.ts'
import { addWebhookCommands } from './webhooks.ts'
import { addVerifyCommand } from './verify.ts'

const program = new Command('quiero')
  .description('WhatsApp opt-in that a business can prove: companies, keys and checks.')
  .addHelpText(
    'after',
    '\nThe database is DATABASE_URL, or quiero.db under DATA_DIR (./data). The key is QUIERO_KEY, or the file beside it.',
  )
  .showHelpAfterError()

addBackupCommand(program)
addBatchCommand(program)
addCheckCommand(program)
addCompanyCommands(program)
addExportCommand(program)
addDoctorCommand(program)
addEventsCommand(program)
addKeyCommands(program)
addKitCommand(program)
addMoveCommand(program)
addHoldCommands(program)
addImportCommand(program)
addPeopleCommands(program)
addRebuildCommand(program)
addTemplateCommands(program)
addRepliesCommand(program)
addWebhookCommands(program)
addVerifyCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  note(sentenceOf(error))
  process.exitCode = 1
}
