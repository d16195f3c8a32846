import { createPrivateKey, sign } from 'node:crypto'
import type { Outgoing } from '../../consent/outgoing.ts'
import { textAt } from './json.ts'
import { outcomeOf, post, type Reading } from './post.ts'
import { digitsOf, NO_ADDRESS, named, type OutboundProvider } from './provider.ts'

const BASE = 'https://api.nexmo.com'

/** How long a token is good for, in seconds: one request. */
const TOKEN_LASTS = 300

/** Vonage's Messages API (providers section 7). */
export const vonage: OutboundProvider = {
  kind: 'vonage',
  speaker: ({ base, timeoutMs, now, newId }) => ({
    needs: { ids: ['applicationId'], secrets: ['privateKey'] },
    send: async (message, { ids, secrets }) => {
      const to = message.to.number === null ? message.to.bsuid : digitsOf(message.to.number)
      if (to === null) return NO_ADDRESS
      const issuedAt = Math.floor(now() / 1000)
      const claims = {
        application_id: ids['applicationId'],
        iat: issuedAt,
        exp: issuedAt + TOKEN_LASTS,
        jti: newId(),
      }
      const token = tokenOf(claims, named(secrets, 'privateKey'))
      if (token === null) return { outcome: 'refused', reason: 'private_key_not_valid' }
      const answer = await post({
        url: `${base ?? BASE}/v1/messages`,
        headers: { Authorization: `Bearer ${token}` },
        body: {
          channel: 'whatsapp',
          from: digitsOf(message.from),
          to,
          client_ref: message.reference,
          ...contentOf(message),
        },
        timeoutMs,
      })
      return outcomeOf(answer, ANSWERS)
    },
  }),
}

/** A token under RS256 (RFC 7519); null where the key is none. A variable may hold its line ends as `\n`. */
const tokenOf = (claims: object, privateKey: string): string | null => {
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`
  try {
    const key = createPrivateKey(privateKey.replaceAll('\\n', '\n'))
    return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
  } catch {
    return null
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const contentOf = ({ content }: Outgoing): object => {
  if (content.kind === 'text') return { message_type: 'text', text: content.text }
  const { name, language, parameters } = content
  return {
    message_type: 'template',
    template: { name, parameters },
    whatsapp: { policy: 'deterministic', locale: language },
  }
}

const ANSWERS: Reading = {
  idIn: (json) => textAt(json, 'message_uuid'),
  codeIn: (json) => /#(\d{1,6})$/u.exec(textAt(json, 'type') ?? '')?.[1] ?? null,
  laterOn: [],
}
