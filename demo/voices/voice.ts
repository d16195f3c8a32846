import type { SenderProvider } from '../../consent/provider.ts'
import type { PhoneMessage } from './phone-message.ts'

/** A business number, as the phone and each provider call it. */
export type Receiver = {
  readonly wabaId: string
  readonly digits: string
}

/** What a provider signs with, and what it signs beside the body. */
export type Signing = {
  readonly secret: string
  /** The address that it was told. */
  readonly url: string
  /** The provider's clock, in milliseconds. */
  readonly at: number
}

/** A request as the provider sends it. */
export type Spoken = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One provider, as a business's webhook meets it (providers.md). */
export type Voice = {
  /** The provider's part of a document. */
  readonly provider: SenderProvider
  /** Whether its secret stands at the end of the address instead of signing anything. */
  readonly isSecretInPath?: boolean
  /** Tells a message; again, and at another time, it is signed anew. */
  speak(message: PhoneMessage, to: Receiver, signing: Signing): Spoken
}

/** The demo's secret for whatever provider it plays; as public as this line. */
export const VOICE_SECRET = { env: 'QUIERO_SECRET_VOICE' } as const

export const JSON_BODY = { 'Content-Type': 'application/json' } as const
