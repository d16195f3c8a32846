import { render } from 'preact'
import type { FormView } from '../contract/form-view.ts'
import type { Api } from './api.ts'
import { firstCountry } from './countries.ts'
import type { Action, Effect, EffectKind } from './screens.ts'
import { caretAt, focusOn, isTapAllowed, newAttempt, pageShown } from './page.ts'
import { begin, next } from './state.ts'
import { applyStyle, applyTheme } from './theme.ts'
import { watcher } from './watcher.ts'
import { Widget } from './widget.tsx'

/** Draws a form into an element and keeps it going. Gives back what takes it away again. */
export const mountWidget = (host: HTMLElement, view: FormView, api: Api): (() => void) => {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const root = document.createElement('div')
  root.className = 'quiero'
  applyStyle(shadow)
  applyTheme(root, view.theme)
  shadow.append(root)

  let state = begin(view, firstCountry(view.countries, navigator.languages, view.language))

  const draw = () => {
    const { language, texts } = state.view
    root.lang = language
    render(<Widget {...{ state, texts, act, sayYes, followLink }} />, root)
  }

  const pending: Action[] = []
  let isGone = false

  const act = (given: Action) => {
    // A field that is taken away while it is drawn says that it was left: that waits for its turn.
    if (isGone || pending.push(given) > 1) return
    for (let action: Action | undefined; (action = pending[0]); pending.shift()) {
      try {
        const step = next(state, action)
        state = step.state
        draw()
        step.effects.forEach(run)
      } catch {
        // The page around the form never sees our faults.
      }
    }
  }

  const sayYes = () => act({ kind: 'said-yes', attempt: newAttempt(), page: pageShown() })

  // Only after the browser has followed it: a link that is drawn anew at once may not be followed.
  const followLink = () => setTimeout(() => act({ kind: 'link-followed' }))

  const watching = watcher(async ({ id, watch }) =>
    act({ kind: 'watched', answer: await api.watch(id, watch) }),
  )

  const run = <Kind extends EffectKind>(effect: Effect<Kind>) => effects[effect.kind](effect)

  const effects: { readonly [Kind in EffectKind]: (effect: Effect<Kind>) => unknown } = {
    'hand-in': async ({ body }) => act({ kind: 'handed-in', answer: await api.handIn(body) }),
    'opt-out': async ({ body }) => act({ kind: 'opted-out', answer: await api.optOut(body) }),
    watch: watching.ask,
    focus: ({ on }) => focusOn(shadow, on),
    caret: ({ at }) => caretAt(shadow, at),
    follow: () => isTapAllowed() && shadow.getElementById('link')?.click(),
  }

  draw()
  return () => {
    isGone = true
    watching.stop()
    render(null, root)
    root.remove()
  }
}
