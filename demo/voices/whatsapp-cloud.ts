import { metaBody, metaSignature } from './cloud.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

const PHONE_NUMBER_ID = '106540352242922'

/** Meta itself. */
export const whatsappCloud: Voice = {
  provider: {
    kind: 'whatsapp-cloud',
    phoneNumberId: PHONE_NUMBER_ID,
    appSecret: VOICE_SECRET,
    verifyToken: VOICE_SECRET,
  },
  speak: (message, to, { secret }) => {
    const body = metaBody({ ...to, phoneNumberId: PHONE_NUMBER_ID }, message)
    return { headers: { ...JSON_BODY, 'X-Hub-Signature-256': metaSignature(body, secret) }, body }
  },
}
