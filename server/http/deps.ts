import type { HttpBindings } from '@hono/node-server'
import type { Deps } from '../ports.ts'
import type { ProxyTest } from './client-ip.ts'

/**
 * The widget's files as they were built: what comes with a form, what comes later, what stands it elsewhere than
 * in the page's flow, what draws a code to scan, what works something out in a burst, and all of it in one.
 */
export const WIDGET_FILES = ['first', 'more', 'place', 'scan', 'work', 'widget'] as const
export type WidgetFileName = (typeof WIDGET_FILES)[number]

export type WidgetFiles = {
  readonly files: { readonly [name in WidgetFileName]: string }
  /** Part of their address: changes with every byte. */
  readonly version: string
  /** For the `integrity` of a script tag with all of it in one. */
  readonly integrity: string
}

/** How a request was answered. `ms` is until its answer began: a list or a stream goes on. */
export type Answered = {
  readonly request: string
  readonly method: string
  /** The route's pattern: a path can hold a token, or an id of a person. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** The company that it was about, where that is known. */
  readonly company: string | undefined
}

/** What the doors need beside what the actions need. */
export type HttpDeps = Deps & {
  readonly widget: WidgetFiles
  /** Whose `X-Forwarded-For` is believed; left out, nobody's. */
  readonly isTrustedProxy?: ProxyTest | null
  /** Whether an error says that nothing can be kept or told now; left out, none does. */
  readonly isUnavailable?: (error: unknown) => boolean
  /** How many milliseconds a client may take to send a body; left out, thirty seconds. */
  readonly bodyWithin?: number
  /** Aborted once the server is to end: then nobody is kept waiting for what may come. */
  readonly stopping?: AbortSignal
  /** What is counted, as text, and the token that opens it; left out where nothing is counted. */
  readonly metrics?: { readonly token: string; text(): Promise<string> } | null
  /** Told of every request that was answered. */
  readonly onAnswered?: (answered: Answered) => void
}

/** What Node's server hands to a request; absent when a test calls the app without a network. */
export type Bindings = { readonly Bindings: Partial<HttpBindings> }
