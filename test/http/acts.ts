import { expect } from 'vitest'
import type { FormView } from '../../contract/form-view.ts'
import type { MaySendAnswer } from '../../contract/may-send.ts'
import type { MessageHeard } from '../../contract/message.ts'
import type { FormHandedIn } from '../../contract/opt-in.ts'
import type { History, PersonShown } from '../../contract/people.ts'
import { type Answer, type Service, SHOP } from '../support/service.ts'
import { messages, signature, text, type Wire, WEBHOOK, wire, wireMessage } from './meta.ts'

let called = 0

/** A Mexican mobile number that no other test has. */
export const newPhone = (): string => `+5255${String(12_000_000 + (called += 1))}`

/** An attempt's id that no other test has. */
export const newAttempt = (): string => `attempt-${String((called += 1)).padStart(8, '0')}`

/** Shows the demo's form as the widget asks for it. */
export const shown = async (service: Service, form = 'frm_demo'): Promise<FormView> => {
  const answer = await service.ask(`/v1/forms/${form}?language=es`, { origin: SHOP })
  expect(answer.status).toBe(200)
  return answer.as<FormView>()
}

/** What the widget hands in; what is given replaces what it says by itself. */
export type Filled = Readonly<Record<string, unknown>>

/** Hands the demo's form in, with a notice that was shown just before. */
export const handIn = async (
  service: Service,
  filled: Filled,
  origin: string | null = SHOP,
): Promise<Answer> => {
  const noticeToken = filled['noticeToken'] ?? (await shown(service)).noticeToken
  return service.ask('/v1/opt-ins', {
    ...(origin === null ? {} : { origin }),
    body: {
      form: 'frm_demo',
      noticeToken,
      attempt: newAttempt(),
      phone: newPhone(),
      categories: 'orders offers',
      language: 'es',
      ...filled,
    },
  })
}

/** The same, where it must be taken. */
export const handedIn = async (service: Service, filled: Filled): Promise<FormHandedIn> => {
  const answer = await handIn(service, filled)
  expect(answer.text).toContain('opt_')
  expect(answer.status).toBe(201)
  return answer.as<FormHandedIn>()
}

/** Posts a body to the demo sender's webhook, signed by Meta unless told otherwise. */
export const post = (
  service: Service,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = signature(body),
): Promise<Answer> => service.ask(WEBHOOK, { body, headers })

/** Posts changes, which Meta is told are taken. */
export const hear = async (service: Service, ...changes: readonly Wire[]): Promise<void> => {
  const answer = await post(service, wire(changes))
  expect(answer).toMatchObject({ status: 200, text: '' })
}

/** A person writes to the demo's sender two seconds after whatever was before. Gives the message as it went. */
export const writes = async (
  service: Service,
  from: Wire,
  content: Wire | string,
): Promise<Wire> => {
  service.pass(2_000)
  const said = typeof content === 'string' ? text(content) : content
  const message = wireMessage(service.now(), { ...from, ...said })
  await hear(service, messages([message]))
  return message
}

/** A number as Meta writes it in a message. */
export const by = (phone: string): Wire => ({ from: phone.replace('+', '') })

/** Somebody by the number alone, or by any identity. */
export type Who = string | Readonly<Record<string, string>>

const personOf = (who: Who) => (typeof who === 'string' ? { phone: who } : who)

/** Asks whether a category may be sent to somebody. */
export const ask = async (service: Service, who: Who, category = 'offers'): Promise<Answer> =>
  service.ask('/v1/may-send', {
    key: service.keys['may-send'],
    body: { person: personOf(who), sender: 'main', category },
  })

/** The same, where there is a decision. */
export const maySend = async (
  service: Service,
  who: Who,
  category = 'offers',
): Promise<MaySendAnswer> => {
  const answer = await ask(service, who, category)
  expect(answer.status).toBe(200)
  return answer.as<MaySendAnswer>()
}

/** The decision's word for both categories: orders, then offers. */
export const reasons = async (service: Service, who: Who): Promise<readonly string[]> => [
  (await maySend(service, who, 'orders')).reason,
  (await maySend(service, who, 'offers')).reason,
]

/** Hands a message in under a key. */
export const handInMessage = async (service: Service, message: Filled): Promise<Answer> =>
  service.ask('/v1/messages', { key: service.keys.messages, body: { sender: 'main', ...message } })

/** The same, where it must be heard; two seconds after whatever was before. */
export const tells = async (
  service: Service,
  phone: string,
  said: string,
): Promise<MessageHeard> => {
  service.pass(2_000)
  const at = new Date(service.now()).toISOString()
  const id = `handed-in-${String((called += 1))}`
  const answer = await handInMessage(service, { from: { phone }, text: said, at, id })
  expect(answer.status).toBe(200)
  return answer.as<MessageHeard>()
}

/** Finds somebody. */
export const found = (service: Service, who: Who): Promise<Answer> =>
  service.ask('/v1/people/find', { key: service.keys.people, body: { person: personOf(who) } })

/** What stands of somebody who must be known. */
export const person = async (service: Service, who: Who): Promise<PersonShown> => {
  const answer = await found(service, who)
  expect(answer.status).toBe(200)
  return answer.as<PersonShown>()
}

/** Everything that happened with somebody who must be known. */
export const history = async (service: Service, who: Who): Promise<History['events']> => {
  const { id } = await person(service, who)
  const answer = await service.ask(`/v1/people/${id}/events`, { key: service.keys.people })
  expect(answer.status).toBe(200)
  return answer.as<History>().events
}
