import { once } from 'node:events'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { FeedEvent } from '../../client/answers.ts'
import type { Followed } from '../../client/follow-events.ts'
import type { Quiero } from '../../client/quiero.ts'
import { clientOf, type ServerOption, withServer } from './over-http.ts'

type Wanted = ServerOption & {
  readonly follow: boolean
  readonly after?: string
  readonly cursor?: string
  readonly evidence: boolean
}

/** `quiero events`. */
export const addEventsCommand = (program: Command): void => {
  const events = program
    .command('events')
    .option('--follow', 'wait for what comes, until stopped', false)
    .option('--after <cursor>', 'begin after a cursor; "latest": with what comes from now on')
    .option('--cursor <file>', 'go on where the last run ended: the cursor is kept in this file')
    .option('--evidence', 'with the evidence, which holds numbers', false)
    .description('print what happened with people, as a server tells it: a JSON object a line')
  withServer(events).action(async (wanted: Wanted) => {
    const quiero = clientOf(wanted)
    const kept = wanted.cursor === undefined ? undefined : cursorIn(wanted.cursor)
    const after = kept ?? wanted.after
    // Whoever read them has seen enough, as `head` does.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1)
    })
    const told = wanted.follow ? following(quiero, wanted, after) : pages(quiero, wanted, after)
    for await (const { event, cursor } of told) {
      if (event) await write(event)
      // After the line: whatever happens in between, an event may come twice and is never left out.
      if (wanted.cursor !== undefined && cursor !== null) keep(wanted.cursor, cursor)
    }
  })
}

/** An event, a cursor, or both. */
type Told = { readonly event: FeedEvent | null; readonly cursor: string | null }

const following = (
  quiero: Quiero,
  { evidence }: Wanted,
  after: string | undefined,
): AsyncGenerator<Followed> => {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return quiero.events({ after, evidence, signal: stopping.signal })
}

const MOST_A_PAGE = 1_000

/** What there is now. A cursor stands at the end of each page. */
const pages = async function* (
  quiero: Quiero,
  { evidence }: Wanted,
  begin: string | undefined,
): AsyncGenerator<Told> {
  let after = begin
  for (let more = true; more;) {
    const page = await quiero.eventPage({ after, evidence, limit: MOST_A_PAGE })
    for (const event of page.events) yield { event, cursor: null }
    ;({ cursor: after, more } = page)
    yield { event: null, cursor: page.cursor }
  }
}

const write = async (event: FeedEvent): Promise<void> => {
  if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await once(process.stdout, 'drain')
}

const cursorIn = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Written beside and moved, so that it is whole whenever this ends. */
const keep = (file: string, cursor: string): void => {
  writeFileSync(`${file}.new`, `${cursor}\n`)
  renameSync(`${file}.new`, file)
}
