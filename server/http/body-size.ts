import type { Context, MiddlewareHandler, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isMailKind } from '../../consent/door.ts'
import { problem } from '../actions/problem.ts'
import { refuse } from './problems.ts'

const MEGABYTE = 1024 * 1024

/** Refuses bodies of more than some megabytes. */
export const limitTo = (megabytes: number): MiddlewareHandler => {
  const maxSize = megabytes * MEGABYTE
  const count = bodyLimit({ maxSize, onError: refuseSize })
  return async (c: Context, next: Next) => {
    // Hono would look at the body first, and make a stream of it, which takes longer than all the rest of a request.
    const told = c.req.header('content-length')
    const isTold = told !== undefined && c.req.header('transfer-encoding') === undefined
    if (!isTold) return hasNoBody(c) ? next() : count(c, next)
    return Number(told) > maxSize ? refuseSize(c) : next()
  }
}

const refuseSize = (c: Context) => refuse(c, problem('body-too-large'))

const hasNoBody = ({ req: { method } }: Context): boolean => method === 'GET' || method === 'HEAD'

// Meta puts up to a thousand updates into 3 MB (providers section 3); what is refused comes again for a week, as large.
const messageLimit = limitTo(4)

// An e-mail comes with its attachments: Postmark takes 35 MB, SendGrid 30, Mailgun 25. A no may bear a picture.
const mailLimit = limitTo(50)

/** The limit for what a provider of this name sends. */
export const webhookLimit = (provider: string) => (isMailKind(provider) ? mailLimit : messageLimit)
