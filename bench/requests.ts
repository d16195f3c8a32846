import type { Company } from '../consent/company.ts'
import { metaBody, metaSignature, type PhoneReceiver } from '../demo/voices/cloud.ts'
import type { PhoneMessage } from '../demo/voices/phone-message.ts'
import type { Call } from './http.ts'
import type { Someone } from './people.ts'

/** What a client needs to speak to a server: the company's document, a key, and the provider's secret. */
export type Access = {
  readonly company: Company
  readonly apiKey: string
  readonly appSecret: string
}

/** What a browser tells beside the form. */
type Page = { readonly userAgent: string; readonly page: string }

/** A form as it is handed in. */
export type Filled = Page & {
  readonly phone: string
  readonly noticeToken: string
  readonly attempt: string
}

const receiverOf = ({
  wabaId = '',
  phone,
  provider,
}: Company['senders'][number]): PhoneReceiver => {
  if (provider?.kind !== 'whatsapp-cloud') throw new Error('the sender has no number at Meta')
  return { wabaId, phoneNumberId: provider.phoneNumberId, digits: phone.slice(1) }
}

/** The requests of everyone who speaks to a server. */
export type Requests = ReturnType<typeof requestsOf>

/** Makes the requests of Meta, of a page and of the company's backend. */
export const requestsOf = ({ company, apiKey, appSecret }: Access) => {
  const form = company.forms[0]
  const sender = company.senders[0]
  if (!form || !sender) throw new Error('the document has no form or no sender')
  const webhook = `/webhooks/whatsapp-cloud/${company.id}/${sender.id}`
  const origin = form.origins[0] ?? ''
  const signed = (body: string, secret = appSecret): Call => ({
    method: 'POST',
    path: webhook,
    headers: { ...JSON_BODY, 'X-Hub-Signature-256': metaSignature(body, secret) },
    body,
  })
  const withKey = (path: string, body: object): Call => ({
    method: 'POST',
    path,
    headers: { ...JSON_BODY, Authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(body),
  })
  const withKeyAlone = (path: string): Call => ({
    method: 'GET',
    path,
    headers: { Authorization: `Bearer ${apiKey}` },
  })
  return {
    categories: form.categories,
    signed,
    message: (message: PhoneMessage): Call => signed(metaBody(receiverOf(sender), message)),
    maySend: ({ phone }: Pick<Someone, 'phone'>, category: string): Call =>
      withKey('/v1/may-send', { person: { phone }, sender: sender.id, category }),
    optOut: (person: object, details: object, id?: string): Call =>
      withKey('/v1/opt-outs', { person, evidence: details, ...(id === undefined ? {} : { id }) }),
    formView: (): Call => ({
      method: 'GET',
      path: `/v1/forms/${form.id}`,
      headers: { Origin: origin },
    }),
    handIn: ({ userAgent, ...filled }: Filled): Call => ({
      method: 'POST',
      path: '/v1/opt-ins',
      headers: { ...JSON_BODY, Origin: origin, 'User-Agent': userAgent },
      body: JSON.stringify({
        form: form.id,
        categories: form.categories,
        language: 'es',
        ...filled,
      }),
    }),
    watch: (id: string, token: string): Call => ({
      method: 'GET',
      path: `/v1/opt-ins/${id}`,
      headers: { 'Quiero-Watch': token },
    }),
    feed: (query: string): Call => withKeyAlone(`/v1/events?${query}`),
    find: (person: object): Call => withKey('/v1/people/find', { person }),
    events: (id: string): Call => withKeyAlone(`/v1/people/${id}/events`),
  }
}

const JSON_BODY = { 'Content-Type': 'application/json' }
