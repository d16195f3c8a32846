import type { CountryNumbering } from '../consent/numbering.ts'
import type { PhoneProblem } from '../consent/phone-problem.ts'
import type { FormView } from '../contract/form-view.ts'
import type { FormHandedIn, HandInForm, OptInState } from '../contract/opt-in.ts'
import type { OptedOut, OptOutByForm } from '../contract/opt-out.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import type { Answer } from './screens.ts'

/** The requests that the widget makes. None of them throws. */
export type Api = {
  readonly handIn: (body: HandInForm) => Promise<Answer<FormHandedIn>>
  readonly optOut: (body: OptOutByForm) => Promise<Answer<OptedOut>>
  /** Null when there was no answer: ask again later. */
  readonly watch: (id: string, token: string) => Promise<OptInState | null>
  /** How numbers of a country are written, or null. */
  readonly numbering: (country: string) => Promise<CountryNumbering | null>
  readonly form: (form: string, language: string) => Promise<FormView | null>
}

const TIMEOUT_MS = 15_000

/** The requests to the server at an origin. */
export const apiAt = (origin: string): Api => ({
  handIn: async (body) => answerOf(await ask(`${origin}/v1/opt-ins`, body), 'links'),

  optOut: async (body) => answerOf(await ask(`${origin}/v1/opt-outs`, body), 'status'),

  watch: async (id, token) => {
    const url = `${origin}/v1/opt-ins/${encodeURIComponent(id)}`
    const reply = await ask(url, null, { 'Quiero-Watch': token })
    if (reply?.status === 404) return { status: 'expired' }
    return reply?.status === 200 && has(reply.body, 'status') ? (reply.body as OptInState) : null
  },

  numbering: async (country) => {
    const reply = await ask(`${origin}/v1/numberings/${country}`, null)
    return reply?.status === 200 && has(reply.body, 'formats')
      ? (reply.body as CountryNumbering)
      : null
  },

  form: async (form, language) => {
    const url = `${origin}/v1/forms/${encodeURIComponent(form)}?language=${language}`
    const reply = await ask(url, null)
    return reply?.status === 200 && has(reply.body, 'notice') ? (reply.body as FormView) : null
  },
})

type Reply = { readonly status: number; readonly body: unknown }

/** One request, or null where the network, a captive portal or the page's own policy is in the way. */
const ask = async (url: string, body: object | null, headers = {}): Promise<Reply | null> => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const reply = await fetch(url, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: body ? { 'Content-Type': 'application/json' } : headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    })
    return { status: reply.status, body: await reply.json() }
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

const NOT_SENT = { kind: 'trouble', trouble: 'not-sent' } as const

const answerOf = <Done>(reply: Reply | null, mark: string): Answer<Done> => {
  if (!reply) return NOT_SENT
  const { status, body } = reply
  if (status < 300 && has(body, mark)) return { kind: 'done', done: body as Done }
  if (!has(body, 'code')) return NOT_SENT
  const { code, form } = body as ProblemDocument & { readonly form?: FormView }
  if (form) return { kind: 'notice-changed', view: form }
  if (code.startsWith('phone-')) {
    return { kind: 'phone-refused', complaint: { kind: code as PhoneProblem['problem'] } }
  }
  // What is refused for good, such as an origin; the rest may go better the next time.
  const isRefused = status === 403 || status === 404 || status === 422
  return isRefused ? { kind: 'trouble', trouble: 'not-available' } : NOT_SENT
}

const has = (body: unknown, name: string): boolean =>
  typeof body === 'object' && body !== null && name in body
