import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { InvalidArgumentError, Option, type Command } from 'commander'
import * as v from 'valibot'
import { ConfigError } from '../config.ts'
import { barOf, megabytes, type Progress } from './progress.ts'
import { note, print } from './run.ts'
import { upload, type Uploaded } from './upload.ts'

const MOST_TRIES = 10
const LONGEST_PAUSE_MS = 30_000
const SOME_REFUSED = 2

type Asked = {
  readonly id: string
  readonly url: string
  readonly key: string
  readonly csv?: true
  readonly dryRun?: true
  readonly report?: string
} & { readonly [query in (typeof PASSED_ON)[number]]?: string }

/** What goes into the query as it is. */
const PASSED_ON = ['columns', 'country', 'answer', 'categories', 'sender', 'at', 'source'] as const

/** `quiero import`. */
export const addImportCommand = (program: Command): void => {
  program
    .command('import')
    .argument('<file>', 'the rows, NDJSON or CSV, packed where it ends in .gz; "-": standard input')
    .requiredOption(
      '--id <id>',
      'your own name for this import: sent again, it goes on where it was',
    )
    .addOption(
      new Option('--url <url>', 'the server').env('QUIERO_URL').default('http://localhost:8787'),
    )
    .addOption(
      new Option('--key <key>', 'an API key with the scope "imports"')
        .env('QUIERO_API_KEY')
        .makeOptionMandatory(),
    )
    .option('--csv', 'it is a CSV, whatever it is called')
    .option(
      '--columns <pairs>',
      'your columns: "Teléfono=phone,Alta=at"; all others are left out',
      asMapping,
    )
    .option('--country <code>', 'of which country numbers are that have no country code')
    .option('--answer <answer>', 'what all rows say that do not say it themselves: yes or no')
    .option('--categories <ids>', 'likewise, with spaces between them')
    .option('--sender <id>', 'likewise')
    .option('--at <time>', 'likewise: a day, or an instant with its zone')
    .option('--source <text>', 'likewise: where you have it from')
    .option('--dry-run', 'say what would come of it, and keep nothing')
    .option('--report <file>', 'write a CSV of the rows that were refused')
    .description('take old records of yes and no in, as POST /v1/imports does')
    .addHelpText(
      'after',
      '\nEnds with 2 where some rows were refused. What breaks off is tried again.',
    )
    .action(importFile)
}

const asMapping = (pairs: string): string => {
  const all = pairs.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  if (!all.every((pair) => pair.length === 2)) {
    throw new InvalidArgumentError('Pairs such as "Teléfono=phone", with commas between them.')
  }
  return JSON.stringify(Object.fromEntries(all))
}

const importFile = async (file: string, asked: Asked): Promise<void> => {
  const bar = barOver(file)
  const sent = await untilAnswered(file, asked, bar).finally(() => bar.end())
  if (sent.status !== 200) throw refusalIn(sent)
  const done = v.parse(Done, JSON.parse(sent.text))
  const { rows, taken, repeated = 0, refused } = done
  const all = [`${rows} rows`, `${taken} taken`, `${repeated} known already`, `${refused} refused`]
  print(all.join('\t'))
  for (const { row, problem, at } of done.refusedRows ?? []) {
    print([row, problem, ...(at === undefined ? [] : [at])].join('\t'))
  }
  if (asked.report !== undefined && !asked.dryRun) await writeReport(asked, asked.report)
  if (refused > 0) process.exitCode = SOME_REFUSED
}

const Done = v.object({
  rows: v.number(),
  taken: v.number(),
  repeated: v.optional(v.number()),
  refused: v.number(),
  refusedRows: v.optional(
    v.array(v.object({ row: v.number(), problem: v.string(), at: v.optional(v.string()) })),
  ),
})

const Refusal = v.object({ code: v.string(), title: v.string(), detail: v.string() })

/** A refusal in the server's own sentences. */
const refusalIn = ({ status, text }: Uploaded): ConfigError => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Refusal), text)
  return new ConfigError(
    read.success ? `${read.output.title}. ${read.output.detail}` : `The server answered ${status}.`,
  )
}

/** Sends a file until the server has answered for all of it. It passes over what it has taken. */
const untilAnswered = async (file: string, asked: Asked, bar: Progress): Promise<Uploaded> => {
  let rows = 0
  for (let tries = 1; ; tries += 1) {
    bar.restart()
    const sent = await upload(uploadOf(file, asked, bar)).catch((error: unknown) => {
      // Standard input cannot be read again.
      if (file === '-' || tries >= MOST_TRIES) throw error
      return null
    })
    if (sent && (!isPassing(sent) || file === '-' || tries >= MOST_TRIES)) return sent
    await sleep(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** tries))
    const now = await rowsTaken(asked)
    if (now > rows) tries = 0
    rows = Math.max(rows, now)
  }
}

/** Whether it can be otherwise in a moment: what has broken off is held for a minute and a half. */
const isPassing = ({ status, text }: Uploaded): boolean =>
  status >= 500 || status === 429 || (status === 409 && text.includes('"import-in-use"'))

const uploadOf = (file: string, asked: Asked, bar: Progress) => {
  const isPacked = file.endsWith('.gz')
  const isCsv = asked.csv ?? /\.csv(?:\.gz)?$/iu.test(file)
  const url = addressIn(asked, '/v1/imports')
  url.searchParams.set('id', asked.id)
  for (const name of PASSED_ON) {
    const value = asked[name]
    if (value !== undefined) url.searchParams.set(name, value)
  }
  if (asked.dryRun) url.searchParams.set('dryRun', '1')
  return {
    url,
    headers: {
      Authorization: `Bearer ${asked.key}`,
      'Content-Type': isCsv ? 'text/csv' : 'application/x-ndjson',
      ...(isPacked && { 'Content-Encoding': 'gzip' }),
    },
    body: file === '-' ? process.stdin : createReadStream(file),
    onBytes: bar.add,
  }
}

const addressIn = ({ url }: Asked, path: string): URL => {
  const base = url.endsWith('/') ? url.slice(0, -1) : url
  if (!URL.canParse(base)) throw new ConfigError('--url is no address.')
  return new URL(`${base}${path}`)
}

const rowsTaken = async (asked: Asked): Promise<number> => {
  const headers = { Authorization: `Bearer ${asked.key}` }
  const answer = await fetch(addressIn(asked, `/v1/imports/${asked.id}`), { headers }).catch(
    () => null,
  )
  if (!answer?.ok) return 0
  const read = v.safeParse(v.object({ rows: v.number() }), await answer.json().catch(() => null))
  return read.success ? read.output.rows : 0
}

const writeReport = async (asked: Asked, path: string): Promise<void> => {
  const headers = { Authorization: `Bearer ${asked.key}`, Accept: 'text/csv' }
  const answer = await fetch(addressIn(asked, `/v1/imports/${asked.id}/refused`), { headers })
  if (!answer.ok || !answer.body) throw new ConfigError(`The server answered ${answer.status}.`)
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(path))
  note(`the refused rows are in ${path}`)
}

const barOver = (file: string): Progress =>
  file === '-' ? megabytes('sent') : barOf('sent', statSync(file).size, 'bytes')
