import type { Delivered } from '../../consent/delivered.ts'
import { readAccount } from './cloud-account.ts'
import { readIdUpdate } from './cloud-changes.ts'
import { readMessage } from './cloud-messages.ts'
import { readPreference, readStatus } from './cloud-statuses.ts'
import { field, isObject, listAt, parseJson, textAt } from './json.ts'
import { hmac, isSameText } from './proof.ts'
import type { Credentials, InboundProvider, ProviderRequest } from './provider.ts'

/** Meta itself, through the Cloud API (providers section 3). */
export const whatsappCloud: InboundProvider = {
  kind: 'whatsapp-cloud',
  heardBy: 'signed',
  verify: (request, credentials) => (isProven(request, credentials) ? 'fresh' : 'refused'),
  isReadable: ({ body }) => isObject(parseJson(body)),
  read: ({ body }) => readCloud(body),
  accountOf: ({ phoneNumberId = null }) => phoneNumberId,
  refusal: 401,
  answer: null,
  challengeOf: (query, { secrets }) => {
    const { 'hub.mode': mode, 'hub.verify_token': token = '', 'hub.challenge': challenge } = query
    const isOurs = isSameText(token, secrets['verifyToken'] ?? '')
    return mode === 'subscribe' && isOurs ? (challenge ?? null) : null
  },
}

/** Meta's signature: HMAC-SHA256 under the app's secret over the raw body. It bears no time. */
const isProven = ({ header, body }: ProviderRequest, { secrets }: Credentials): boolean => {
  const { appSecret = '' } = secrets
  const given = /^sha256=([0-9a-f]{64})$/u.exec(header('x-hub-signature-256') ?? '')?.[1]
  const signature = hmac('sha256', appSecret, body).toString('hex')
  return appSecret !== '' && given !== undefined && isSameText(given, signature)
}

/** Everything that a body in Meta's format tells: up to a thousand updates. Others pass this format on. */
export const readCloud = (body: Uint8Array): readonly Delivered[] =>
  listAt(parseJson(body), 'entry').flatMap((entry) =>
    listAt(entry, 'changes').flatMap((change) => readChange(entry, change)),
  )

const readChange = (entry: unknown, change: unknown): readonly Delivered[] => {
  const value = field(change, 'value')
  const [messages = [], statuses = [], preferences = [], idUpdates = [], actions = []] = [
    'messages',
    'statuses',
    'user_preferences',
    'user_id_update',
    'user_actions',
  ].map((name) => listAt(value, name))
  const account = textAt(value, 'metadata', 'phone_number_id')
  const contacts = listAt(value, 'contacts')
  const isOfPeople =
    messages.length + statuses.length + preferences.length + idUpdates.length + actions.length > 0
  if (!isOfPeople) return [readAccount(entry, change)]
  if (account === null) return [{ kind: 'unknown' }]
  return [
    ...messages.map((message) => readMessage(account, message, contacts)),
    ...statuses.flatMap((status) => readStatus(account, status, contacts)),
    ...preferences.map((preference) => readPreference(account, preference, contacts)),
    ...idUpdates.map((update) => readIdUpdate(account, update)),
    ...actions.map((): Delivered => ({ kind: 'ignored' })),
  ]
}
