import { styleText } from 'node:util'
import type { Command } from 'commander'
import { type Config, ConfigError, readConfig } from '../../config.ts'
import { print, withDeps } from '../run.ts'
import { KeyError } from '../../store/keyring.ts'
import { companyFindings } from './companies.ts'
import { databaseFindings } from './database.ts'
import { bad, type Finding } from './finding.ts'
import { machineFindings, publicFindings } from './machine.ts'

/** `quiero doctor`. */
export const addDoctorCommand = (program: Command): void => {
  program
    .command('doctor')
    .description('look whether all is well here, and say what to do; fails where something is bad')
    .action(async () => {
      const findings = await findingsOf(process.env)
      for (const finding of findings) tell(finding)
      if (findings.some(({ level }) => level === 'bad')) process.exitCode = 1
    })
}

const findingsOf = async (env: NodeJS.ProcessEnv): Promise<readonly Finding[]> => {
  const config = configIn(env)
  if ('level' in config) return [config]
  const machine = machineFindings(config)
  const database = await databaseFindings(config, Date.now)
  const found = [...machine, ...database.findings, ...(await publicFindings(config, Date.now))]
  // Opened only where that makes and changes nothing.
  return database.isOfNow ? [...found, ...(await insideFindings())] : found
}

const configIn = (env: NodeJS.ProcessEnv): Config | Finding => {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return bad(error.message, 'Set it, or leave it out.')
    throw error
  }
}

const insideFindings = async (): Promise<readonly Finding[]> => {
  try {
    return await withDeps(companyFindings)
  } catch (error) {
    if (error instanceof KeyError || error instanceof ConfigError) {
      return [
        bad(
          error.message,
          'Find the key that the database was made with: nothing opens it without.',
        ),
      ]
    }
    throw error
  }
}

const MARKS = { good: '✓', look: '!', bad: '✗' } as const
const COLOURS = { good: 'green', look: 'yellow', bad: 'red' } as const

const tell = (finding: Finding): void => {
  print(`${styleText(COLOURS[finding.level], MARKS[finding.level])} ${finding.what}`)
  if (finding.level !== 'good') print(`  → ${finding.todo}`)
}
