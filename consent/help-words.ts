// The carriers' HELP and INFO, and what they are in our other languages.
const HELP_WORDS: readonly string[] = ['help', 'info', 'ayuda', 'ajuda']

/** Whether these normalised words ask what this number is: one help word and nothing else. */
export const isHelpWord = (words: readonly string[]): boolean =>
  words.length === 1 && HELP_WORDS.includes((words[0] ?? '').replace('#', ''))
