import { whileHere } from './here.ts'
import type { Mounted } from './part.ts'
import type { Watcher } from './watcher.ts'

/**
 * A watcher that asks only while its form is in the document: a page of one address takes elements out without a
 * word. Put back, it asks at once what it was asking.
 */
export const watcherHere = <Question extends object>(
  { shadow, onGone }: Mounted,
  watch: () => Watcher<Question>,
): Pick<Watcher<Question>, 'ask' | 'rest'> => {
  let watching: Watcher<Question> | null = null
  let last: Question | null = null
  const leave = whileHere(shadow, () => {
    const begun = watch()
    watching = begun
    if (last) begun.ask(last, 0)
    return () => {
      begun.stop()
      watching = null
    }
  })
  onGone(leave)
  return {
    ask: (question, inMs) => {
      last = question
      watching?.ask(question, inMs)
    },
    rest: () => {
      last = null
      watching?.rest()
    },
  }
}
