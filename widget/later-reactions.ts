import type { FormView } from '../contract/form-view.ts'
import type { FormHandedIn, HandInForm } from '../contract/opt-in.ts'
import { linkIn } from './open-link.ts'
import { readPhone, type PhoneComplaint, type PhoneReading } from './phone-reading.ts'
import { filledIn, fillingIn, focus, kept, on, stay } from './reaction.ts'
import type { Base, Effect, Reactions, Screen, State, Step } from './screens.ts'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 5000

/** A new screen, whose heading takes the focus. */
const arrive = (state: State, ...effects: readonly Effect[]): Step =>
  stay(state, focus('heading'), ...effects)

/** Other words than those that were ticked: each is asked for again. */
const noticeChanged = (state: Base, view: FormView): Step =>
  stay(
    { ...fillingIn({ view, entry: { ...state.entry, ticked: [] } }), hasNoticeChanged: true },
    focus('notice'),
  )

const complainOf = (state: Screen<'filling-in' | 'opting-out'>, complaint: PhoneComplaint): Step =>
  stay({ ...state, complaint }, focus('phone'))

/** The number in the phone field. */
const readEntry = ({ view, entry }: Base): PhoneReading => readPhone(entry.phone, view.countries)

const optingOut = (state: Base): Screen<'opting-out'> => ({
  ...kept(state),
  screen: 'opting-out',
  complaint: null,
  trouble: null,
  choosing: null,
})

const submitted = (state: Base, optIn: FormHandedIn) => ({
  ...kept(state),
  optIn,
  waitedMs: FIRST_WAIT_MS,
  isStuck: false,
  scan: null,
  copied: null,
})

const watchIn = (inMs: number, { id, watch }: FormHandedIn): Effect => ({
  kind: 'watch',
  id,
  watch,
  inMs,
})

/** What follows on what can happen once the form has been left. */
export const LATER_REACTIONS = {
  drafted: on(['filling-in'], (state, { categories, answer }) => {
    if (answer.kind === 'notice-changed') return noticeChanged(state, answer.view)
    const isForThese = state.entry.ticked.join(' ') === categories
    // Without a code the links say the ticked categories themselves.
    return stay(answer.kind === 'done' && isForThese ? { ...state, draft: answer.done } : state)
  }),

  'pressed-way': on(['filling-in'], (state, { way, event }) =>
    stay(state, { kind: 'take-way', way, event }),
  ),

  'way-taken': on(['filling-in'], (state, { way, isByHand }) => {
    const { draft } = state
    if (state.entry.ticked.length === 0) {
      return stay({ ...state, isTickMissing: true }, focus('categories'))
    }
    const look: Effect = { kind: 'look', isByHand }
    return draft
      ? arrive(
          { ...submitted(state, draft), screen: 'waiting', way, isStuck: isByHand },
          watchIn(FIRST_WAIT_MS, draft),
          look,
        )
      : arrive(
          { ...kept(state), screen: 'unwatched', way, isStuck: isByHand, scan: null, copied: null },
          look,
        )
  }),

  'phone-left': on(['filling-in', 'opting-out'], (state) => {
    const reading = readEntry(state)
    return state.entry.phone.text !== '' && reading.kind === 'complaint'
      ? stay({ ...state, complaint: reading.complaint })
      : stay(state)
  }),

  'pressed-yes': on(['filling-in'], (state) => stay(state, { kind: 'stamp' })),

  'said-yes': on(['filling-in'], (state, { attempt, page }) => {
    const reading = readEntry(state)
    const isTickMissing = state.entry.ticked.length === 0
    if (isTickMissing || reading.kind === 'complaint') {
      const complaint = reading.kind === 'complaint' ? reading.complaint : null
      // The boxes stand first.
      const spot = isTickMissing ? 'categories' : 'phone'
      return stay({ ...state, complaint, isTickMissing }, focus(spot))
    }
    const { sent } = state
    const said = { ...filledIn(state), phone: reading.phone }
    const isSame = sent?.phone === said.phone && sent.categories === said.categories
    const body: HandInForm = isSame ? sent : { ...said, attempt, page }
    return stay({ ...kept(state), screen: 'sending', sent: body }, { kind: 'hand-in', body })
  }),

  'handed-in': on(['sending'], (state, { answer }) => {
    switch (answer.kind) {
      case 'done':
        return stay(
          { ...submitted(state, answer.done), screen: 'continue', way: 'whatsapp' },
          watchIn(FIRST_WAIT_MS, answer.done),
          focus('link'),
          { kind: 'follow' },
        )
      case 'notice-changed':
        return noticeChanged(state, answer.view)
      case 'phone-refused':
        return complainOf(fillingIn(state), answer.complaint)
      case 'trouble': {
        const { trouble } = answer
        return stay({ ...fillingIn(state), trouble, sent: state.sent }, focus('trouble'))
      }
    }
  }),

  'said-no': on(['filling-in'], (state) => arrive({ ...kept(state), screen: 'declined' })),

  'went-back': (state) => arrive(fillingIn(state)),

  'wants-to-stop': (state) => arrive(optingOut(state)),

  'said-stop': on(['opting-out'], (state) => {
    const reading = readEntry(state)
    if (reading.kind === 'complaint') return complainOf(state, reading.complaint)
    const body = { form: state.view.form, person: { phone: reading.phone } }
    return stay({ ...kept(state), screen: 'sending-stop' }, { kind: 'opt-out', body })
  }),

  'opted-out': on(['sending-stop'], (state, { answer }) => {
    switch (answer.kind) {
      case 'done':
        return arrive({ ...kept(state), screen: 'stopped' })
      case 'notice-changed':
        return noticeChanged(state, answer.view)
      case 'phone-refused':
        return complainOf(optingOut(state), answer.complaint)
      case 'trouble':
        return arrive({ ...optingOut(state), trouble: answer.trouble })
    }
  }),

  'link-followed': on(['continue'], (state) =>
    arrive({ ...state, screen: 'waiting' }, { kind: 'look', isByHand: state.isStuck }),
  ),

  'nothing-opened': on(['continue', 'waiting', 'unwatched'], (state) =>
    stay({ ...state, isStuck: true }, { kind: 'scan', link: linkIn(state) }),
  ),

  scannable: on(['continue', 'waiting', 'unwatched'], (state, { path, size }) =>
    stay({ ...state, scan: { path, size } }),
  ),

  'wants-copy': on(['continue', 'waiting', 'unwatched'], (state, { text }) =>
    stay(state, { kind: 'copy', text }),
  ),

  copied: on(['continue', 'waiting', 'unwatched'], (state, { text }) =>
    stay({ ...state, copied: text }),
  ),

  watched: on(['continue', 'waiting'], (state, { answer }) => {
    switch (answer?.status) {
      case 'confirmed':
        return arrive({
          ...kept(state),
          screen: 'confirmed',
          from: answer.from,
          categories: answer.categories,
        })
      case 'expired':
        return arrive({ ...kept(state), screen: 'expired' })
      case 'pending':
      case undefined: {
        const waitedMs = Math.min(LONGEST_WAIT_MS, state.waitedMs * 1.5)
        return stay({ ...state, waitedMs }, watchIn(waitedMs, state.optIn))
      }
    }
  }),
} satisfies Reactions
