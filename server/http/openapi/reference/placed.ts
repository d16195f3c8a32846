import { METHODS, type DocOperation, type OpenApi } from '../open-api.ts'

/** An operation with where it is. */
export type Placed = {
  readonly method: string
  readonly path: string
  readonly operation: DocOperation
}

/** The operations of a part of the document. */
export const placedIn = (part: OpenApi['paths']): readonly Placed[] =>
  Object.entries(part).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ method, path, operation }] : []
    }),
  )
