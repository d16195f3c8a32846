import type { Company } from '../consent/company.ts'
import type {
  ActRecorded,
  FeedPage,
  MaySendResult,
  MessageHeard,
  PersonEvent,
  PersonStatus,
} from './answers.ts'
import { type Asked, askEach, type EachOptions } from './ask-each.ts'
import { decisionIn, notAnswered } from './decision.ts'
import { notAnAnswer } from './faults.ts'
import { followEvents, type Followed, type FeedOptions } from './follow-events.ts'
import { exchange, jsonIn, jsonOf, type Line, objectIn, problemOf, type Request } from './line.ts'
import { type Patience, persist } from './persist.ts'
import { QuieroProblem } from './problem.ts'
import type {
  InboundMessage,
  MaySendQuestion,
  OptIn,
  OptOut,
  Person,
  Settlement,
} from './questions.ts'

/** Where the server is, and how it is spoken to. */
export type QuieroOptions = {
  /** The server's address: `https://quiero.example`. */
  readonly url: string
  /** An API key with the scopes that are needed. */
  readonly key: string
  /** How long one attempt may take, in milliseconds: 5,000 unless told otherwise. */
  readonly timeoutMs?: number | undefined
  /** Another `fetch` than the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** How long to go on with one call. */
export type CallOptions = {
  readonly signal?: AbortSignal | undefined
  /** How long it may take with everything that is tried again, in milliseconds. */
  readonly giveUpAfterMs?: number | undefined
}

/** The same for what is done once, however often it is sent. */
export type ActOptions = CallOptions & {
  /** Names the act for a day; a random one unless given. Give your own where you may send it again after a crash. */
  readonly idempotencyKey?: string | undefined
}

// Somebody waits for an answer; an act is not to be lost; a no is to arrive.
const ASK_FOR_MS = 10_000
const ACT_FOR_MS = 60_000
const STOP_FOR_MS = 5 * 60_000

const MOST_AT_ONCE = 10_000

/**
 * Quiero as a company's backend uses it. Nothing that goes wrong is ever an "allow"; acts are tried again under one
 * Idempotency-Key until they are kept; what is refused is thrown as a QuieroProblem.
 */
export class Quiero {
  // Private to the language, so that no log of this object shows the key.
  readonly #line: Line

  constructor({ url, key, timeoutMs = 5_000, fetch = globalThis.fetch }: QuieroOptions) {
    if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) {
      throw new TypeError('The url is the server’s address, such as https://quiero.example.')
    }
    if (!/^[\x21-\x7E]{1,200}$/u.test(key)) throw new TypeError('The key is no API key.')
    const base = new URL(url.endsWith('/') ? url : `${url}/`)
    this.#line = { base, key, timeoutMs, fetch: (...request) => fetch(...request) }
  }

  /**
   * May this be sent to this person, now? Never throws, and never says `allow: true` unless the server has: where no
   * answer came, for whatever reason, it is `{ allow: false, reason: 'no_answer', problem }`.
   */
  async maySend(question: MaySendQuestion, options: CallOptions = {}): Promise<MaySendResult> {
    try {
      return await this.#call(
        { method: 'POST', path: 'v1/may-send', body: jsonOf(question) },
        patienceOf(options, ASK_FOR_MS),
        async (response) => {
          const decision = response.status === 200 ? decisionIn(await jsonIn(response)) : null
          if (!decision) throw notAnAnswer(response.status)
          return decision
        },
      )
    } catch (error) {
      return notAnswered(problemOf(error, options.signal))
    }
  }

  /**
   * The same for a list of any length, in its order; takes questions only as fast as answers are taken, and asks
   * again where an answer has waited for half a minute. Where the server cannot be asked, each question that was taken
   * already is answered `no_answer`, then the QuieroProblem is thrown, and nothing more is taken.
   */
  maySendEach<Question extends MaySendQuestion>(
    questions: Iterable<Question> | AsyncIterable<Question>,
    { atOnce = 1_000, ...options }: EachOptions & CallOptions = {},
  ): AsyncGenerator<Asked<Question>, void, undefined> {
    const most = Math.max(1, Math.min(MOST_AT_ONCE, Math.trunc(atOnce)))
    return askEach(this.#line, questions, patienceOf(options, ACT_FOR_MS), most)
  }

  /** Keeps a yes that you took elsewhere, with its evidence. */
  optIn(act: OptIn, options: ActOptions = {}): Promise<ActRecorded> {
    return this.#act('v1/opt-ins', act, options, ACT_FOR_MS)
  }

  /** Keeps a no. It is tried for five minutes before this gives up. */
  optOut(act: OptOut, options: ActOptions = {}): Promise<ActRecorded> {
    return this.#act('v1/opt-outs', act, options, STOP_FOR_MS)
  }

  /** Hands in a message that your own system received, and says what it meant. It may be a no, so it is tried as long as one. */
  handInMessage(message: InboundMessage, options: ActOptions = {}): Promise<MessageHeard> {
    return this.#act('v1/messages', message, options, STOP_FOR_MS)
  }

  /** What stands of somebody; null where nobody is known by this. */
  async findPerson(person: Person, options: CallOptions = {}): Promise<PersonStatus | null> {
    try {
      return await this.#ask<PersonStatus>('POST', 'v1/people/find', options, { person })
    } catch (error) {
      if (error instanceof QuieroProblem && error.code === 'person-not-found') return null
      throw error
    }
  }

  /** What stands of the person with an id (`per_…`). */
  person(id: string, options: CallOptions = {}): Promise<PersonStatus> {
    return this.#ask('GET', `v1/people/${personId(id)}`, options)
  }

  /** Everything that the person with an id (`per_…`) ever said, oldest first. */
  async history(id: string, options: CallOptions = {}): Promise<readonly PersonEvent[]> {
    const { events } = await this.#ask<{ readonly events: readonly PersonEvent[] }>(
      'GET',
      `v1/people/${personId(id)}/events`,
      options,
    )
    return events
  }

  /** Says that somebody has looked at who a person in doubt is. */
  settle(id: string, found: Settlement, options: ActOptions = {}): Promise<PersonStatus> {
    return this.#act(`v1/people/${personId(id)}/settle`, found, options, ACT_FOR_MS)
  }

  /**
   * Erases the person with an id (`per_…`), and gives the event that tells of it; every no of theirs goes on. Sent
   * again it is the same erasure.
   */
  async erase(id: string, options: CallOptions = {}): Promise<string> {
    const { event } = await this.#ask<{ readonly event: string }>(
      'DELETE',
      `v1/people/${personId(id)}`,
      options,
    )
    return event
  }

  /** Every event as it comes, for ever, with the cursor to go on with after it; ends when the signal is aborted. */
  events(options: FeedOptions = {}): AsyncGenerator<Followed, void, undefined> {
    return followEvents(this.#line, options)
  }

  /** The events that there are after a cursor: as many as `limit` says, at most 1,000. */
  eventPage(
    { after, limit = 100, evidence = false }: FeedOptions & { readonly limit?: number } = {},
    options: CallOptions = {},
  ): Promise<FeedPage> {
    const query = new URLSearchParams({ limit: String(limit) })
    if (after !== undefined) query.set('after', after)
    if (evidence) query.set('evidence', '1')
    return this.#ask('GET', `v1/events?${query.toString()}`, options)
  }

  /** The company's document, its whole set-up. */
  company(options: CallOptions = {}): Promise<Company> {
    return this.#ask('GET', 'v1/company', options)
  }

  /** Stores the company's next document, and gives its version. Where it is refused, `refusals` of the problem say why. */
  putCompany(document: Company, options: CallOptions = {}): Promise<{ readonly version: number }> {
    return this.#ask('PUT', 'v1/company', options, document)
  }

  #ask<Answer>(
    method: Request['method'],
    path: string,
    options: CallOptions,
    body?: object,
  ): Promise<Answer> {
    const request = { method, path, body: body && jsonOf(body) }
    return this.#call(request, patienceOf(options, ASK_FOR_MS), objectIn<Answer>)
  }

  #act<Answer>(
    path: string,
    act: object,
    { idempotencyKey = crypto.randomUUID(), ...options }: ActOptions,
    giveUpAfterMs: number,
  ): Promise<Answer> {
    const headers = { 'Idempotency-Key': idempotencyKey }
    return this.#call(
      { method: 'POST', path, body: jsonOf(act), headers },
      patienceOf(options, giveUpAfterMs),
      objectIn<Answer>,
    )
  }

  #call<Answer>(
    request: Request,
    patience: Patience,
    read: (response: Response) => Promise<Answer>,
  ): Promise<Answer> {
    const { timeoutMs } = this.#line
    return persist(patience, (leftMs) =>
      exchange(this.#line, request, read, patience.signal, Math.min(leftMs, timeoutMs)),
    )
  }
}

const patienceOf = ({ giveUpAfterMs, signal }: CallOptions, usual: number): Patience => ({
  giveUpAfterMs: giveUpAfterMs ?? usual,
  signal,
})

/** Nothing but an id may stand in an address, least of all a number. */
const personId = (id: string): string => {
  if (/^per_[0-9a-f]{32}$/u.test(id)) return id
  throw new TypeError('A person’s id is per_ and 32 hexadecimal digits.')
}
