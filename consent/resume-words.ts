// The newer opt-out guide's words come with a hash; START and UNSTOP are the carriers' and come without.
const RESUME_WORDS: readonly string[] = [
  '#start',
  '#unstop',
  '#volver',
  '#recibir',
  '#voltar',
  '#receber',
  'start',
  'unstop',
]

/** Whether these normalised words ask for messages again (design R5): one resume word and nothing else. */
export const isResumeWord = (words: readonly string[]): boolean =>
  words.length === 1 && RESUME_WORDS.includes(words[0] ?? '')
