import { isObject, parseJson } from './json.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'
import { readCloud } from './whatsapp-cloud.ts'

/**
 * 360dialog, which passes Meta's format on and keeps Meta's signature back (providers section 5). Partner
 * platforms get one of its own. A direct client gets none, and adds a header to the webhook instead: the
 * document names that header as `webhookHeader`, and then it alone is asked for.
 */
export const dialog360: InboundProvider = {
  kind: '360dialog',
  heardBy: ({ webhookHeader }) => (webhookHeader === undefined ? 'signed' : 'secret-path'),
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readCloud(body),
  accountOf: ({ phoneNumberId = null }) => phoneNumberId,
  refusal: 401,
  answer: null,
}

const isProven = ({ header, body }: ProviderRequest, { ids, secrets }: Credentials): boolean => {
  const { webhookSecret = '' } = secrets
  const { webhookHeader } = ids
  if (webhookSecret === '') return false
  if (webhookHeader !== undefined) {
    return isSameText(header(webhookHeader.toLowerCase()) ?? '', webhookSecret)
  }
  // With or without the prefix: both are seen, and the page that describes it shows neither.
  const given = /^(?:sha256=)?([0-9a-f]{64})$/u.exec(header('x-360dialog-signature') ?? '')?.[1]
  const signature = hmac('sha256', webhookSecret, body).toString('hex')
  return given !== undefined && isSameText(given, signature)
}
