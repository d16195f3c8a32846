/** A problem document (RFC 9457), with its closed machine word. It never repeats a value that was sent. */
export type ProblemDocument = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  /** Where in the body, for the codes that speak of a field. */
  readonly at?: string | undefined
}
