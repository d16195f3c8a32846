import type { HandInForm } from '../contract/opt-in.ts'
import { linkIn } from './open-link.ts'
import {
  arrive,
  complainOf,
  FIRST_WAIT_MS,
  NOTHING_BY_HAND,
  noticeChanged,
  optingOut,
  readEntry,
  sendStop,
  submitted,
  tell,
  troubled,
  watchIn,
} from './later-steps.ts'
import { filledIn, fillingIn, focus, kept, on, stay } from './reaction.ts'
import type { Effect, Reactions } from './screens.ts'

const LONGEST_WAIT_MS = 5000

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
    const told = tell({ type: 'submitted', categories: state.entry.ticked })
    return draft
      ? arrive(
          { ...submitted(state, draft), screen: 'waiting', way, isStuck: isByHand },
          watchIn(FIRST_WAIT_MS, draft),
          look,
          told,
        )
      : arrive(
          { ...kept(state), screen: 'unwatched', way, isStuck: isByHand, ...NOTHING_BY_HAND },
          look,
          told,
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
    const isSame =
      sent?.phone === said.phone &&
      sent.categories === said.categories &&
      sent.noticeToken === said.noticeToken
    const body: HandInForm = isSame ? sent : { ...said, attempt, page }
    return stay({ ...kept(state), screen: 'sending', sent: body }, { kind: 'hand-in', body })
  }),

  'handed-in': on(['sending'], (state, { answer }) => {
    switch (answer.kind) {
      case 'done':
        return stay(
          { ...submitted(state, answer.done), screen: 'continue', way: 'whatsapp' },
          watchIn(FIRST_WAIT_MS, answer.done),
          tell({ type: 'submitted', categories: state.entry.ticked }),
          ...(state.isAgain ? [] : ([focus('link'), { kind: 'follow' }] as const)),
        )
      case 'notice-changed':
        return noticeChanged(state, answer.view)
      case 'phone-refused':
        return complainOf(fillingIn(state), answer.complaint)
      case 'trouble':
        return troubled({ ...fillingIn(state), sent: state.sent }, answer.trouble, state.isAgain)
    }
  }),

  'said-no': on(['filling-in'], (state) =>
    arrive({ ...kept(state), screen: 'declined' }, { kind: 'keep-no' }, tell({ type: 'refused' })),
  ),

  'went-back': (state) => arrive(fillingIn(state)),

  'wants-to-stop': (state) => arrive(optingOut(state)),

  'said-stop': on(['opting-out'], (state) => sendStop(state, false)),

  'opted-out': on(['sending-stop'], (state, { answer }) => {
    switch (answer.kind) {
      case 'done': {
        const stopped = { ...kept(state), screen: 'stopped' } as const
        const told = tell({ type: 'stopped' })
        return state.isAgain ? stay(stopped, told) : arrive(stopped, told)
      }
      case 'notice-changed':
        return noticeChanged(state, answer.view)
      case 'phone-refused':
        return complainOf(optingOut(state), answer.complaint)
      case 'trouble':
        return troubled(optingOut(state), answer.trouble, state.isAgain)
    }
  }),

  'link-followed': on(['continue'], (state) =>
    arrive({ ...state, screen: 'waiting' }, { kind: 'look', isByHand: state.isStuck }),
  ),

  'nothing-opened': on(['continue', 'waiting', 'unwatched'], (state, { elsewhere }) =>
    stay({ ...state, isStuck: true, elsewhere }, { kind: 'scan', link: linkIn(state) }),
  ),

  scannable: on(['continue', 'waiting', 'unwatched'], (state, { path, size }) =>
    stay({ ...state, scan: { path, size } }),
  ),

  'wants-copy': on(['continue', 'waiting', 'unwatched'], (state, { text }) =>
    stay(state, { kind: 'copy', text }),
  ),

  copied: on(['continue', 'waiting', 'unwatched'], (state, { text, isDone }) =>
    stay({ ...state, copied: { text, isDone } }),
  ),

  watched: on(['continue', 'waiting'], (state, { answer }) => {
    switch (answer?.status) {
      case 'confirmed':
        return arrive(
          {
            ...kept(state),
            screen: 'confirmed',
            from: answer.from,
            categories: answer.categories,
          },
          tell({ type: 'confirmed', categories: answer.categories }),
        )
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
