/** Asks after a while: one question at a time, and none while nobody looks at the page. */
export type Watcher<Question> = {
  readonly ask: (question: Question, inMs: number) => void
  /** Forgets the question, whether or not it has been asked. */
  readonly rest: () => void
  readonly stop: () => void
}

/** A watcher that calls back when it is time to ask. The signal says that nobody waits for the answer any more. */
export const watcher = <Question extends object>(
  askNow: (question: Question, signal: AbortSignal) => unknown,
): Watcher<Question> => {
  let waiting: Question | null = null
  let asked: { readonly question: Question; readonly abort: AbortController } | null = null
  let timer = 0

  const askIfSeen = async () => {
    if (!waiting || document.hidden) return
    clearTimeout(timer)
    const asking = { question: waiting, abort: new AbortController() }
    waiting = null
    asked = asking
    await askNow(asking.question, asking.abort.signal)
    if (asked === asking) asked = null
  }

  /** Takes a question back that has no answer yet, to ask it once more. */
  const takeBack = () => {
    if (!asked) return
    asked.abort.abort()
    waiting = asked.question
    asked = null
  }

  const rest = () => {
    clearTimeout(timer)
    takeBack()
    waiting = null
  }

  // Coming back from WhatsApp is the moment at which the message has most likely been sent. A page that keeps a
  // request open is not kept whole by the browser for the way back.
  const lookedAt = () => {
    if (document.hidden) takeBack()
    void askIfSeen()
  }

  // What was asked over the network that is gone may never be answered.
  const onlineAgain = () => {
    takeBack()
    void askIfSeen()
  }

  document.addEventListener('visibilitychange', lookedAt)
  addEventListener('pageshow', askIfSeen)
  addEventListener('online', onlineAgain)

  return {
    ask: (question, inMs) => {
      clearTimeout(timer)
      waiting = question
      timer = setTimeout(askIfSeen, inMs)
    },
    rest,
    stop: () => {
      rest()
      document.removeEventListener('visibilitychange', lookedAt)
      removeEventListener('pageshow', askIfSeen)
      removeEventListener('online', onlineAgain)
    },
  }
}
