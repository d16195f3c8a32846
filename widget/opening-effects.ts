import type { FormView } from '../contract/form-view.ts'
import { appAround } from './bridge.ts'
import { copy } from './copy.ts'
import { elsewhereFor } from './elsewhere.ts'
import type { Effects, Mounted } from './part.ts'
import { isPhone, isTapAllowed } from './tap.ts'
import { tellPage } from './tell-page.ts'

// An app that opens takes longer than a page needs to notice (facts section 3).
const LOOK_AFTER_MS = 1500

/** What is done so that the message is sent: by the app around the form, by the browser, or by hand. */
export const openingEffects = (mounted: Mounted, view: FormView): Effects => {
  const { host, shadow, origin, files, act, onGone } = mounted
  let looking = 0
  onGone(() => clearTimeout(looking))
  const app = appAround(mounted, view, (isOpened) => {
    clearTimeout(looking)
    if (!isOpened) goByHand()
  })
  const goByHand = () =>
    act({ kind: 'nothing-opened', elsewhere: elsewhereFor(origin, view, app !== null) })
  const look = () => {
    if (document.hidden) return
    app?.giveUp()
    goByHand()
  }
  return {
    follow: () => {
      if (!isPhone()) goByHand()
      else if (isTapAllowed()) shadow.getElementById('link')?.click()
    },
    look: ({ isByHand }) => {
      clearTimeout(looking)
      looking = setTimeout(look, isByHand ? 0 : LOOK_AFTER_MS)
    },
    scan: async ({ link }) => {
      // A link may hold more than a code can.
      const drawn = await files
        .scan()
        .then((scan) => scan(link))
        .catch(() => null)
      if (drawn) act({ kind: 'scannable', ...drawn })
    },
    copy: async ({ text }) => act({ kind: 'copied', text, isDone: await copy(shadow, text) }),
    tell: ({ outcome }) => {
      tellPage(host, { ...outcome, form: view.form })
      app?.tell(outcome)
    },
  }
}
