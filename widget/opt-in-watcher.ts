import type { Api } from './api.ts'
import type { Action, Effect } from './screens.ts'
import { watcher, type Watcher } from './watcher.ts'

/**
 * Asks whether an opt-in was confirmed: by the stream, which tells it the moment it happens, else by a question.
 * Never both at a time. Where streams are held back on the way it is asked from then on.
 */
export const optInWatcher = (api: Api, act: (action: Action) => void): Watcher<Effect<'watch'>> => {
  let isSilent = false
  return watcher(async ({ id, watch }, signal) => {
    const told = isSilent ? null : await api.follow(id, watch, signal)
    if (signal.aborted) return
    if (told === 'silent') isSilent = true
    const answer = told && told !== 'silent' ? told : await api.watch(id, watch)
    if (!signal.aborted) act({ kind: 'watched', answer })
  })
}
