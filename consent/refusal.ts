import type { Place } from './place.ts'

/** What is wrong at one place of a document, and what to do about it. Never repeats what stands there. */
export type Finding = { readonly where: string; readonly sentence: string }

/** One row of the table of refusals (design R9). A number, once given, keeps its meaning. */
export type RefusalRule = {
  readonly number: number
  /** The machine word. */
  readonly rule: string
  readonly findIn: (document: Place) => readonly Finding[]
}

/** Why a document is not taken. */
export type Refusal = Finding & Pick<RefusalRule, 'number' | 'rule'>

/** The places that do not pass, each with the same sentence. */
export const unless = <P extends Place>(
  places: readonly P[],
  isFine: (place: P) => boolean,
  sentence: string,
): readonly Finding[] =>
  places.filter((place) => !isFine(place)).map(({ where }) => ({ where, sentence }))
