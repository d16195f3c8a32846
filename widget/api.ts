import type { CountryNumbering } from '../consent/numbering.ts'
import type { PhoneProblem } from '../consent/phone-problem.ts'
import type { FormView } from '../contract/form-view.ts'
import type { FormHandedIn, HandInForm, OptInState } from '../contract/opt-in.ts'
import type { OptedOut, OptOutByForm, WorkAsked } from '../contract/opt-out.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import { follow } from './follow.ts'
import type { WorkOut } from './part.ts'
import type { Answer } from './screens.ts'

/** The requests that the widget makes. None of them throws. */
export type Api = {
  readonly handIn: (body: HandInForm) => Promise<Answer<FormHandedIn>>
  /** Does what work is asked for before it. */
  readonly optOut: (body: OptOutByForm, workOut: WorkOut) => Promise<Answer<OptedOut>>
  /** Null when there was no answer: ask again later. */
  readonly watch: (id: string, token: string) => Promise<OptInState | null>
  /** Waits until it is decided. Null when nothing was told; `silent` where streams do not come through. */
  readonly follow: (
    id: string,
    token: string,
    signal: AbortSignal,
  ) => Promise<OptInState | 'silent' | null>
  /** How numbers of a country are written, or null. */
  readonly numbering: (country: string) => Promise<CountryNumbering | null>
  readonly form: (form: string, language: string) => Promise<FormView | null>
}

const TIMEOUT_MS = 15_000

/** The requests to the server at an origin. */
export const apiAt = (origin: string): Api => ({
  handIn: async (body) => answerOf(await ask(`${origin}/v1/opt-ins`, body), 'links'),

  optOut: async (body, workOut) => {
    const url = `${origin}/v1/opt-outs`
    const reply = await ask(url, body)
    const asked = has(reply.body, 'work') ? (reply.body as { work: WorkAsked }).work : null
    // Where nothing can be worked out it stays refused.
    const work = asked && (await workOut(asked).catch(() => null))
    return answerOf(work ? await ask(url, { ...body, work }) : reply, 'status')
  },

  watch: async (id, token) => {
    const url = `${origin}/v1/opt-ins/${encodeURIComponent(id)}`
    const reply = await ask(url, null, { 'Quiero-Watch': token })
    if (reply.status === 404) return { status: 'expired' }
    return reply.status === 200 && has(reply.body, 'status') ? (reply.body as OptInState) : null
  },

  follow: async (id, token, signal) => {
    const url = `${origin}/v1/opt-ins/${encodeURIComponent(id)}/events`
    const followed = await follow(url, { 'Quiero-Watch': token }, isDecided, signal)
    if (followed === 'silent') return followed
    return has(followed.told, 'status') ? (followed.told as OptInState) : null
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
    return reply.status === 200 && has(reply.body, 'notice') ? (reply.body as FormView) : null
  },
})

type Reply = { readonly status: number; readonly body: unknown }

/** What has no status: nothing was reached, or what came back is not from our server. */
type NoReply = { readonly status: null; readonly body: null; readonly isOffline: boolean }

/** One request. The network, a captive portal or the page itself may be in its way. */
const ask = async (url: string, body: object | null, headers = {}): Promise<Reply | NoReply> => {
  const abort = new AbortController()
  const limit = timeLimit(() => abort.abort())
  let isReached = false
  const answered = async (): Promise<Reply> => {
    const reply = await fetch(url, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: body ? { 'Content-Type': 'application/json' } : headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    })
    isReached = true
    return { status: reply.status, body: await reply.json() }
  }
  try {
    return await Promise.race([answered(), limit.over])
  } catch {
    // What is slow, or answered by somebody else, gets no better when the network comes back.
    return { status: null, body: null, isOffline: !isReached && !abort.signal.aborted }
  } finally {
    limit.end()
  }
}

/** Fails when it takes too long: pages that wrap `fetch` forget its signal. */
const timeLimit = (giveUp: () => void) => {
  let timer = 0
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(new Error('too slow'))
    }, TIMEOUT_MS)
  })
  return { over, end: () => clearTimeout(timer) }
}

// Such as an origin that is not allowed; the rest may go better the next time.
const REFUSED_FOR_GOOD = [403, 404, 422]

// A page without an origin, as in some apps and in closed frames, can hand in nothing (facts section 17): there
// the message alone is the yes.
const REFUSED = self.origin === 'null' ? 'by-message' : 'not-available'

const NOT_SENT = { kind: 'trouble', trouble: 'not-sent' } as const
const OFFLINE = { kind: 'trouble', trouble: 'offline' } as const

const answerOf = <Done>(reply: Reply | NoReply, mark: string): Answer<Done> => {
  if (reply.status === null) return reply.isOffline ? OFFLINE : NOT_SENT
  const { status, body } = reply
  if (status < 300 && has(body, mark)) return { kind: 'done', done: body as Done }
  if (!has(body, 'code')) return NOT_SENT
  const { code, form } = body as ProblemDocument & { readonly form?: FormView }
  if (form) return { kind: 'notice-changed', view: form }
  if (code.startsWith('phone-')) {
    return { kind: 'phone-refused', complaint: { kind: code as PhoneProblem['problem'] } }
  }
  return REFUSED_FOR_GOOD.includes(status) ? { kind: 'trouble', trouble: REFUSED } : NOT_SENT
}

const isDecided = (told: unknown): boolean =>
  has(told, 'status') && (told as OptInState).status !== 'pending'

const has = (body: unknown, name: string): boolean =>
  typeof body === 'object' && body !== null && name in body
