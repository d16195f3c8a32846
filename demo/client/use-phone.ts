import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Arrival, PhoneSend, PhoneSent, StageSetting } from '../shapes.ts'
import {
  newPhone,
  nextPhone,
  type Bubble,
  type Delivery,
  type PhoneAct,
  type PhoneState,
} from './phone-state.ts'
import { userIdOf } from './user-id.ts'

const FIRST_NUMBER = '+52 1 55 1234 5678'

/** A phone that is switched on. */
export type Phone = {
  readonly state: PhoneState
  readonly act: (act: PhoneAct) => void
  readonly send: (kind: Bubble['kind'], text: string) => Promise<void>
  /** How many messages the webhook has answered. */
  readonly turn: number
}

/** Switches the phone on: it hears deep links and replies, and what it sends reaches the webhook. */
export const usePhone = (setting: StageSetting, onDraft: () => void): Phone => {
  const [state, act] = useReducer(nextPhone, FIRST_NUMBER, newPhone)
  const [turn, setTurn] = useState(0)
  const sent = useRef(0)
  const owner = setting.sender.phone.replace(/\D/gu, '')

  useEffect(() => {
    const arrivals = new EventSource('/demo/phone/arrivals')
    arrivals.addEventListener('arrival', ({ data }: MessageEvent<string>) => {
      const arrival: Arrival = JSON.parse(data)
      if (arrival.kind === 'reply') {
        act({ kind: 'reply-came', reply: arrival.reply, at: Date.now() })
      } else if (arrival.draft.to === owner) {
        act({ kind: 'draft-came', text: arrival.draft.text })
        onDraft()
      }
    })
    return () => arrivals.close()
  }, [])

  const send = async (kind: Bubble['kind'], text: string): Promise<void> => {
    sent.current += 1
    const key = sent.current
    const { digits: from, isHidden } = state
    const sending: Delivery = { state: 'sending' }
    act({ kind: 'sent', bubble: { key, from, kind, text, sentAt: Date.now(), delivery: sending } })
    const delivery = await post({
      ...(isHidden ? {} : { from }),
      bsuid: userIdOf(from),
      to: owner,
      ...contentOf(kind, text),
    })
    act({ kind: 'delivered', key, delivery })
    setTurn((before) => before + 1)
  }

  return { state, act, send, turn }
}

/** A number that nobody has used here yet. */
export const anotherNumber = (): string => {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint16Array(2))
  return `+52 1 55 ${1000 + (a % 9000)} ${1000 + (b % 9000)}`
}

const contentOf = (kind: Bubble['kind'], text: string): Partial<PhoneSend> => {
  if (kind === 'picture') return { caption: text }
  return kind === 'button' ? { text, payload: 'OPT_OUT_MARKETING' } : { text }
}

const post = async (send: PhoneSend): Promise<Delivery> => {
  try {
    const response = await fetch('/demo/phone/send', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(send),
    })
    if (!response.ok) return { state: 'failed' }
    const { status, ms }: PhoneSent = await response.json()
    return { state: 'answered', status, ms }
  } catch {
    return { state: 'failed' }
  }
}
