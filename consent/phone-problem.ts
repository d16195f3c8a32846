/** Why a typed number is not taken. The first that applies, from what was typed to what it reaches. */
export const PHONE_PROBLEMS = [
  'phone-empty',
  'phone-not-digits',
  'phone-too-short',
  'phone-too-long',
  'phone-not-valid',
  'phone-premium',
  'phone-country-not-offered',
] as const

/** A number that was refused, in the form that every refusal has. */
export type PhoneProblem = { readonly problem: (typeof PHONE_PROBLEMS)[number] }

/** Whether a number was refused: everything else that reads a number gives a text. */
export const isPhoneProblem = (answer: string | object): answer is PhoneProblem =>
  typeof answer === 'object' && 'problem' in answer
