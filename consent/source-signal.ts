import type { Act } from './event.ts'

/** What a source is judged by: the yeses that it brought, and what came after them. */
export const SOURCE_SIGNALS = ['opt_in', 'opt_out', 'provider_block', 'platform_stop'] as const
export type SourceSignal = (typeof SOURCE_SIGNALS)[number]

/** What an act counts for at some senders; null where it counts for nothing. */
export const signalOf = (
  act: Act,
): { readonly what: SourceSignal; readonly senders: readonly string[] } | null => {
  if (act.kind === 'opt_in') return yesAt(act.categories, act.senders)
  if (act.kind === 'opt_out') return { what: 'opt_out', senders: act.senders }
  if (act.kind === 'message') return signalOfMessage(act)
  if (act.kind === 'platform_stop' || act.kind === 'provider_block') {
    return { what: act.kind, senders: [act.sender] }
  }
  return null
}

type Message = Extract<Act, { readonly kind: 'message' }>

const signalOfMessage = ({ sender, stops, revoked, granted }: Message) => {
  if (stops || revoked.length > 0) return { what: 'opt_out', senders: [sender] } as const
  return granted && yesAt(granted.categories, granted.senders)
}

/** Boxes that all stayed empty are no yes. */
const yesAt = (categories: readonly string[], senders: readonly string[]) =>
  categories.length > 0 ? ({ what: 'opt_in', senders } as const) : null

/**
 * Where a yes came from, as it is counted: how it was asked for, and by which form if by one: `form/frm_shop`,
 * `keyword/frm_shop`, or by which import: `import/crm-2024`. What is printed counts apart:
 * `keyword/frm_shop/poster-a4`. Null for what is no yes.
 */
export const sourceOf = (act: Act, isByCode: boolean): string | null => {
  if (act.kind === 'opt_in') return named(act.source, act.form ?? act.import, act.piece)
  if (act.kind !== 'message' || !act.granted) return null
  return named(isByCode ? 'form' : 'keyword', act.granted.form, act.granted.piece)
}

const named = (how: string, by: string | null | undefined, piece: string | undefined): string =>
  `${how}/${by ?? ''}${piece === undefined ? '' : `/${piece}`}`

const DAY = 24 * 60 * 60 * 1000

/** How far back a source is judged, and how soon after a yes a no speaks against its source, in milliseconds. */
export const JUDGED_FOR = 7 * DAY

/** Fewer noes than this say nothing about a source. */
const LEAST_NOES = 20

/** The share of those who said yes. */
const RUNAWAY_SHARE = 0.2

/**
 * Whether a source's opt-outs run away: of those who said yes through it within a week, at least a fifth, and at
 * least twenty, said no within a week of their yes. Meta publishes no figure for what it takes as too much; a
 * fifth is far beyond what people do to a source that asked them honestly, and twenty are no accident.
 */
export const runsAway = ({
  optIns,
  optOuts,
}: {
  readonly optIns: number
  readonly optOuts: number
}): boolean => optOuts >= LEAST_NOES && optOuts >= optIns * RUNAWAY_SHARE
