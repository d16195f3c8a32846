import type { Effect } from './screens.ts'

/** Asks whether a message has come: one question at a time, and none while nobody looks at the page. */
export type Watcher = {
  readonly ask: (effect: Effect<'watch'>) => void
  readonly stop: () => void
}

/** A watcher that calls back when it is time to ask. */
export const watcher = (askNow: (effect: Effect<'watch'>) => void): Watcher => {
  let waiting: Effect<'watch'> | null = null
  let timer = 0

  const askIfSeen = () => {
    if (!waiting || document.hidden) return
    clearTimeout(timer)
    const effect = waiting
    waiting = null
    askNow(effect)
  }

  // Coming back from WhatsApp is the moment at which the message has most likely been sent.
  document.addEventListener('visibilitychange', askIfSeen)
  addEventListener('pageshow', askIfSeen)

  return {
    ask: (effect) => {
      clearTimeout(timer)
      waiting = effect
      timer = setTimeout(askIfSeen, effect.inMs)
    },
    stop: () => {
      clearTimeout(timer)
      waiting = null
      document.removeEventListener('visibilitychange', askIfSeen)
      removeEventListener('pageshow', askIfSeen)
    },
  }
}
