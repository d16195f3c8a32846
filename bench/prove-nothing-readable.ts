import { runCanaries } from './canary-run.ts'
import { ownDatabase } from './database.ts'
import { type Disguise, disguisesOf } from './disguises.ts'
import { fewOf, type Finding, type Proof, type Run, vacuous } from './proof.ts'
import { searcherFor } from './search-bytes.ts'
import { type Service, talkative, withService } from './service.ts'
import { waitingToBeSaid } from './kept-bodies.ts'
import { plant, type StoredFile, storedFiles } from './stored-bytes.ts'

type Size = { readonly rounds: number }

/** The server says all that it can be made to say. */
const CHATTY = { LOG_LEVEL: 'debug', METRICS_TOKEN: 'a-token-of-the-bench' } as const

/** Whoever steals the database's files learns no number, word or address from them. */
export const nothingReadable: Proof<Size> = {
  name: 'nothing-readable',
  promise: 'no file of the database shows a number, a text or an address, in any of many forms',
  engines: ['sqlite', 'postgres'],
  whole: { rounds: 20 },
  short: { rounds: 1 },
  // Never a database that is shared: all its files are searched, and others would leave their own there.
  prove: (run) =>
    withService(ownDatabase, run.engine, (service) => prove(run, service), talkative, CHATTY),
}

const prove = async ({ size, progress }: Run<Size>, service: Service): Promise<Finding> => {
  const server = await service.start()
  const disguises: Disguise[] = []
  const faults: string[] = []
  const figures = {
    acts: 0,
    stored: 0,
    replies: 0,
    passings: 0,
    forms: 0,
    bytes: 0,
    found: 0,
    plantedFound: 0,
  }
  for (let round = 1; round <= size.rounds; round += 1) {
    const run = await runCanaries(service.access, server.url)
    figures.acts += run.acts
    figures.stored += run.shown
    faults.push(...run.faults)
    disguises.push(...run.canaries.flatMap(disguisesOf))
    progress(`${round} of ${size.rounds} rounds, ${disguises.length} forms to look for`)
  }
  figures.forms = disguises.length
  const search = searcherFor(disguises.map(({ needle }) => needle))
  const hitsIn = (files: readonly StoredFile[]): readonly string[] =>
    files.flatMap(({ path, bytes }) => {
      figures.bytes += bytes.length
      return [...search(bytes)].map((at) => `${path}: ${named(disguises[at])}`)
    })
  const look = async (when: string): Promise<void> => {
    progress(`searching the files ${when}`)
    const hits = hitsIn(await storedFiles(service))
    figures.found += hits.length
    faults.push(...hits.map((hit) => `${when}, ${hit}`))
  }

  await look('while the server runs')
  Object.assign(figures, await waitingToBeSaid(service))
  const counted = await metricsOf(server.url)
  faults.push(...hitsIn([{ path: 'what the server counted', bytes: Buffer.from(counted) }]))
  const isWell = await server.stop()
  if (!isWell) faults.push('the server did not end well')
  const printed = server.printed().replace(/^.*Quiero listens on .*$/mu, '')
  faults.push(...hitsIn([{ path: 'what the server printed', bytes: Buffer.from(printed) }]))
  await look('after it ended')

  await plant(
    service,
    disguises.map(({ written }) => written),
  )
  const hits = new Set((await storedFiles(service)).flatMap(({ bytes }) => [...search(bytes)]))
  figures.plantedFound = hits.size
  const blind = disguises.filter((_, at) => !hits.has(at))
  faults.push(...blind.map((disguise) => `planted, and not found: ${named(disguise)}`))
  const nothing = vacuous(figures, 'stored', 'replies', 'passings', 'bytes', 'plantedFound')
  return { kind: 'looked', figures, faults: [...fewOf(faults), ...nothing] }
}

const metricsOf = async (origin: string): Promise<string> => {
  const authorization = `Bearer ${CHATTY.METRICS_TOKEN}`
  const answer = await fetch(new URL('/metrics', origin), { headers: { authorization } })
  if (!answer.ok) throw new Error(`/metrics answered ${answer.status}`)
  return answer.text()
}

const named = (disguise: Disguise | undefined): string => `${disguise?.canary}, ${disguise?.form}`
