import { render } from 'preact'
import type { FormView } from '../contract/form-view.ts'
import { firstCountry } from './first-country.ts'
import type { Screens } from './drawing.ts'
import { inTurn } from './in-turn.ts'
import { isKept } from './kept.ts'
import type { Files } from './part.ts'
import { partsOf } from './parts.ts'
import type { Action, Effect, EffectKind } from './screens.ts'
import { begin, next } from './state.ts'
import { tellPage } from './tell-page.ts'
import { say } from './texts.ts'
import { applyTheme } from './theme.ts'
import { Widget } from './widget.tsx'

const UNASKED: readonly string[] = ['draft', 'phone-left']

/** Draws a form into an element and keeps it going. Gives back what takes it away again. */
export const mountWidget = (
  host: HTMLElement,
  view: FormView,
  origin: string,
  files: Files,
  /** What draws the form itself, where it stands otherwise than in the page's flow. */
  own?: Screens,
): (() => void) => {
  const { shadow, root } = drawnIn(host, view)
  const key = `quiero ${view.form}`
  let state = begin(view, firstCountry(view.countries, navigator.languages, view.language))
  let isGone = false
  const goings: (() => void)[] = []

  const react = (action: Action): unknown => {
    const { reactions } = parts.now()
    if (isGone) return null
    if (!reactions[action.kind]) return whenMore(() => act(action), action.kind)
    const step = next(reactions, state, action)
    state = step.state
    draw()
    step.effects.forEach(run)
    parts.now().effects.keep?.({ kind: 'keep', state })
    return prepare()
  }

  // A field that is taken away while it is drawn says that it was left: that waits for its turn.
  const act = inTurn(react)
  // What comes later may come too late.
  const onGone = (work: () => void) => (isGone ? work() : goings.push(work))
  const parts = partsOf({ host, shadow, key, origin, files, act, onGone }, view, own)

  // While the person fills in the form there is time for what comes after it.
  const prepare = (): unknown => parts.more().catch(() => {})

  /** Does what only the later part can do, as soon as it is there. */
  const whenMore = (work: () => void, wanted: string) =>
    // What nobody waits for yet may be missing: the links do without a code.
    parts.more().then(work, () => UNASKED.includes(wanted) || act({ kind: 'not-loaded' }))

  const run = <Kind extends EffectKind>(effect: Effect<Kind>): unknown => {
    const { effects } = parts.now()
    return effect.kind in effects
      ? effects[effect.kind]?.(effect)
      : whenMore(() => run(effect), effect.kind)
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

  // What is kept is drawn by the later part, and in its place: nobody is asked twice.
  if (isKept(key))
    parts
      .more()
      .then(draw, draw)
      .catch(() => {})
  else draw()
  // After what follows in the page's own script, which may listen.
  setTimeout(() => isGone || tellPage(host, { type: 'shown', form: view.form }))
  // The later part knows how to speak to the app, and to the page's own field.
  if (own || 'view' in host.dataset) prepare()
  return () => {
    isGone = true
    goings.forEach((work) => work())
    erase(shadow, root)
  }
}

/** What could not be drawn in full can't be taken away in full: the page around need not know. */
const erase = (shadow: ShadowRoot, root: HTMLElement) => {
  shadow.textContent = ''
  shadow.adoptedStyleSheets = []
  try {
    render(null, root)
  } catch {}
}

const drawnIn = (host: HTMLElement, { theme }: FormView) => {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const root = document.createElement('div')
  root.className = 'quiero'
  applyTheme(root, theme)
  // From outside, whoever types in here is not in a text field: a page's hotkeys would take the keys for theirs.
  for (const kind of ['keydown', 'keypress', 'keyup']) root.addEventListener(kind, keepLetters)
  shadow.append(root)
  return { shadow, root }
}

const keepLetters = (event: Event) => {
  if (event instanceof KeyboardEvent && event.key.length === 1) event.stopPropagation()
}
