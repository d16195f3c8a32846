import type { PhoneMessage } from '../demo/voices/phone-message.ts'
import type { ShownEvent } from './answers.ts'
import type { Call } from './http.ts'
import { type Someone, wamid } from './people.ts'
import type { Requests } from './requests.ts'

/** Something a person does, which may be sent again and is known again among the person's events. */
export type Act = {
  /** The message's id, or what else makes the act one of its own. */
  readonly id: string
  readonly name: string
  readonly person: Someone
  readonly call: Call
  readonly isThis: (event: ShownEvent) => boolean
}

const SECOND = 1000

/** How far back the first act of a run is dated, so that each act of a person has a second of its own. */
const BEGINS_BEFORE_MS = 7 * 24 * 60 * 60 * SECOND

const TEXTS = ['#want', 'Salir', 'hola', '#stop offers', '#want orders', 'STOP', 'gracias :)']

/**
 * Makes acts without end for a few people in turn: messages to the webhook, forms handed in, opt-outs by the
 * company. Meta tells whole seconds, so every message of a run is dated to a second that no other has.
 */
export const makeActs = (
  requests: Requests,
  everyone: readonly Someone[],
  noticeToken: string,
): (() => Act) => {
  const begun = Math.floor((Date.now() - BEGINS_BEFORE_MS) / SECOND) * SECOND
  const kinds = [message, message, message, form, optOut]
  let count = 0
  return () => {
    const n = count
    count += 1
    // 7 acts apart for the same person, so that kinds, texts and people do not go round together.
    const person = everyone[Math.floor(n / 7) % everyone.length]
    const kind = kinds[n % kinds.length]
    if (!person || !kind) throw new Error('nobody to act')
    return kind({ n, person, requests, noticeToken, at: begun + n * SECOND })
  }
}

type Draft = {
  readonly n: number
  readonly person: Someone
  readonly requests: Requests
  readonly noticeToken: string
  readonly at: number
}

const message = ({ n, person, requests, at }: Draft): Act => {
  const { digits, bsuid } = person
  const content: PhoneMessage['content'] =
    n % 11 === 0
      ? { kind: 'button', payload: 'OPT_OUT_MARKETING', title: 'Sin ofertas' }
      : { kind: 'text', text: TEXTS[n % TEXTS.length] ?? '' }
  const id = wamid(digits, n)
  const sent = { id, from: digits, bsuid, name: 'Ana', sentAt: at, content }
  const told = new Date(at).toISOString()
  return {
    id,
    name: 'webhook',
    person,
    call: requests.message(sent),
    isThis: (event) => event.act.kind === 'message' && event.at === told,
  }
}

const form = ({ n, person, requests, noticeToken }: Draft): Act => {
  const page = `https://shop.example/${n}`
  const filled = { phone: person.phone, page, noticeToken, attempt: `attempt-${n}` }
  return {
    id: page,
    name: 'form',
    person,
    call: requests.handIn({ ...filled, userAgent: 'bench' }),
    isThis: ({ evidence }) => evidence?.['page'] === page,
  }
}

const optOut = ({ n, person, requests }: Draft): Act => {
  const order = `order ${n}`
  return {
    id: order,
    name: 'api opt-out',
    person,
    call: requests.optOut({ phone: person.phone }, { order }, order),
    isThis: ({ evidence }) => JSON.stringify(evidence?.['details']) === JSON.stringify({ order }),
  }
}

/** The message with the code of a form, which confirms it. */
export const confirmation = (
  requests: Requests,
  { digits, ...person }: Someone,
  code: string,
): Act => {
  const text = `#want ${code}`
  const id = `wamid.${Buffer.from(`${digits}${code}`).toString('base64')}`
  const content = { kind: 'text', text } as const
  const sent = { id, from: digits, bsuid: person.bsuid, name: 'Ana', sentAt: Date.now(), content }
  return {
    id,
    name: 'webhook with a code',
    person: { digits, ...person },
    call: requests.message(sent),
    isThis: ({ evidence }) => evidence?.['text'] === text,
  }
}
