import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'
import { Option, type Command } from 'commander'
import type { MaySendResult } from '../../client/answers.ts'
import type { Person } from '../../client/questions.ts'
import { IDENTITY_KINDS, type IdentityKind } from '../../consent/identity.ts'
import { ConfigError } from '../config.ts'
import { clientOf, type ServerOption, withServer } from './over-http.ts'
import { note, print } from './run.ts'

type Wanted = ServerOption & {
  readonly sender: string
  readonly category: string
  readonly template?: string
  readonly by: IdentityKind
  readonly json: boolean
}

/** `quiero check`. */
export const addCheckCommand = (program: Command): void => {
  const check = program
    .command('check')
    .argument(
      '[person]',
      'who: better left out, since the list of processes shows it to everybody. Then it is asked for, or read from standard input',
    )
    .requiredOption('--sender <sender>', 'the sender’s id')
    .requiredOption('--category <category>', 'the category’s id')
    .option('--template <name>', 'the template that is to be sent')
    .addOption(
      new Option('--by <kind>', 'what the person is known by')
        .choices(IDENTITY_KINDS)
        .default('phone'),
    )
    .option('--json', 'answer in JSON, as wherever this is no terminal', false)
    .description('ask a server whether something may be sent to somebody; fails unless it may')
  withServer(check).action(async (given: string | undefined, wanted: Wanted) => {
    const quiero = clientOf(wanted)
    const { sender, category, template, by } = wanted
    const person = personBy(by, given ?? (await readPerson()))
    const answer = await quiero.maySend({ person, sender, category, template })
    print(wanted.json || !process.stdout.isTTY ? jsonOf(answer) : lineOf(answer))
    if (answer.reason === 'no_answer') note(answer.problem.message)
    if (!answer.allow) process.exitCode = 1
  })
}

const personBy = (kind: IdentityKind, value: string): Person => {
  switch (kind) {
    case 'phone':
      return { phone: value }
    case 'bsuid':
      return { bsuid: value }
    case 'email':
      return { email: value }
    case 'external':
      return { external: value }
  }
}

/** Asks at a terminal; elsewhere takes the first line. */
const readPerson = async (): Promise<string> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    if (process.stdin.isTTY) return await lines.question('Who? ')
    for await (const line of lines) if (line.trim() !== '') return line.trim()
    throw new ConfigError('Nobody is asked about: standard input is empty.')
  } finally {
    lines.close()
  }
}

const jsonOf = (answer: MaySendResult): string => {
  if (answer.reason !== 'no_answer') return JSON.stringify(answer)
  const { allow, reason, problem } = answer
  return JSON.stringify({ allow, reason, problem: problem.code })
}

const lineOf = (answer: MaySendResult): string => {
  const verdict = answer.allow ? styleText('green', 'yes') : styleText('red', 'no')
  if (answer.reason === 'no_answer') return `${verdict}  ${answer.reason}  ${answer.problem.code}`
  const { reason, proof, evidence, asOf } = answer
  const grounds = [proof && `by ${proof}`, evidence, asOf].filter((word) => word !== null)
  return `${verdict}  ${reason}  ${styleText('dim', grounds.join('  '))}`
}
