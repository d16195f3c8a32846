import type { Outgoing } from '../../consent/outgoing.ts'
import { textAt } from './json.ts'
import { outcomeOf, post, type Reading } from './post.ts'
import { NO_ADDRESS, named, type OutboundProvider } from './provider.ts'

const BASE = 'https://api.twilio.com'

/** Twilio (providers section 4). The token that proves its requests also sends. */
export const twilio: OutboundProvider = {
  kind: 'twilio',
  speaker: ({ base, timeoutMs }) => ({
    needs: { ids: ['accountSid'], secrets: ['authToken'] },
    send: async (message, { ids, secrets }) => {
      const { number } = message.to
      if (number === null) return NO_ADDRESS
      const account = named(ids, 'accountSid')
      const pair = Buffer.from(`${account}:${named(secrets, 'authToken')}`).toString('base64')
      const answer = await post({
        url: `${base ?? BASE}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`,
        headers: { Authorization: `Basic ${pair}` },
        body: new URLSearchParams({
          From: `whatsapp:${message.from}`,
          To: `whatsapp:${number}`,
          ...contentOf(message),
        }),
        timeoutMs,
      })
      return outcomeOf(answer, ANSWERS)
    },
  }),
}

const contentOf = ({ content }: Outgoing): Readonly<Record<string, string>> => {
  if (content.kind === 'text') return { Body: content.text }
  const variables = content.parameters.map((text, index) => [String(index + 1), text] as const)
  return {
    ContentSid: content.name,
    ContentVariables: JSON.stringify(Object.fromEntries(variables)),
  }
}

/** How Twilio answers; 63018 is a limit of rate of the channel's. */
const ANSWERS: Reading = {
  idIn: (json) => textAt(json, 'sid'),
  codeIn: (json) => textAt(json, 'code'),
  laterOn: ['20429', '63018'],
}
