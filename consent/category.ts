/** What a kind of message is to the law and to Meta, from the most lenient to the strictest. */
export const KINDS = ['service', 'authentication', 'utility', 'marketing'] as const
export type Kind = (typeof KINDS)[number]

/** The stricter of two kinds: a template that Meta calls marketing is judged as marketing. */
export const stricterKind = (a: Kind, b: Kind): Kind =>
  KINDS.indexOf(a) >= KINDS.indexOf(b) ? a : b

/** The spans over which a category may promise how often it writes. */
export const FREQUENCY_SPANS = ['day', 'week', 'month', 'year', 'order'] as const
export type FrequencySpan = (typeof FREQUENCY_SPANS)[number]
