import type { HttpBindings } from '@hono/node-server'
import type { Deps } from '../ports.ts'
import type { ProxyTest } from './client-ip.ts'

/**
 * The widget's files as they were built: what comes with a form, what comes later, what stands it elsewhere than
 * in the page's flow, what draws a code to scan, and all of it in one.
 */
export const WIDGET_FILES = ['first', 'more', 'place', 'scan', 'widget'] as const
export type WidgetFileName = (typeof WIDGET_FILES)[number]

export type WidgetFiles = {
  readonly files: { readonly [name in WidgetFileName]: string }
  /** Part of their address: changes with every byte. */
  readonly version: string
  /** For the `integrity` of a script tag with all of it in one. */
  readonly integrity: string
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
}

/** What Node's server hands to a request; absent when a test calls the app without a network. */
export type Bindings = { readonly Bindings: Partial<HttpBindings> }
