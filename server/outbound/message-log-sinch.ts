import type { MessageLog, ReadingLog } from '../ports.ts'
import { askJson, basic, isObject, listIn, textIn } from './log-page.ts'

/** Which host is asked; a region is a name, never a part of another address. */
const hostIn = (region: string, rest: string): string => {
  if (!/^[a-z]{2}$/u.test(region)) throw new Error('a region of Sinch’s is two letters')
  return `https://${region}.${rest}`
}

const asJson = (told: unknown) => ({
  body: Buffer.from(JSON.stringify(told)),
  type: 'application/json',
})

const SOURCES = ['CONVERSATION_SOURCE', 'DISPATCH_SOURCE'] as const

const PAGE_SIZE = '500'

/**
 * The list of a Conversation app's messages (developers.sinch.com, `messages_listmessages`), in both of its modes:
 * each is told as its callback would have told it.
 */
export const sinchLog = (base?: string): MessageLog => ({
  needs: { ids: ['projectId', 'appId', 'keyId'], secrets: ['keySecret'] },
  read: async (reading) => {
    const { ids, secrets } = reading
    const bearer = await bearerFor(ids['keyId'] ?? '', secrets['keySecret'] ?? '', base)
    const [source = SOURCES[0], token = ''] = reading.page?.split('|', 2) ?? []
    const answer = await askJson(addressOf(reading, source, token, base), bearer)
    const told = listIn(answer, 'messages')
      .filter((message) => textIn(message, 'direction') === 'TO_APP')
      .map((message) => asJson({ app_id: ids['appId'], message }))
    return { told, next: nextIn(source, textIn(answer, 'next_page_token') ?? '') }
  },
})

const addressOf = (
  { ids, since }: ReadingLog,
  source: string,
  token: string,
  base: string | undefined,
): string => {
  const { projectId = '', appId = '', region = 'us' } = ids
  const host = base ?? hostIn(region, 'conversation.api.sinch.com')
  const url = new URL(`${host}/v1/projects/${encodeURIComponent(projectId)}/messages`)
  url.search = new URLSearchParams({
    app_id: appId,
    start_time: new Date(since).toISOString(),
    direction: 'TO_APP',
    messages_source: source,
    page_size: PAGE_SIZE,
    ...(token !== '' && { page_token: token }),
  }).toString()
  return url.href
}

const nextIn = (source: string, token: string): string | null => {
  if (token !== '') return `${source}|${token}`
  return source === SOURCES[0] ? `${SOURCES[1]}|` : null
}

const bearerFor = async (
  keyId: string,
  keySecret: string,
  base = 'https://auth.sinch.com',
): Promise<string> => {
  const form = { grant_type: 'client_credentials' }
  const token = textIn(
    await askJson(`${base}/oauth2/token`, basic(keyId, keySecret), form),
    'access_token',
  )
  if (token === null) throw new Error('Sinch gave no access token')
  return `Bearer ${token}`
}

const MOST_A_PAGE = 100

/**
 * The list of a service plan's inbound SMS (developers.sinch.com, `inbounds`), which Sinch keeps for 14 days: each
 * is told as its callback would have told it. What comes while it is read moves others to a later page, never to an
 * earlier one.
 */
export const sinchSmsLog = (base?: string): MessageLog => ({
  needs: { ids: ['servicePlanId'], secrets: ['apiToken'] },
  read: async ({ phone, ids, secrets, since, page }) => {
    const { servicePlanId = '', region = 'us' } = ids
    const number = Number(page ?? '0')
    const host = base ?? hostIn(region, 'sms.api.sinch.com')
    const url = new URL(`${host}/xms/v1/${encodeURIComponent(servicePlanId)}/inbounds`)
    url.search = new URLSearchParams({
      start_date: new Date(since).toISOString(),
      to: phone.replace('+', ''),
      page: String(number),
      page_size: String(MOST_A_PAGE),
    }).toString()
    const answer = await askJson(url.href, `Bearer ${secrets['apiToken'] ?? ''}`)
    const inbounds = listIn(answer, 'inbounds')
    const left = countIn(answer) - number * MOST_A_PAGE
    if (inbounds.length < Math.min(left, MOST_A_PAGE)) {
      throw new Error('a page of Sinch’s holds less than it says')
    }
    return { told: inbounds.map(asJson), next: left > MOST_A_PAGE ? String(number + 1) : null }
  },
})

const countIn = (answer: unknown): number => {
  const count = isObject(answer) ? answer['count'] : undefined
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count
  throw new Error('a page of Sinch’s does not say how many there are')
}
