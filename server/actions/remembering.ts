/**
 * Remembers answers that follow from an object alone, by a key, for as long as the object is in use. A company's
 * document is read anew within half a second, so that nothing piles up.
 */
export const remembering = <Answer>() => {
  const known = new WeakMap<object, Map<string, Answer>>()
  return (of: object, key: string, find: () => Answer): Answer => {
    const answers = known.get(of) ?? new Map<string, Answer>()
    known.set(of, answers)
    const answer = answers.get(key) ?? find()
    answers.set(key, answer)
    return answer
  }
}
