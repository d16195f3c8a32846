import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { isLoopback, type Config } from '../../config.ts'
import { bad, type Finding, good, look } from './finding.ts'

const LEAST_NODE = 24
const MEGABYTE = 1_000_000
const LITTLE_ROOM = 1_000
const NO_ROOM = 100
const PATIENCE_MS = 3_000
/** A signature is good for five minutes; a minute of that is lost to nobody's fault. */
const MOST_SKEW_MS = 60_000

/** What this process runs on and with. */
export const machineFindings = (config: Config): readonly Finding[] => [
  nodeFinding(process.versions.node),
  ...keyFindings(config),
  ...diskFindings(config.dataDir),
]

const nodeFinding = (version: string): Finding =>
  Number.parseInt(version, 10) >= LEAST_NODE
    ? good(`Node ${version}`)
    : bad(`Node ${version} is too old.`, 'Start it by npm, which brings the Node that is needed.')

const keyFindings = ({ key, database, dataDir }: Config): readonly Finding[] => {
  if (key !== null) return [good('The key is QUIERO_KEY.')]
  if (database.startsWith('postgres')) {
    return [bad('QUIERO_KEY is not set.', 'Set it to the key that the database was made with.')]
  }
  return [
    existsSync(join(dataDir, 'quiero.key'))
      ? look(
          'The key lies beside the data, so that whoever copies the folder can read it.',
          'Keep it elsewhere, and set QUIERO_KEY to what the file says.',
        )
      : look('There is no key yet; the first start makes one.', 'Set QUIERO_KEY to one of yours.'),
  ]
}

const diskFindings = (dataDir: string): readonly Finding[] => {
  if (!existsSync(dataDir)) return []
  const { bavail, bsize } = statfsSync(dataDir)
  const free = Math.floor((bavail * bsize) / MEGABYTE)
  const what = `${free} MB are free where the data is.`
  if (free < NO_ROOM) return [bad(what, 'Make room: nothing can be kept without it.')]
  return [free < LITTLE_ROOM ? look(what, 'Make room.') : good(what)]
}

/** Whether the world reaches the server under its own name, and whether their clocks agree. */
export const publicFindings = async (
  { publicUrl }: Config,
  now: () => number,
): Promise<readonly Finding[]> => {
  const { protocol, hostname } = new URL(publicUrl)
  const naming =
    protocol === 'https:' || isLoopback(hostname)
      ? []
      : [bad(`PUBLIC_URL is ${publicUrl}, without TLS.`, 'Providers and browsers need https.')]
  try {
    const answer = await fetch(`${publicUrl}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const isReady = answer.ok && (await answer.text()) === 'ready'
    const reached = isReady
      ? good(`${publicUrl} is ready.`)
      : bad(
          `${publicUrl} answers ${answer.status}, and not that it is ready.`,
          'Look at what stands before the server, and at its database.',
        )
    return [...naming, reached, ...skewFindings(answer.headers.get('date'), now())]
  } catch {
    const todo = 'Start the server, or look at PUBLIC_URL and at what stands before it.'
    return [...naming, look(`${publicUrl} is not reached from here.`, todo)]
  }
}

const skewFindings = (date: string | null, now: number): readonly Finding[] => {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? [] : [clockFinding(publicClock, at, now)]
}

const publicClock = 'that answers at PUBLIC_URL'

/** How far another clock is from ours. */
export const clockFinding = (whose: string, at: number, now: number): Finding => {
  const seconds = Math.round(Math.abs(at - now) / 1000)
  return Math.abs(at - now) <= MOST_SKEW_MS
    ? good(`The clock ${whose} agrees with this one.`)
    : bad(
        `The clock ${whose} is ${seconds} seconds from this one.`,
        'Set both by NTP: signatures are refused, and acts stand in the wrong order.',
      )
}
