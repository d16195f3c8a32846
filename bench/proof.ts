import type { EngineName } from '../server/store/engine.ts'
import type { OpenDatabase } from './database.ts'

/** What a proof is run with. */
export type Run<Size> = {
  readonly engine: EngineName
  readonly open: OpenDatabase
  readonly size: Size
  readonly progress: Progress
}

/** Told how far a proof is, in its own words. */
export type Progress = (line: string) => void

/** What a proof counted, and what it found amiss; or why it could not look. */
export type Finding =
  | { readonly kind: 'looked'; readonly figures: Figures; readonly faults: readonly string[] }
  | { readonly kind: 'skipped'; readonly why: string }

export type Figures = { readonly [name: string]: number }

/** A proof that can run whole, and shortened in the test suite. */
export type Proof<Size> = {
  readonly name: string
  readonly promise: string
  readonly engines: readonly EngineName[]
  readonly whole: Size
  readonly short: Size
  prove(run: Run<Size>): Promise<Finding>
}

/** Counts that must not be nought, or the proof has proved nothing. */
export const vacuous = (figures: Figures, ...names: readonly string[]): readonly string[] =>
  names.filter((name) => !figures[name]).map((name) => `nothing was proved: ${name} is 0`)

const MOST_TOLD = 10

/** The first few of many faults, and how many more there are. */
export const fewOf = (faults: readonly string[]): readonly string[] =>
  faults.length <= MOST_TOLD
    ? faults
    : [...faults.slice(0, MOST_TOLD), `… and ${faults.length - MOST_TOLD} more`]
