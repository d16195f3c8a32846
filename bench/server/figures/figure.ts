import type { EngineName } from '../../../server/store/engine.ts'
import type { OpenDatabase } from '../../database.ts'
import type { Progress } from '../../proof.ts'
import type { ServerProcess } from '../../server-process.ts'
import type { Service } from '../../service.ts'
import { type Driven, perSecond, workEach } from '../load.ts'

/** What was measured, what it was measured beside in the same run, and what was to be reached. */
export type Figure = {
  readonly what: string
  readonly engine: EngineName
  readonly ours: string
  readonly beside: string
  /** Ours to the other's by the clock, or how much ours is; null where nothing is compared. */
  readonly value: number | null
  /** A ratio by the processor's time, which hardly changes when the machine is busy; null where nobody tells. */
  readonly byWork: number | null
  readonly limit: Limit | null
}

/** A figure with the name that it is asked for by. */
export type Taken = Figure & { readonly name: string }

type Limit = { readonly least: number } | { readonly most: number }

/** How much is measured. */
export type FigureSize = {
  /** People stored, and ten times as many. */
  readonly people: number
  readonly tenTimes: number
  /** People stored on PostgreSQL, and in a list that is asked of it. */
  readonly onPostgres: number
  readonly listOnPostgres: number
  /** Rows of an import. */
  readonly imported: number
  /** Requests in one load, and how often the loads go round. */
  readonly amount: number
  readonly rounds: number
  readonly warmUp: number
  /** Who answers many times slower is sent fewer. */
  readonly amountForSlow: number
  readonly probeMs: number
}

/** What figures are measured with: everything that takes long to set up is set up once a run, and ended after it. */
export type Bench = {
  readonly open: OpenDatabase
  readonly size: FigureSize
  readonly progress: Progress
  /** A database with so many people in it, and a server on it that has been asked already. */
  readonly peopled: (engine: EngineName, people: number) => Promise<Peopled>
  /** c15t's server with so many people in its database. */
  readonly c15t: (people: number) => Promise<ServerProcess>
  /** The bare server. */
  readonly bare: () => Promise<ServerProcess>
}

export type Peopled = {
  readonly service: Service
  readonly server: ServerProcess
  readonly people: number
}

/** Figures that are measured together, under one name. */
export type Figures = {
  readonly name: string
  readonly tells: string
  readonly measure: (bench: Bench) => Promise<readonly Figure[]>
}

/** A rate and the work of each, in words. */
export const told = (driven: Driven): string => {
  const work = workEach(driven)
  const each = work === null ? '' : `, ${(work * 1000).toFixed(2)} ms each`
  return `${rate(perSecond(driven))}${each}`
}

/** So many a second, in words. */
export const rate = (perSecondOf: number): string =>
  `${Math.round(perSecondOf).toLocaleString('en')} a second`

/** How two loads of the same compare. Throws where a request failed: what was measured then is not what was asked. */
export const compared = (ours: Driven, other: Driven): Pick<Figure, 'value' | 'byWork'> => {
  const failed = ours.failed + other.failed
  if (failed > 0) throw new Error(`${failed} requests failed`)
  return {
    value: perSecond(ours) / perSecond(other),
    byWork: workRatio(workEach(ours), workEach(other)),
  }
}

/** The other's work to ours; null where the system does not tell, or was too little to be counted. */
export const workRatio = (ours: number | null, other: number | null): number | null =>
  ours && other ? other / ours : null

/** A count as it is written. */
export const counted = (count: number): string => count.toLocaleString('en')
