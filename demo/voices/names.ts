/** The providers whose format the pretended phone speaks, by the name that stands in a webhook's address. */
export const VOICE_NAMES = {
  'whatsapp-cloud': { label: 'Meta', tellsHidden: true },
  sinch: { label: 'Sinch', tellsHidden: true },
  twilio: { label: 'Twilio', tellsHidden: false },
  '360dialog': { label: '360dialog', tellsHidden: true },
  infobip: { label: 'Infobip', tellsHidden: true },
  vonage: { label: 'Vonage', tellsHidden: true },
  gupshup: { label: 'Gupshup', tellsHidden: true },
  zenvia: { label: 'Zenvia', tellsHidden: false },
} as const satisfies {
  /** `tellsHidden`: whether it tells of somebody whose number is hidden. */
  readonly [kind: string]: { readonly label: string; readonly tellsHidden: boolean }
}

export type VoiceName = keyof typeof VOICE_NAMES

/** Whether a text names one of them. */
export const isVoiceName = (text: string): text is VoiceName => Object.hasOwn(VOICE_NAMES, text)
