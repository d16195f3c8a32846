import { memoryOf, noStands, readMemory, type Memory } from './memory.ts'
import { isPhone } from './tap.ts'
import type { Effects, Mounted } from './part.ts'
import type { ScreenName } from './screens.ts'

/** Screens at which the person has said yes, so that an earlier no is over. */
const AFTER_YES: readonly ScreenName[] = ['continue', 'waiting', 'unwatched', 'confirmed']

/**
 * Keeps what is on its way in the tab, and a no in the browser; gives back at once what was kept before.
 * A number is kept only while a yes or an opt-out is unanswered, in the tab alone and until it is closed:
 * the page around the form could read it while it was typed, and a no that is lost is worse.
 */
export const keepEffects = ({ key, act }: Mounted): Effects => {
  // The page may forbid either: then nothing is kept, and nothing else changes.
  const inTab = storageOf(() => sessionStorage, key)
  const inBrowser = storageOf(() => localStorage, key)
  const memory = recall(inTab.read(), inBrowser.read(), key)
  if (memory) act({ kind: 'recalled', memory, isByHand: !isPhone() })
  else inBrowser.write(null)
  let last: string | undefined | null
  return {
    keep: ({ state }) => {
      const text = memoryOf(state)
      if (text !== last) inTab.write(text)
      last = text
      if (AFTER_YES.includes(state.screen)) inBrowser.write(null)
    },
    'keep-no': () => inBrowser.write(String(Date.now())),
  }
}

const recall = (kept: string, no: string, key: string): Memory | null => {
  const now = Date.now()
  const [, form = ''] = key.split(' ')
  return readMemory(kept, form, now) ?? (noStands(no, now) ? { kind: 'no' } : null)
}

const storageOf = (area: () => Storage, key: string) => ({
  read: (): string => {
    try {
      return area().getItem(key) ?? ''
    } catch {
      return ''
    }
  },
  write: (text: string | null): void => {
    try {
      if (text === null) area().removeItem(key)
      else area().setItem(key, text)
    } catch {
      // Full, or forbidden.
    }
  },
})
