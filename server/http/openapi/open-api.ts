import type { ProblemDocument } from '../../../contract/problem.ts'
import type { JsonSchema } from './schemas.ts'

/** The parts of an OpenAPI 3.1 document that ours has (https://spec.openapis.org/oas/v3.1.1.html). */
export type OpenApi = {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: { readonly [path: string]: PathItem }
  readonly webhooks: { readonly [name: string]: PathItem }
  readonly components: {
    readonly schemas: { readonly [name: string]: JsonSchema }
    readonly headers: { readonly [name: string]: DocHeader }
    readonly examples: { readonly [code: string]: ProblemExample }
    readonly securitySchemes: { readonly [name: string]: object }
  }
}

export const METHODS = ['get', 'post', 'put', 'delete'] as const
export type Method = (typeof METHODS)[number]

export type PathItem = { readonly [method in Method]?: DocOperation }

export type DocOperation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[]
  readonly parameters: readonly DocParameter[]
  readonly requestBody?: DocRequestBody
  readonly responses: { readonly [status: string]: DocResponse }
}

export type DocParameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: string
}

export type DocRequestBody = {
  readonly required: boolean
  readonly description: string
  readonly content: DocContent
}

export type DocResponse = {
  readonly description: string
  readonly headers?: { readonly [name: string]: Ref }
  readonly content?: DocContent
}

export type DocContent = { readonly [type: string]: DocMedia }

export type DocMedia = {
  readonly schema: JsonSchema
  readonly examples: { readonly [name: string]: DocExample | Ref }
}

export type DocExample = { readonly summary: string; readonly value: unknown }
/** A problem as it is answered. */
export type ProblemExample = { readonly summary: string; readonly value: ProblemDocument }
export type DocHeader = { readonly description: string; readonly schema: JsonSchema }
export type Ref = { readonly $ref: string }
