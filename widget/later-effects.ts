import { countryEffects } from './country-effects.ts'
import { apiAt } from './api.ts'
import type { Effects, Mounted } from './part.ts'
import { newAttempt, pageShown } from './stamp.ts'
import { isPhone, isTapAllowed } from './tap.ts'
import { watcher } from './watcher.ts'

// A person who ticks two boxes ticks them within this.
const DRAFT_AFTER_MS = 300

// An app that opens takes longer than a page needs to notice (facts section 3).
const LOOK_AFTER_MS = 1500

/** What the widget does outside: all that needs the server, and what follows the form. */
export const laterEffects = ({ shadow, origin, files, act, onGone }: Mounted): Effects => {
  const api = apiAt(origin)
  const watching = watcher(async ({ id, watch }) =>
    act({ kind: 'watched', answer: await api.watch(id, watch) }),
  )
  let drafting = 0
  let looking = 0
  onGone(() => {
    watching.stop()
    clearTimeout(drafting)
    clearTimeout(looking)
  })
  const look = () => {
    if (!document.hidden) act({ kind: 'nothing-opened' })
  }
  return {
    ...countryEffects(shadow, api, act),
    stamp: () => act({ kind: 'said-yes', attempt: newAttempt(), page: pageShown() }),
    'take-way': ({ way, event }) => {
      // On a desktop the chat is on another device, which scans its way there.
      const isByHand = !isPhone() && way !== 'email'
      if (isByHand) event.preventDefault()
      // Only after the browser has followed it: a link that is drawn anew at once may not be followed.
      setTimeout(() => act({ kind: 'way-taken', way, isByHand }))
    },
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
    'opt-out': async ({ body }) => act({ kind: 'opted-out', answer: await api.optOut(body) }),
    watch: watching.ask,
    look: ({ isByHand }) => {
      clearTimeout(looking)
      looking = setTimeout(look, isByHand ? 0 : LOOK_AFTER_MS)
    },
    scan: async ({ link }) => {
      const draw = await files.scan().catch(() => null)
      if (draw) act({ kind: 'scannable', ...draw(link) })
    },
    copy: async ({ text }) => {
      const isCopied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
      if (isCopied) act({ kind: 'copied', text })
    },
    follow: () => {
      if (!isPhone()) act({ kind: 'nothing-opened' })
      else if (isTapAllowed()) shadow.getElementById('link')?.click()
    },
  }
}
