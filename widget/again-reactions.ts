import { sendStop, submitted, watchIn } from './later-steps.ts'
import { noticeText } from './memory.ts'
import type { Memory } from './memory.ts'
import { editPhone } from './phone-field.ts'
import { kept, on, stay } from './reaction.ts'
import type { Base, Effect, Reactions, Screen, Step } from './screens.ts'

/** A form with a number in it, as if it had been typed. */
const withNumber = (base: Base, phone: string): Base => {
  const edit = { text: phone, caret: phone.length, erased: null }
  const { text, country } = editPhone(base.entry.phone, edit, base.view.countries)
  return { ...kept(base), entry: { ...base.entry, phone: { text, country } } }
}

/** Boxes stay ticked only under the words under which they were ticked. */
const withTicks = (base: Base, { notice, ticked }: { notice: string; ticked: string }): Base => {
  const isSame = notice === noticeText(base)
  return { ...kept(base), entry: { ...base.entry, ticked: isSame ? ticked.split(' ') : [] } }
}

const handInAgain = (base: Base, sent: Screen<'sending'>['sent']): Step =>
  stay({ ...kept(base), screen: 'sending', sent, isAgain: true }, { kind: 'hand-in', body: sent })

const goOn = (state: Base, memory: Memory, isByHand: boolean): Step => {
  switch (memory.kind) {
    case 'no':
      return stay({ ...kept(state), screen: 'declined' })
    case 'stop':
      return sendStop(withNumber(state, memory.phone), true)
    case 'yes':
      return handInAgain(
        withNumber(withTicks(state, memory), String(memory.body.phone)),
        memory.body,
      )
    case 'waiting': {
      const { way, optIn } = memory
      const look: Effect = { kind: 'look', isByHand: isByHand && way !== 'email' }
      return stay(
        { ...submitted(withTicks(state, memory), optIn), screen: 'waiting', way },
        watchIn(0, optIn),
        look,
      )
    }
  }
}

/** What follows on what was kept: over a reload, and for want of a network. None of it moves the focus. */
export const AGAIN_REACTIONS = {
  recalled: on(['filling-in'], (state, { memory, isByHand }) => goOn(state, memory, isByHand)),

  'try-again': on(['filling-in', 'opting-out'], (state) => {
    if (state.trouble !== 'offline') return stay(state)
    if (state.screen === 'opting-out') return sendStop(state, true)
    return state.sent ? handInAgain(state, state.sent) : stay(state)
  }),
} satisfies Reactions
