import type { Screen } from './screens.ts'
import { plainLink } from './way.ts'

/** The screens from which the message is sent. */
export type ByHandScreen = 'continue' | 'waiting' | 'unwatched'

/** The link that a screen after the form has opened, or is about to. */
export const linkIn = (state: Screen<ByHandScreen>): string =>
  ('optIn' in state && state.optIn.links[state.way]) || plainLink(state, state.way) || ''

/** Whom the message goes to: the sender's number, that of an SMS door, or a mailbox. */
export const addressIn = ({ view, way }: Screen<ByHandScreen>, link: string): string =>
  way === 'whatsapp'
    ? (view.notice.senders[0]?.phone ?? '')
    : link.replace(/^\w+:([^?&]*).*/u, '$1')

/** The message in a link, and the least of it that counts: up to the code. */
export const draftIn = (link: string, code: string | undefined) => {
  const whole = textOf(link)
  const end = code === undefined ? -1 : whole.indexOf(code) + code.length
  return { whole, shortest: end < 0 ? whole : whole.slice(0, end) }
}

// Not by URLSearchParams: in `sms:` and `mailto:` a plus is a plus, and iOS begins with an ampersand.
const textOf = (link: string): string => {
  // An e-mail's subject is what counts; its body may be words for people alone.
  const [, text = ''] =
    /[?&](?:text|subject)=([^&]*)/u.exec(link) ?? /[?&]body=([^&]*)/u.exec(link) ?? []
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
