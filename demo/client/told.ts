import type { Act } from '../../consent/event.ts'
import type { PanelTexts } from '../texts/panel.ts'

/** An event in a sentence, whether it is a yes, a no or neither, and how it is known. */
export type Told = {
  readonly tone: 'yes' | 'no' | 'waiting' | 'note'
  readonly sentence: string
  readonly known: string | null
}

/** Tells an event to the people of the shop. */
export const tell = (
  act: Act,
  texts: PanelTexts,
  list: (ids: readonly string[]) => string,
): Told => {
  const { told } = texts
  if (act.kind === 'opt_in') return tellOptIn(act, texts, list)
  if (act.kind === 'message') {
    return { ...tellMessage(act, texts, list), known: texts.heardBy[act.heardBy] }
  }
  if (act.kind === 'opt_out') {
    const sentence = act.categories === null ? told.halted : told.saidNo(list(act.categories))
    return { tone: 'no', sentence, known: texts.sources[act.source] }
  }
  return { ...OTHERWISE[act.kind](told), known: null }
}

type Otherwise = Exclude<Act['kind'], 'opt_in' | 'opt_out' | 'message'>

const OTHERWISE: Readonly<
  Record<Otherwise, (told: PanelTexts['told']) => Pick<Told, 'tone' | 'sentence'>>
> = {
  platform_stop: (told) => ({ tone: 'no', sentence: told.platformStop }),
  platform_resume: (told) => ({ tone: 'yes', sentence: told.platformResume }),
  provider_block: (told) => ({ tone: 'no', sentence: told.providerBlock }),
  identity_conflict: (told) => ({ tone: 'no', sentence: told.conflict }),
  identity_settled: (told) => ({ tone: 'note', sentence: told.settled }),
  erased: (told) => ({ tone: 'no', sentence: told.erased }),
  opt_out_burst: (told) => ({ tone: 'note', sentence: told.burst }),
}

const tellOptIn = (
  act: Extract<Act, { kind: 'opt_in' }>,
  { told, sources, proofs }: PanelTexts,
  list: (ids: readonly string[]) => string,
): Told => {
  const known = `${sources[act.source]}, ${proofs[act.proof]}`
  const categories = list(act.categories)
  return act.proof === 'asserted'
    ? { tone: 'waiting', sentence: told.ticked(categories), known }
    : { tone: 'yes', sentence: told.saidYes(categories), known }
}

const tellMessage = (
  act: Extract<Act, { kind: 'message' }>,
  { told }: PanelTexts,
  list: (ids: readonly string[]) => string,
): Pick<Told, 'tone' | 'sentence'> => {
  if (act.stops) return { tone: 'no', sentence: told.stopped }
  switch (act.meaning) {
    case 'subscribe':
      if (act.granted === null) return { tone: 'note', sentence: told.keywordWithoutEffect }
      return { tone: 'yes', sentence: told.saidYes(list(act.granted.categories)) }
    case 'unsubscribe_category':
      return { tone: 'no', sentence: told.saidNo(list(act.revoked)) }
    case 'resume':
      return { tone: 'yes', sentence: told.cameBack }
    case 'opt_out':
      return { tone: 'no', sentence: told.stopped }
    case 'opt_out_suspected':
      return { tone: 'waiting', sentence: told.suspected }
    case 'help':
      return { tone: 'note', sentence: told.askedHelp }
    case 'other':
      return { tone: 'note', sentence: told.wrote }
  }
}
