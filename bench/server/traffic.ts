import { randomUUID } from 'node:crypto'
import type { Company } from '../../consent/company.ts'
import { VOICES } from '../../demo/voices/voices.ts'
import type { Call } from '../http.ts'
import { people, type Someone, wamid } from '../people.ts'
import { type Access, requestsOf } from '../requests.ts'

/** The providers whose webhooks are measured: JSON under two ways of signing, and a form. */
export const HEARD = ['whatsapp-cloud', 'sinch', 'twilio'] as const
export type HeardVoice = (typeof HEARD)[number]

const EVERYONE = people(2_000)

/** What people write to a business, most of it neither yes nor no. */
const TEXTS = ['hola', '#want', '¿a qué hora abren?', 'gracias :)', 'STOP', '¿tienen envío?']

const HOOKS = 'https://hooks.example'

/** The document of a company whose number is with a provider. */
export const companyWith = (company: Company, name: HeardVoice): Company => ({
  ...company,
  senders: company.senders.map((sender) => ({ ...sender, provider: providerOf(company, name) })),
})

const providerOf = ({ id, senders: [main] }: Company, name: HeardVoice) => {
  const { provider } = VOICES[name]
  // What Twilio signs is the address that it was told, and that is not this machine's.
  return provider.kind === 'twilio'
    ? { ...provider, webhookUrl: `${HOOKS}/webhooks/${name}/${id}/${main?.id ?? ''}` }
    : provider
}

/** Makes a provider's signed webhooks without end, each with a message that has not been sent before. */
export const webhooks = ({ company, appSecret }: Access, name: HeardVoice): (() => Call) => {
  const [sender] = company.senders
  if (!sender) throw new Error('the document has no sender')
  const path = `/webhooks/${name}/${company.id}/${sender.id}`
  const to = { wabaId: sender.wabaId ?? '', digits: sender.phone.slice(1) }
  let count = 0
  return () => {
    const n = count
    count += 1
    const { digits, bsuid } = personAt(n)
    // A person's next text is another one, so that texts and people do not go round together.
    const text = TEXTS[(n + Math.floor(n / EVERYONE.length)) % TEXTS.length] ?? ''
    const content = { kind: 'text', text } as const
    const at = Date.now()
    const message = { id: wamid(digits, n), from: digits, bsuid, name: 'Ana', sentAt: at, content }
    const signing = { secret: appSecret, url: `${HOOKS}${path}`, at }
    const { headers, body } = VOICES[name].speak(message, to, signing)
    return { method: 'POST', path, headers, body }
  }
}

/** Makes questions whether one may send, about everybody in turn. */
export const questions = (access: Access): (() => Call) => {
  const requests = requestsOf(access)
  let count = 0
  return () => {
    const n = count
    count += 1
    return requests.maySend(personAt(n), requests.categories[n % 2] ?? '')
  }
}

/** Makes forms to hand in without end, each of which is an attempt of its own. */
export const forms = (access: Access, noticeToken: string): (() => Call) => {
  const requests = requestsOf(access)
  let count = 0
  return () => {
    const { phone } = personAt(count)
    count += 1
    const page = 'https://shop.example/checkout'
    const attempt = randomUUID()
    return requests.handIn({ phone, page, noticeToken, attempt, userAgent: 'bench' })
  }
}

/** The same call to another address. */
export const at =
  (path: string, make: () => Call): (() => Call) =>
  () => ({ ...make(), path })

const personAt = (n: number): Someone => {
  const person = EVERYONE[n % EVERYONE.length]
  if (!person) throw new Error('nobody to act')
  return person
}
