import type { Company, Sender } from '../consent/company.ts'
import type { SenderProvider } from '../consent/provider.ts'
import type { Deps } from '../server/ports.ts'
import { DEMO_SECRETS, loadCompany } from './company.ts'
import type { VoiceName } from './voices/names.ts'
import { VOICE_SECRET, type Voice } from './voices/voice.ts'
import { VOICES } from './voices/voices.ts'

/** The provider that the demo plays: the business's document names it, and the phone speaks as it. */
export type PlayedProvider = {
  readonly name: () => VoiceName
  readonly voice: () => Voice
  /** What it signs with. */
  readonly secret: () => string
  /** Moves the business to another provider, as its document says it. */
  readonly playAs: (name: VoiceName) => Promise<void>
}

/** Plays Meta first, of which the company's document speaks. */
export const playedProvider = (deps: Deps, company: Company): PlayedProvider => {
  let played: VoiceName = 'whatsapp-cloud'
  return {
    name: () => played,
    voice: () => VOICES[played],
    secret: () =>
      played === 'whatsapp-cloud'
        ? DEMO_SECRETS.QUIERO_SECRET_META
        : DEMO_SECRETS[VOICE_SECRET.env],
    playAs: async (name) => {
      const senders = company.senders.map((sender) => withProvider(sender, name))
      await loadCompany(deps, name === 'whatsapp-cloud' ? company : { ...company, senders })
      played = name
    },
  }
}

const withProvider = (sender: Sender, name: VoiceName): Sender => ({
  ...sender,
  provider: withSending(VOICES[name].provider),
})

const TOKEN = { env: 'QUIERO_SECRET_META_TOKEN' } as const

/** What a provider takes to send, so that the phone hears what the business answers. */
const withSending = (provider: SenderProvider): SenderProvider => {
  if (provider.kind === 'sinch') {
    return { ...provider, keyId: 'demo', keySecret: TOKEN, region: 'eu' }
  }
  if (provider.kind === '360dialog') return { ...provider, apiKey: TOKEN }
  if (provider.kind === 'infobip') {
    return { ...provider, baseUrl: 'demo.api.infobip.com', apiKey: TOKEN }
  }
  if (provider.kind === 'vonage') {
    return { ...provider, privateKey: { env: 'QUIERO_SECRET_VONAGE_KEY' } }
  }
  return provider
}
