import { createHmac } from 'node:crypto'
import { metaBody } from './cloud.ts'
import { JSON_BODY, VOICE_SECRET, type Voice } from './voice.ts'

const PHONE_NUMBER_ID = '106540352242922'

/** 360dialog, as a partner: Meta's format under a signature of its own. */
export const dialog360: Voice = {
  provider: { kind: '360dialog', phoneNumberId: PHONE_NUMBER_ID, webhookSecret: VOICE_SECRET },
  speak: (message, to, { secret }) => {
    const body = metaBody({ ...to, phoneNumberId: PHONE_NUMBER_ID }, message)
    const signature = createHmac('sha256', secret).update(body).digest('hex')
    return { headers: { ...JSON_BODY, 'x-360dialog-signature': signature }, body }
  },
}
