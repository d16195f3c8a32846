/** What a problem document says (RFC 9457), or what this client has to say where none came. */
export type ProblemDetails = {
  readonly code: string
  /** What was answered over HTTP; null where nothing was. */
  readonly status: number | null
  readonly title: string
  readonly detail: string
  readonly type?: string | undefined
  /** Where in what was sent. */
  readonly at?: string | undefined
  readonly refusals?: readonly unknown[] | undefined
}

/** What stands around a problem: what caused it, and when the server wants to be asked again. */
export type ProblemContext = {
  readonly cause?: unknown
  readonly retryAfterMs?: number | null | undefined
}

/** Why something was refused, or why no answer came. It never holds a number or the key. */
export class QuieroProblem extends Error {
  override readonly name = 'QuieroProblem'
  /** The machine's word: one of the server's, or `unreachable`, `timeout`, `aborted`, `answer-not-valid`. */
  readonly code: string
  readonly status: number | null
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly at: string | undefined
  /** Why a company's document was refused. */
  readonly refusals: readonly unknown[]
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null

  constructor(details: ProblemDetails, { cause, retryAfterMs }: ProblemContext = {}) {
    super(`${details.title}. ${details.detail}`, cause === undefined ? {} : { cause })
    this.code = details.code
    this.status = details.status
    this.type = details.type ?? `urn:quiero:problem:${details.code}`
    this.title = details.title
    this.detail = details.detail
    this.at = details.at
    this.refusals = details.refusals ?? []
    this.retryAfterMs = retryAfterMs ?? null
  }

  /** Whether the same request may well be answered later. */
  get isPassing(): boolean {
    if (this.status === null || this.status === 200 || this.status === 201) {
      return this.code !== 'aborted'
    }
    return PASSING.has(this.status) || this.code === 'idempotency-key-in-use'
  }
}

const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])
