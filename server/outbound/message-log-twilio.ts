import type { MessageLog } from '../ports.ts'
import { askJson, basic, isObject, listIn, textIn } from './log-page.ts'

const PAGE_SIZE = '200'

/**
 * Twilio's list of messages (twilio.com/docs/messaging/api/message-resource), the newest first: each is told as its
 * webhook would have told it. Twilio never repeats a webhook that failed (providers section 4).
 */
export const twilioLog = (
  prefix: 'whatsapp:' | '',
  base = 'https://api.twilio.com',
): MessageLog => ({
  needs: { ids: ['accountSid'], secrets: ['authToken'] },
  read: async ({ phone, ids, secrets, since, page }) => {
    const { accountSid = '' } = ids
    const list = new URL(
      `${base}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
    )
    list.search = new URLSearchParams({
      To: `${prefix}${phone}`,
      'DateSent>': new Date(since).toISOString().replace(/\.\d+/u, ''),
      PageSize: PAGE_SIZE,
    }).toString()
    const url = page === null ? list : new URL(page, base)
    // The next page bears the credentials; it is theirs or nobody's.
    if (url.origin !== list.origin) throw new Error('a page of Twilio’s is at another origin')
    const answer = await askJson(url.href, basic(accountSid, secrets['authToken'] ?? ''))
    const told = listIn(answer, 'messages').filter(isInbound).map(asTold)
    return { told, next: nextIn(answer) }
  },
})

const isInbound = (message: unknown): boolean => textIn(message, 'direction') === 'inbound'

const nextIn = (answer: unknown): string | null => {
  const next = isObject(answer) ? answer['next_page_uri'] : undefined
  if (typeof next === 'string' || next === null) return next === '' ? null : next
  throw new Error('a page of Twilio’s does not say whether it is the last')
}

const FIELDS = [
  ['MessageSid', 'sid'],
  ['AccountSid', 'account_sid'],
  ['From', 'from'],
  ['To', 'to'],
  ['Body', 'body'],
  // No webhook has it: only the log knows when.
  ['DateSent', 'date_sent'],
] as const

const asTold = (message: unknown) => {
  const form = new URLSearchParams(
    FIELDS.flatMap(([name, field]): [string, string][] => {
      const value = textIn(message, field)
      return value === null ? [] : [[name, value]]
    }),
  )
  return { body: Buffer.from(form.toString()), type: 'application/x-www-form-urlencoded' }
}
