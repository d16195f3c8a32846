import type { Outgoing } from '../../consent/outgoing.ts'
import { textAt } from './json.ts'
import { outcomeOf, post, type Reading } from './post.ts'
import { digitsOf, NO_ADDRESS, named, type OutboundProvider } from './provider.ts'
import { accessTokens, isToken } from './sinch-token.ts'

// An app that is asked for in another region is not found.
const REGIONS = ['us', 'eu', 'br']

const regionalApi = (region = 'us'): string | null =>
  REGIONS.includes(region) ? `https://${region}.conversation.api.sinch.com` : null

/** Sinch's Conversation API (providers section 2). */
export const sinch: OutboundProvider = {
  kind: 'sinch',
  speaker: (reach) => {
    const tokens = accessTokens(reach)
    const { base, timeoutMs } = reach
    return {
      needs: { ids: ['projectId', 'appId', 'keyId'], secrets: ['keySecret'] },
      send: async (message, { ids, secrets }) => {
        const api = base ?? regionalApi(ids['region'])
        if (api === null) return { outcome: 'refused', reason: 'region_not_valid' }
        const body = bodyOf(message, named(ids, 'appId'))
        if (!body) return NO_ADDRESS
        const key = { id: named(ids, 'keyId'), secret: named(secrets, 'keySecret') }
        const token = await tokens.tokenFor(key)
        if (!isToken(token)) return token
        const answer = await post({
          url: `${api}/v1/projects/${encodeURIComponent(named(ids, 'projectId'))}/messages:send`,
          headers: { Authorization: `Bearer ${token.token}` },
          body,
          timeoutMs,
        })
        if (answer.kind === 'answered' && answer.status === 401) return tokens.refused(key)
        return outcomeOf(answer, ANSWERS)
      },
    }
  },
}

const bodyOf = ({ to, reference, content }: Outgoing, appId: string): object | null => {
  const identity = to.number === null ? to.bsuid : digitsOf(to.number)
  if (identity === null) return null
  return {
    app_id: appId,
    recipient: { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity }] } },
    message: contentOf(content),
    message_content_type: 'CONTENT_NOTIFICATION',
    correlation_id: reference,
    processing_strategy: 'DEFAULT',
  }
}

const contentOf = (content: Outgoing['content']): object => {
  if (content.kind === 'text') return { text_message: { text: content.text } }
  const { name, language, parameters } = content
  const filled = parameters.map((text, index) => [`body[${index + 1}]text`, text] as const)
  return {
    template_message: {
      channel_template: {
        WHATSAPP: {
          template_id: name,
          language_code: language,
          parameters: Object.fromEntries(filled),
        },
      },
    },
  }
}

const ANSWERS: Reading = {
  idIn: (json) => textAt(json, 'message_id'),
  codeIn: (json) => textAt(json, 'error', 'status'),
  laterOn: [],
}
