import { outcomeOf, post } from './post.ts'
import { NO_ADDRESS, named, type OutboundProvider } from './provider.ts'
import { CLOUD_ANSWERS, cloudBody } from './whatsapp-cloud.ts'

const BASE = 'https://waba-v2.360dialog.io'

/** 360dialog, which takes what Meta takes (providers section 5). */
export const dialog360: OutboundProvider = {
  kind: '360dialog',
  speaker: ({ base, timeoutMs }) => ({
    needs: { ids: [], secrets: ['apiKey'] },
    send: async (message, { secrets }) => {
      const body = cloudBody(message)
      if (!body) return NO_ADDRESS
      const answer = await post({
        url: `${base ?? BASE}/messages`,
        headers: { 'D360-API-KEY': named(secrets, 'apiKey') },
        body,
        timeoutMs,
      })
      return outcomeOf(answer, CLOUD_ANSWERS)
    },
  }),
}
