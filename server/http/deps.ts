import type { HttpBindings } from '@hono/node-server'
import type { ReadBody } from '../actions/hear-webhook.ts'
import type { Deps } from '../ports.ts'

/** The widget's file as it was built. */
export type WidgetFile = {
  readonly code: string
  /** Part of its address: changes with every byte. */
  readonly version: string
  /** For the `integrity` of a script tag. */
  readonly integrity: string
}

/** What the doors need beside what the actions need. */
export type HttpDeps = Deps & {
  readonly publicUrl: string
  readonly widget: WidgetFile
  readonly readBody: ReadBody
}

/** What Node's server hands to a request; absent when a test calls the app without a network. */
export type Bindings = { readonly Bindings: Partial<HttpBindings> }
