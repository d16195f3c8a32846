import type * as v from 'valibot'
import type { ProblemCode } from '../../actions/problem.ts'
import type { Scope } from '../../ports.ts'
import type { SchemaName } from './schemas.ts'

/** What operations are about, in the order in which the document tells of them. */
export const TAGS = {
  Decisions: 'May this be sent to this person, from this number, now? Asked before every message.',
  Acts: 'What people said, handed in by your systems or by a page: yeses, noes and messages.',
  Links: 'Personal links and their campaigns: ask people who never were.',
  People: 'What stands of one person, everything they ever said, and what proves it.',
  Lists: 'Old records in, and everything out: rows, as many as there are.',
  Events: 'Everything that happens, in the order of the log: read it, or be told.',
  Log: 'What was signed of everything that happened, so that nobody can write it anew unseen.',
  Company: 'The whole set-up in one document, templates, and how your opt-ins do.',
  Keys: 'The keys of your systems. None makes one that may do more than itself.',
  Forms: 'What a form shows, for a page that draws it itself.',
  Service: 'Whether this server is there.',
} as const
export type Tag = keyof typeof TAGS

/** What is sent or answered in one media type; JSON where none is named. */
export type Body = {
  readonly type?: string
  /** What it is; of several, one. Left out: a text. */
  readonly schema?: SchemaName | readonly SchemaName[]
  /** What each of its lines or events is, where it is a text of many. */
  readonly each?: SchemaName
  readonly says?: string
  /** By what each shows. The first is the one that is tried. */
  readonly examples: { readonly [shows: string]: unknown }
}

/** The headers that an answer may have, beside those that all have. */
export type AnswerHeader = 'ETag' | 'Cache-Control'

/** What is answered when nothing is amiss. */
export type Answer = {
  readonly says: string
  readonly bodies?: readonly Body[]
  readonly headers?: readonly AnswerHeader[]
}

/** What has to be known of one parameter. */
export type Parameter = {
  readonly says: string
  readonly example: string
  /** A part of the address always is. */
  readonly isNeeded?: boolean
}

/** One operation. What follows from it being one, such as the problems of a key, is not told again. */
export type Operation = {
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  /** Paragraphs. What stands between backticks is code. */
  readonly says: readonly string[]
  /** The scope that a key needs; `public`: it needs none. */
  readonly opens: Scope | 'public'
  /** Whether a page comes without a key, too. */
  readonly forPages?: boolean
  /** Whether it takes an `Idempotency-Key`. */
  readonly isRepeatable?: boolean
  readonly path?: { readonly [name: string]: Parameter }
  readonly query?: v.GenericSchema
  readonly headers?: { readonly [name: string]: Parameter }
  readonly body?: readonly Body[]
  readonly answers: { readonly [status: number]: Answer }
  /** What is told of problems that are its own. */
  readonly problems: readonly ProblemCode[]
}

/** Operations by method and address, as the document names them. */
export type Operations = {
  readonly [route: `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`]: Operation
}
