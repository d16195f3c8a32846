import { render } from 'preact'
import type { FormView } from '../contract/form-view.ts'
import { firstCountry } from './first-country.ts'
import { inTurn } from './in-turn.ts'
import type { Files } from './part.ts'
import { partsOf } from './parts.ts'
import type { Action, Effect, EffectKind } from './screens.ts'
import { begin, next } from './state.ts'
import { say } from './texts.ts'
import { applyTheme } from './theme.ts'
import { Widget } from './widget.tsx'

/** Draws a form into an element and keeps it going. Gives back what takes it away again. */
export const mountWidget = (
  host: HTMLElement,
  view: FormView,
  origin: string,
  files: Files,
): (() => void) => {
  const { shadow, root } = drawnIn(host, view)
  let state = begin(view, firstCountry(view.countries, navigator.languages, view.language))
  let isGone = false
  const goings: (() => void)[] = []

  const react = (action: Action): unknown => {
    const { reactions } = parts.now()
    if (isGone) return null
    if (!reactions[action.kind]) return whenMore(() => act(action))
    const step = next(reactions, state, action)
    state = step.state
    draw()
    step.effects.forEach(run)
    // While the person fills in the form there is time for what comes after it.
    return parts.more().catch(() => {})
  }

  // A field that is taken away while it is drawn says that it was left: that waits for its turn.
  const act = inTurn(react)
  const onGone = (work: () => void) => goings.push(work)
  const parts = partsOf({ host, shadow, origin, files, act, onGone }, view)

  /** Does what only the later part can do, as soon as it is there. */
  const whenMore = (work: () => void) => parts.more().then(work, () => act({ kind: 'not-loaded' }))

  const run = <Kind extends EffectKind>(effect: Effect<Kind>): unknown => {
    const { effects } = parts.now()
    return effect.kind in effects ? effects[effect.kind]?.(effect) : whenMore(() => run(effect))
  }

  const draw = () => {
    const { language, notice } = state.view
    const { screens, extras, later } = parts.now()
    const texts = { ...state.view.texts, ...later }
    const headings: { readonly [screen: string]: string | undefined } = texts
    root.lang = language
    const news = say(headings[state.screen] ?? '', { company: notice.company.name })
    render(<Widget {...{ state, screens, texts, act, extras, news }} />, root)
  }

  draw()
  return () => {
    isGone = true
    goings.forEach((work) => work())
    render(null, root)
    root.remove()
  }
}

const drawnIn = (host: HTMLElement, { theme }: FormView) => {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const root = document.createElement('div')
  root.className = 'quiero'
  applyTheme(root, theme)
  shadow.append(root)
  return { shadow, root }
}
