import type { Place } from './place.ts'
import type { Refusal, RefusalRule } from './refusal.ts'
import { ADDRESS_REFUSALS } from './refuse-addresses.ts'
import { LOOK_REFUSALS } from './refuse-looks.ts'
import { OWN_TEXT_REFUSALS } from './refuse-own-texts.ts'
import { PRESSURE_REFUSALS } from './refuse-pressure.ts'
import { REFERENCE_REFUSALS } from './refuse-references.ts'
import { SETTING_REFUSALS } from './refuse-settings.ts'
import { WORDING_REFUSALS } from './refuse-wording.ts'

const rules = [
  ...WORDING_REFUSALS,
  ...REFERENCE_REFUSALS,
  ...ADDRESS_REFUSALS,
  ...PRESSURE_REFUSALS,
  ...SETTING_REFUSALS,
  ...LOOK_REFUSALS,
  ...OWN_TEXT_REFUSALS,
]
rules.sort((one, other) => one.number - other.number)

/** Every reason for which a company's document is refused (design R9, facts section 16), by number. */
export const REFUSALS: readonly RefusalRule[] = rules

/**
 * Why a document is not taken; empty when every notice of it can be honest. It is read as plain JSON: what
 * was sent, before any schema, so that a setting which Quiero does not know is still seen and answered.
 */
export const refusalsOf = (document: unknown): readonly Refusal[] => {
  const root: Place = { where: '$', value: document }
  return REFUSALS.flatMap(({ number, rule, findIn }) =>
    findIn(root).map((finding) => ({ number, rule, ...finding })),
  )
}
