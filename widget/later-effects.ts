import type { FormView } from '../contract/form-view.ts'
import { apiAt } from './api.ts'
import { openingEffects } from './opening-effects.ts'
import { whileHere } from './here.ts'
import { keepEffects } from './keep.ts'
import { countryEffects } from './country-effects.ts'
import type { Effects, Mounted, WorkOut } from './part.ts'
import type { Action, ScreenName } from './screens.ts'
import { newAttempt, pageShown } from './stamp.ts'
import { isPhone } from './tap.ts'
import { optInWatcher } from './opt-in-watcher.ts'
import { watcherHere } from './watcher-here.ts'
import { watcher } from './watcher.ts'

// A person who ticks two boxes ticks them within this.
const DRAFT_AFTER_MS = 300

// Some browsers do not tell when the network is back.
const TRY_AGAIN_AFTER_MS = 20_000
const TRY_AGAIN: Action = { kind: 'try-again' }

/** Screens at which it is waited for a message. */
const WAITING: readonly ScreenName[] = ['continue', 'waiting']

/** What the widget does outside: all that needs the server, and what follows the form. */
export const laterEffects = (mounted: Mounted, view: FormView): Effects => {
  const { shadow, origin, files, act, onGone } = mounted
  const api = apiAt(origin)
  const watching = watcherHere(mounted, () => optInWatcher(api, act))
  const trying = watcherHere(mounted, () => watcher(act))
  let drafting = 0
  const workOut: WorkOut = async (asked) => (await files.work())(asked)
  onGone(whileHere(shadow, () => () => clearTimeout(drafting)))
  const { keep, ...kept } = keepEffects(mounted)
  return {
    ...kept,
    keep: (effect) => {
      keep?.(effect)
      if (!WAITING.includes(effect.state.screen)) watching.rest()
    },
    ...countryEffects(shadow, api, act),
    ...openingEffects(mounted, view),
    ...wayEffects(mounted),
    stamp: () => act({ kind: 'said-yes', attempt: newAttempt(), page: pageShown() }),
    draft: ({ body }) => {
      clearTimeout(drafting)
      const categories = String(body.categories)
      const draft = async () => {
        const answer = await api.handIn({ ...body, attempt: newAttempt(), page: pageShown() })
        act({ kind: 'drafted', categories, answer })
      }
      if (categories !== '') drafting = setTimeout(draft, DRAFT_AFTER_MS)
    },
    'hand-in': async ({ body }) => {
      clearTimeout(drafting)
      act({ kind: 'handed-in', answer: await api.handIn(body) })
    },
    'opt-out': async ({ body }) => {
      act({ kind: 'opted-out', answer: await api.optOut(body, workOut) })
    },
    watch: (effect) => watching.ask(effect, effect.inMs),
    'wait-for-network': () => trying.ask(TRY_AGAIN, TRY_AGAIN_AFTER_MS),
  }
}

/** What follows on a way to say yes. */
const wayEffects = ({ act }: Mounted): Effects => ({
  'take-way': ({ way, event }) => {
    // On a desktop the chat is on another device, which scans its way there.
    const isByHand = !isPhone() && way !== 'email'
    if (isByHand) event.preventDefault()
    // Only after the browser has followed it: a link that is drawn anew at once may not be followed.
    setTimeout(() => act({ kind: 'way-taken', way, isByHand }))
  },
})
