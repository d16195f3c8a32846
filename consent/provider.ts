/** The name of an environment variable that holds a secret; the document never holds the secret itself. */
export type SecretRef = { readonly env: string }

/** What a provider's part of a document holds: its own ids for the number, and the names of secrets. */
export type Fields = {
  readonly ids: readonly string[]
  /** Ids that only some need, such as those for sending. */
  readonly otherIds: readonly string[]
  readonly secrets: readonly string[]
  readonly otherSecrets: readonly string[]
}

const fields = <
  const Ids extends string = never,
  const OtherIds extends string = never,
  const Secrets extends string = never,
  const OtherSecrets extends string = never,
>(
  ids: readonly Ids[],
  otherIds: readonly OtherIds[],
  secrets: readonly Secrets[],
  otherSecrets: readonly OtherSecrets[],
) => ({ ids, otherIds, secrets, otherSecrets }) satisfies Fields

/**
 * The providers of WhatsApp numbers, by the name that stands in their webhook's address. The `secrets` prove
 * a request, the other ones send. `webhookUrl` is the address as the provider was told it, where that is not
 * what this server would say of itself: Twilio and Bird sign it. `webhookHeader` is the header that bears
 * 360dialog's secret where 360dialog does not sign, and Gupshup's `phoneNumberId` is Meta's, for version 3.
 */
export const SENDER_PROVIDERS = {
  'whatsapp-cloud': fields(['phoneNumberId'], [], ['appSecret', 'verifyToken'], ['accessToken']),
  sinch: fields(['projectId', 'appId'], ['region', 'keyId'], ['webhookSecret'], ['keySecret']),
  'sinch-latam': fields([], ['userName'], ['pathToken'], ['authenticationToken']),
  '360dialog': fields(['phoneNumberId'], ['webhookHeader'], ['webhookSecret'], ['apiKey']),
  twilio: fields(['accountSid'], ['webhookUrl'], ['authToken'], []),
  infobip: fields([], ['baseUrl'], ['basicAuth'], ['apiKey']),
  // Vonage calls its `accountKey` the API key; it is no secret.
  vonage: fields(['accountKey', 'applicationId'], [], ['signatureSecret'], ['privateKey']),
  bird: fields(['channelId'], ['workspaceId', 'webhookUrl'], ['signingKey'], ['accessKey']),
  gupshup: fields(['app'], ['phoneNumberId'], ['pathToken'], ['apiKey']),
  zenvia: fields([], [], ['webhookToken'], ['apiToken']),
} as const

/** The same for doors: SMS numbers and mailboxes. */
export const DOOR_PROVIDERS = {
  'twilio-sms': fields(['accountSid'], ['webhookUrl'], ['authToken'], []),
  'sinch-sms': fields(['servicePlanId'], ['region'], ['webhookSecret'], ['apiToken']),
  'vonage-sms': fields(
    ['accountKey'],
    ['signatureMethod', 'applicationId'],
    ['signatureSecret'],
    [],
  ),
  postmark: fields([], [], ['basicAuth'], []),
  mailgun: fields([], [], ['signingKey'], []),
  sendgrid: fields([], [], ['publicKey'], []),
} as const

export const PROVIDERS = { ...SENDER_PROVIDERS, ...DOOR_PROVIDERS } as const

type Table = { readonly [kind: string]: Fields }

type ProviderIn<All extends Table> = {
  [Kind in keyof All]: { readonly kind: Kind } & {
    readonly [Id in All[Kind]['ids'][number]]: string
  } & {
    readonly [Id in All[Kind]['otherIds'][number]]?: string | undefined
  } & {
    readonly [Secret in All[Kind]['secrets'][number]]: SecretRef
  } & {
    readonly [Secret in All[Kind]['otherSecrets'][number]]?: SecretRef | undefined
  }
}[keyof All]

/** The provider that a sender's messages come through. */
export type SenderProvider = ProviderIn<typeof SENDER_PROVIDERS>
/** The provider that a door's messages come through. */
export type DoorProvider = ProviderIn<typeof DOOR_PROVIDERS>
export type Provider = SenderProvider | DoorProvider
export type ProviderKind = Provider['kind']

/** Whether a text is the name of a provider. */
export const isProviderKind = (text: string): text is ProviderKind =>
  Object.keys(PROVIDERS).includes(text)

/** The secrets that prove a provider's requests, by their names in the document. */
export const provingSecrets = (provider: Provider): Readonly<Record<string, SecretRef>> =>
  refsIn(provider, PROVIDERS[provider.kind].secrets)

/** Every secret that a provider's part of a document names. */
export const allSecrets = (provider: Provider): Readonly<Record<string, SecretRef>> => {
  const { secrets, otherSecrets } = PROVIDERS[provider.kind]
  return refsIn(provider, [...secrets, ...otherSecrets])
}

/** The ids that a provider's part of a document holds. */
export const idsIn = (provider: Provider): Readonly<Record<string, string>> => {
  const { ids, otherIds }: Fields = PROVIDERS[provider.kind]
  const held = new Map<string, unknown>(Object.entries(provider))
  return Object.fromEntries(
    [...ids, ...otherIds].flatMap((name) => {
      const value = held.get(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

const refsIn = (
  provider: Provider,
  names: readonly string[],
): Readonly<Record<string, SecretRef>> => {
  const held = new Map<string, string | SecretRef | undefined>(Object.entries(provider))
  return Object.fromEntries(
    names.flatMap((name) => {
      const ref = held.get(name)
      return typeof ref === 'object' ? [[name, ref]] : []
    }),
  )
}
