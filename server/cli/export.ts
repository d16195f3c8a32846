import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Argument, Option, type Command } from 'commander'
import {
  EXPORT_FORMATS,
  EXPORTS,
  type ExportFormat,
  type ExportName,
} from '../../contract/exports.ts'
import { ConfigError, readConfig } from '../config.ts'
import { refusalIn } from './over-http.ts'
import { megabytes } from './progress.ts'

type Wanted = {
  readonly format: ExportFormat
  readonly out: string
  readonly evidence: boolean
  readonly url?: string
}

/** `quiero export`. */
export const addExportCommand = (program: Command): void => {
  program
    .command('export')
    .addArgument(new Argument('<what>', 'what is wanted, whole').choices(EXPORTS))
    .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).default('ndjson'))
    .option('--out <file>', 'where it goes; "-" is the standard output', '-')
    .option('--evidence', 'with what proves each event, numbers among it (events alone)', false)
    .option('--url <url>', 'the server’s address (PUBLIC_URL)')
    .description('fetch all of a company’s people, events or consent records from a server')
    .addHelpText(
      'after',
      '\nThe key that asks is QUIERO_API_KEY; it needs the scope exports. A file is there once it is whole, or not at all.',
    )
    .action(async (what: ExportName, wanted: Wanted) => {
      const body = await fetched(what, wanted)
      const told = megabytes('fetched')
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of body) {
          told.add(piece.byteLength)
          yield piece
        }
      }
      try {
        await (wanted.out === '-'
          ? pipeline(Readable.from(counted()), process.stdout)
          : keep(counted(), wanted.out))
      } finally {
        told.end()
      }
    })
}

const fetched = async (
  what: ExportName,
  { format, evidence, url = readConfig(process.env).publicUrl }: Wanted,
): Promise<AsyncIterable<Uint8Array>> => {
  const key = process.env['QUIERO_API_KEY'] || ''
  if (key === '') throw new ConfigError('QUIERO_API_KEY must be a key that has the scope exports.')
  if (!URL.canParse(url)) throw new ConfigError('--url must be the address of a server.')
  const address = new URL(`/v1/exports/${what}`, url)
  address.searchParams.set('format', format)
  if (evidence) address.searchParams.set('evidence', '1')
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${key}` } })
  if (!answer.ok || !answer.body) throw await refusalIn(answer)
  return answer.body
}

/** Nobody takes for whole what broke off: the file gets its name at the end. */
const keep = async (pieces: AsyncIterable<Uint8Array>, file: string): Promise<void> => {
  const part = `${file}.part`
  try {
    // It holds numbers.
    await pipeline(Readable.from(pieces), createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
