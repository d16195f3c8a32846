import { bodyLimit } from 'hono/body-limit'
import { isMailKind } from '../../consent/door.ts'
import { problem } from '../actions/problem.ts'
import { refuse } from './problems.ts'

const MEGABYTE = 1024 * 1024

/** Refuses bodies of more than some megabytes. */
export const limitTo = (megabytes: number) =>
  bodyLimit({
    maxSize: megabytes * MEGABYTE,
    onError: (c) => refuse(c, problem('body-too-large')),
  })

// Meta puts up to a thousand updates into 3 MB (providers section 3); what is refused comes again for a week, as large.
const messageLimit = limitTo(4)

// An e-mail comes with its attachments: Postmark takes 35 MB, SendGrid 30, Mailgun 25. A no may bear a picture.
const mailLimit = limitTo(50)

/** The limit for what a provider of this name sends. */
export const webhookLimit = (provider: string) => (isMailKind(provider) ? mailLimit : messageLimit)
