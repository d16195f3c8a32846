import type { Outgoing } from '../../consent/outgoing.ts'
import { textAt } from './json.ts'
import { outcomeOf, post, type Reading } from './post.ts'
import { NO_ADDRESS, named, type OutboundProvider } from './provider.ts'

const BASE = 'https://graph.facebook.com/v24.0'

/** Meta itself, through the Cloud API (providers section 3). */
export const whatsappCloud: OutboundProvider = {
  kind: 'whatsapp-cloud',
  speaker: ({ base, timeoutMs }) => ({
    needs: { ids: ['phoneNumberId'], secrets: ['accessToken'] },
    send: async (message, { ids, secrets }) => {
      const body = cloudBody(message)
      if (!body) return NO_ADDRESS
      const answer = await post({
        url: `${base ?? BASE}/${encodeURIComponent(named(ids, 'phoneNumberId'))}/messages`,
        headers: { Authorization: `Bearer ${named(secrets, 'accessToken')}` },
        body,
        timeoutMs,
      })
      return outcomeOf(answer, CLOUD_ANSWERS)
    },
  }),
}

/** A message in Meta's format, which others pass on; null where there is nobody to send it to. */
export const cloudBody = ({ to, reference, content }: Outgoing): object | null => {
  // Without the plus sign Meta may take the number for one of the business's own country.
  const address = to.number === null ? { recipient: to.bsuid } : { to: to.number }
  if (to.number === null && to.bsuid === null) return null
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...address,
    ...cloudContent(content),
    biz_opaque_callback_data: reference,
  }
}

const cloudContent = (content: Outgoing['content']): object => {
  if (content.kind === 'text') {
    return { type: 'text', text: { preview_url: false, body: content.text } }
  }
  const { name, language, parameters } = content
  const body = {
    type: 'body',
    parameters: parameters.map((text) => ({ type: 'text', text })),
  }
  const components = parameters.length === 0 ? [] : [body]
  return { type: 'template', template: { name, language: { code: language }, components } }
}

/** How Meta answers. Its limits of rate come as 400 too: 4 and 80007, 130429 and 131048, 131056 for one pair. */
export const CLOUD_ANSWERS: Reading = {
  idIn: (json) => textAt(json, 'messages', 0, 'id'),
  codeIn: (json) => textAt(json, 'error', 'code'),
  laterOn: ['4', '80007', '130429', '131016', '131048', '131056'],
}
