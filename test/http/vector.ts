import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Company } from '../../consent/company.ts'
import { DOOR_PROVIDERS, type DoorProvider, type SenderProvider } from '../../consent/provider.ts'
import { inboundProvider } from '../../server/inbound/providers.ts'
import { demoDocument, openService, type Answer, type Service } from '../support/service.ts'

/** A recorded request of a provider's, and what must come of it. */
export type Vector = {
  readonly id: string
  readonly provider: string
  readonly channel: 'whatsapp' | 'sms' | 'email'
  readonly description: string
  readonly method: 'GET' | 'POST'
  readonly path_hint: string
  readonly headers: Readonly<Record<string, string>>
  readonly rawBody: string | Uint8Array
  readonly secret: string
  readonly auth: { readonly scheme: string; readonly url?: string }
  readonly now: number
  readonly replayOf?: string
  readonly expect: Expected
}

export type Expected = {
  readonly kind: 'message' | 'optout' | 'preference' | 'status' | 'quality' | 'ignored'
  readonly from: string | null
  readonly text: string | null
  readonly httpStatus: number | readonly number[]
  readonly intent?: 'want' | 'optout' | 'resume' | null
  readonly userId?: string
  readonly preference?: { readonly value: 'stop' | 'resume' }
  readonly eventTime?: number
  readonly contentType?: string
  readonly duplicate?: boolean
  readonly identityChange?: { readonly previousUserId?: string; readonly newUserId?: string }
}

const VECTORS_FOLDER = new URL('vectors/', import.meta.url)

/** The recorded requests of providers that are heard. */
export const vectorNames = (): readonly string[] =>
  readdirSync(VECTORS_FOLDER)
    .map((file) => file.replace('.json', ''))
    .filter((id) => inboundProvider(providerOf(readVector(id)).kind) !== null)

/** What came before a replay: the request that it names, which is the same where it is not among these. */
export const firstOf = (vector: Vector): Vector =>
  vector.replayOf !== undefined && existsSync(fileOf(vector.replayOf))
    ? readVector(vector.replayOf)
    : vector

const fileOf = (id: string): URL => new URL(`${id}.json`, VECTORS_FOLDER)

/** A recorded request by its name. */
export const readVector = (id: string): Vector =>
  JSON.parse(readFileSync(fileOf(id), 'utf8')) as Vector

const SECRET = { env: 'QUIERO_SECRET_RECORDED' } as const

/** The business's side of each recorded request: what the document holds of its provider. */
const providerOf = ({ provider, channel, auth }: Vector): SenderProvider | DoorProvider => {
  const webhookUrl = auth.url?.replace(/\?.*$/su, '')
  const kinds: Readonly<Record<string, SenderProvider | DoorProvider>> = {
    meta: {
      kind: 'whatsapp-cloud',
      phoneNumberId: '106540352242922',
      appSecret: SECRET,
      verifyToken: SECRET,
    },
    '360dialog': { kind: '360dialog', phoneNumberId: '106540352242922', webhookSecret: SECRET },
    sinch: {
      kind: 'sinch',
      projectId: 'c36f3d3d-1523-4edd-ae42-11995557ff61',
      appId: '01EB37HMH1M6SV18ABNS3G135H',
      webhookSecret: SECRET,
    },
    'sinch-latam': { kind: 'sinch-latam', pathToken: SECRET },
    'sinch-sms': { kind: 'sinch-sms', servicePlanId: 'plan', webhookSecret: SECRET },
    twilio: {
      kind: channel === 'sms' ? 'twilio-sms' : 'twilio',
      accountSid: 'AC00000000000000000000000000000001',
      webhookUrl,
      authToken: SECRET,
    },
    infobip: { kind: 'infobip', basicAuth: SECRET },
    vonage:
      channel === 'sms'
        ? { kind: 'vonage-sms', accountKey: 'abcd1234', signatureSecret: SECRET }
        : {
            kind: 'vonage',
            accountKey: 'abcd1234',
            applicationId: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
            signatureSecret: SECRET,
          },
    'vonage-sms': { kind: 'vonage-sms', accountKey: 'abcd1234', signatureSecret: SECRET },
    bird: {
      kind: 'bird',
      channelId: '52ad151f-f7b4-46f9-a5c6-d3318e650c84',
      webhookUrl,
      signingKey: SECRET,
    },
    gupshup: { kind: 'gupshup', app: 'DemoApp', pathToken: SECRET },
    zenvia: { kind: 'zenvia', webhookToken: SECRET },
    postmark: { kind: 'postmark', basicAuth: SECRET },
    mailgun: { kind: 'mailgun', signingKey: SECRET },
    sendgrid: { kind: 'sendgrid', publicKey: SECRET },
  }
  const found = kinds[provider]
  if (!found) throw new Error(`no provider for ${provider}`)
  return found
}

const isDoor = (provider: SenderProvider | DoorProvider): provider is DoorProvider =>
  Object.hasOwn(DOOR_PROVIDERS, provider.kind)

/** Where the recorded mails were sent to. */
const MAILBOX: Readonly<Record<string, string>> = {
  postmark: 'want@inbound.example.com',
  mailgun: 'want@consent.example.com',
  sendgrid: 'want@parse.example.com',
}

/** The demo as the recorded requests want it: their number and provider, and the sender's `cancelar` switch on. */
const companyFor = (vector: Vector): Company => {
  const demo = demoDocument()
  const [main] = demo.senders
  if (!main) throw new Error('demo/company.json has changed')
  const provider = providerOf(vector)
  const sender = { ...main, phone: '+12015550199', alsoStopOn: ['cancelar'] }
  if (!isDoor(provider)) return { ...demo, senders: [{ ...sender, provider }] }
  const address = MAILBOX[provider.kind]
  const way = address === undefined ? { phone: '+12015550199' } : { address }
  return {
    ...demo,
    senders: [sender],
    doors: [{ id: 'door', kind: provider.kind, senders: ['main'], ...way, provider }],
  }
}

/** The service at the time of a recorded request, with the business that it was sent to. */
export const openFor = async (vector: Vector): Promise<Service> => {
  const service = await openService({
    engine: 'sqlite',
    now: vector.now * 1000,
    secrets: { [SECRET.env]: vector.secret },
  })
  await service.load(companyFor(vector))
  return service
}

/** Sends a recorded request to the business that it was recorded for. */
export const send = (service: Service, vector: Vector): Promise<Answer> => {
  const { method, path_hint, headers, rawBody, auth, secret } = vector
  const provider = providerOf(vector)
  const place = isDoor(provider) ? 'door' : 'main'
  const token = auth.scheme === 'secret-path' ? `/${secret}` : ''
  const query = /\?.*$/u.exec(path_hint)?.[0] ?? ''
  return service.ask(`/webhooks/${provider.kind}/demo/${place}${token}${query}`, {
    method,
    headers,
    ...(method === 'POST' ? { body: rawBody } : {}),
  })
}

/** A recorded request's body, as it is read once it is proved. */
export const contentOf = (vector: Vector) => ({
  kind: providerOf(vector).kind,
  content: {
    body: typeof vector.rawBody === 'string' ? Buffer.from(vector.rawBody) : vector.rawBody,
    type: vector.headers['content-type'] ?? '',
  },
})
