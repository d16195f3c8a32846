import type { LaterTexts } from '../consent/form-texts.ts'
import type { FormView } from '../contract/form-view.ts'
import type { Extras, Screens } from './drawing.ts'
import { firstEffects } from './first-effects.ts'
import { FIRST_REACTIONS } from './first-reactions.ts'
import type { Effects, Mounted } from './part.ts'
import type { Reactions } from './screens.ts'
import style from './style.css?inline'
import { applyStyle } from './theme.ts'
import { FIRST_SCREENS } from './widget.tsx'

/** What a form on a page can draw, do and say so far. */
export type PartsSoFar = {
  readonly screens: Screens
  readonly extras: Extras
  readonly reactions: Reactions
  readonly effects: Effects
  /** The words of later screens. */
  readonly later: Partial<LaterTexts>
}

/** The parts of one form on a page: the first at once, the later one when it is asked for. */
export const partsOf = (mounted: Mounted, view: FormView, screens: Screens = FIRST_SCREENS) => {
  const { shadow, origin, files } = mounted
  let parts: PartsSoFar = {
    screens,
    extras: {},
    reactions: FIRST_REACTIONS,
    effects: firstEffects(mounted),
    later: {},
  }
  applyStyle(shadow, style)

  const load = async (): Promise<void> => {
    const more = await files.more()
    const { form, language, laterTexts } = view
    const whole = laterTexts ? view : await more.findView(origin, form, [language])
    const later = whole?.laterTexts
    if (!later) throw new Error(language)
    const { reactions, effects } = parts
    parts = {
      screens: { ...screens, ...more.screens(later) },
      extras: more.extras(later),
      reactions: { ...reactions, ...more.reactions },
      effects: { ...effects, ...more.effects(mounted, view) },
      later,
    }
    applyStyle(shadow, more.style)
    mounted.act({ kind: 'loaded', otherCountries: whole.otherCountries ?? [] })
  }

  let loading: Promise<void> | null = null
  return {
    now: (): PartsSoFar => parts,
    /** Loads the later part once. What failed is tried again when it is asked for again. */
    more: (): Promise<void> =>
      (loading ??= load().catch((fault: unknown) => {
        loading = null
        throw fault
      })),
  }
}
