import type { FormView } from '../contract/form-view.ts'
import type { FormHandedIn } from '../contract/opt-in.ts'
import { readPhone, type PhoneComplaint, type PhoneReading } from './phone-reading.ts'
import { fillingIn, focus, kept, stay } from './reaction.ts'
import type { Base, Effect, Outcome, Screen, State, Step, Trouble } from './screens.ts'

export const FIRST_WAIT_MS = 1000

/** A new screen, whose heading takes the focus. */
export const arrive = (state: State, ...effects: readonly Effect[]): Step =>
  stay(state, focus('heading'), ...effects)

/** Other words than those that were ticked: each is asked for again. */
export const noticeChanged = (state: Base, view: FormView): Step =>
  stay(
    { ...fillingIn({ view, entry: { ...state.entry, ticked: [] } }), hasNoticeChanged: true },
    focus('notice'),
  )

/** The complaint about a number, at its field. */
export const complainOf = (
  state: Screen<'filling-in' | 'opting-out'>,
  complaint: PhoneComplaint,
): Step => stay({ ...state, complaint }, focus('phone'))

/** The number in the phone field. */
export const readEntry = ({ view, entry }: Base): PhoneReading =>
  readPhone(entry.phone, view.countries)

/** The screen for saying no by a typed number. */
export const optingOut = (state: Base): Screen<'opting-out'> => ({
  ...kept(state),
  screen: 'opting-out',
  complaint: null,
  trouble: null,
  choosing: null,
})

/** What there is for sending by hand before it is asked for. */
export const NOTHING_BY_HAND = { scan: null, elsewhere: null, copied: null } as const

/** A form that was handed in, before its message has come. */
export const submitted = (state: Base, optIn: FormHandedIn) => ({
  ...kept(state),
  optIn,
  waitedMs: FIRST_WAIT_MS,
  isStuck: false,
  ...NOTHING_BY_HAND,
})

/** What comes of the form, for the app around it. */
export const tell = (outcome: Outcome): Effect => ({ kind: 'tell', outcome })

/** Asks after a while whether the message has come. */
export const watchIn = (inMs: number, { id, watch }: FormHandedIn): Effect => ({
  kind: 'watch',
  id,
  watch,
  inMs,
})

/** Sends the opt-out for the number in the field, or says what is wrong with it. */
export const sendStop = (state: Base, isAgain: boolean): Step => {
  const reading = readEntry(state)
  if (reading.kind === 'complaint') return complainOf(optingOut(state), reading.complaint)
  const body = { form: state.view.form, person: { phone: reading.phone } }
  return stay({ ...kept(state), screen: 'sending-stop', isAgain }, { kind: 'opt-out', body })
}

/** The same screen with what went wrong. Without a network, what was sent is sent again when it is back. */
export const troubled = (
  state: Screen<'filling-in' | 'opting-out'>,
  trouble: Trouble,
  isAgain: boolean | undefined,
): Step =>
  stay(
    { ...state, trouble },
    ...(isAgain && trouble === 'offline' ? [] : [focus('trouble')]),
    ...(trouble === 'offline' ? ([{ kind: 'wait-for-network' }] as const) : []),
  )
