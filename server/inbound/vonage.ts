import { accountByPhone } from './account.ts'
import { isObject, parseJson } from './json.ts'
import type { InboundProvider } from './provider.ts'
import { readVonage } from './vonage-messages.ts'
import { verdictOnToken } from './vonage-token.ts'

/** Vonage's Messages API for WhatsApp (providers section 7). The document's `accountKey` is its API key. */
export const vonage: InboundProvider = {
  kind: 'vonage',
  heardBy: 'signed',
  verify: (request, credentials, now) => verdictOnToken(request, credentials, now),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => [readVonage(parseJson(body))],
  accountOf: accountByPhone,
  refusal: 401,
  answer: null,
}
