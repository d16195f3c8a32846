/** Asks after a while: one question at a time, and none while nobody looks at the page. */
export type Watcher<Question> = {
  readonly ask: (question: Question, inMs: number) => void
  readonly stop: () => void
}

/** A watcher that calls back when it is time to ask. */
export const watcher = <Question extends object>(
  askNow: (question: Question) => void,
): Watcher<Question> => {
  let waiting: Question | null = null
  let timer = 0

  const askIfSeen = () => {
    if (!waiting || document.hidden) return
    clearTimeout(timer)
    const question = waiting
    waiting = null
    askNow(question)
  }

  // Coming back from WhatsApp is the moment at which the message has most likely been sent.
  document.addEventListener('visibilitychange', askIfSeen)
  addEventListener('pageshow', askIfSeen)
  addEventListener('online', askIfSeen)

  return {
    ask: (question, inMs) => {
      clearTimeout(timer)
      waiting = question
      timer = setTimeout(askIfSeen, inMs)
    },
    stop: () => {
      clearTimeout(timer)
      waiting = null
      document.removeEventListener('visibilitychange', askIfSeen)
      removeEventListener('pageshow', askIfSeen)
      removeEventListener('online', askIfSeen)
    },
  }
}
