import type { Outcome, Outgoing } from '../../consent/outgoing.ts'
import { textAt } from './json.ts'
import { outcomeOf, post, type Reading } from './post.ts'
import { digitsOf, NO_ADDRESS, named, type OutboundProvider } from './provider.ts'

/** Infobip (providers section 6). Each customer has an address of their own there. */
export const infobip: OutboundProvider = {
  kind: 'infobip',
  speaker: ({ base, timeoutMs }) => ({
    needs: { ids: ['baseUrl'], secrets: ['apiKey'] },
    send: async (message, { ids, secrets }) => {
      const own = base ?? ownAddress(named(ids, 'baseUrl'))
      if (own === null) return { outcome: 'refused', reason: 'base_url_not_valid' }
      const { number } = message.to
      if (number === null) return NO_ADDRESS
      const { path, body } = contentOf(message, number)
      const answer = await post({
        url: `${own}${path}`,
        headers: { Authorization: `App ${named(secrets, 'apiKey')}` },
        body,
        timeoutMs,
      })
      return rejectedIn(answer) ?? outcomeOf(answer, ANSWERS)
    },
  }),
}

/** A document names it, so it may lead to Infobip alone, and never into the operator's own network. */
const ownAddress = (baseUrl: string): string | null => {
  const host = /^(?:https:\/\/)?([a-z0-9-]{1,63}\.api(?:-[a-z0-9]{1,8})?\.infobip\.com)\/?$/iu.exec(
    baseUrl,
  )?.[1]
  return host === undefined ? null : `https://${host}`
}

const contentOf = (
  { from, reference, content }: Outgoing,
  number: string,
): { readonly path: string; readonly body: object } => {
  const between = { from: digitsOf(from), to: digitsOf(number), callbackData: reference }
  if (content.kind === 'text') {
    const body = { ...between, content: { text: content.text } }
    return { path: '/whatsapp/1/message/text', body }
  }
  const { name: templateName, language, parameters } = content
  const templateData = { body: { placeholders: parameters } }
  const message = { ...between, content: { templateName, templateData, language } }
  return { path: '/whatsapp/1/message/template', body: { messages: [message] } }
}

/** Infobip answers 200 also to what it rejects: group 5 of its message statuses. */
const rejectedIn = (answer: Awaited<ReturnType<typeof post>>): Outcome | null => {
  if (answer.kind !== 'answered') return null
  const { json } = answer
  const group =
    textAt(json, 'status', 'groupId') ?? textAt(json, 'messages', 0, 'status', 'groupId')
  return group === '5' ? { outcome: 'refused', reason: 'rejected' } : null
}

const ANSWERS: Reading = {
  idIn: (json) => textAt(json, 'messageId') ?? textAt(json, 'messages', 0, 'messageId'),
  codeIn: (json) => textAt(json, 'requestError', 'serviceException', 'messageId'),
  laterOn: [],
}
