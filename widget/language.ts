import type { Language } from '../consent/company.ts'

/** Language tags in the order of preference; what nobody said is empty or missing. */
export type Wanted = readonly (string | undefined)[]

/**
 * The first language wanted that the form speaks, else the first that it speaks. Wanted are, in this order,
 * what the page says on the element, on its root, and what the browser says: `pt-BR` wants `pt`.
 */
export const chooseLanguage = (spoken: readonly Language[], wanted: Wanted): Language => {
  for (const tag of wanted) {
    const language = spoken.find((each) => each === tag?.toLowerCase().split(/[-_]/u)[0])
    if (language) return language
  }
  return spoken[0] ?? 'en'
}
