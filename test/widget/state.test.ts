import { expect, test } from 'vitest'
import type { Action, Screen, ScreenName, State, Step } from '../../widget/screens.ts'
import { FIRST_REACTIONS } from '../../widget/first-reactions.ts'
import { LATER_REACTIONS } from '../../widget/later-reactions.ts'
import { begin, next } from '../../widget/state.ts'
import { viewIn } from './company.ts'
import { CONFIRMED, HANDED_IN } from './stub.ts'

const VIEW = viewIn('es')
const REACTIONS = { ...FIRST_REACTIONS, ...LATER_REACTIONS }
const YES: Action = { kind: 'said-yes', attempt: 'attempt-1', page: 'https://shop.example/thanks' }
const TYPED: Action = { kind: 'typed', text: '5512345678', caret: 10, erased: null }
const OFFERS: Action = { kind: 'ticked', category: 'offers', isTicked: true }
const ORDERS: Action = { kind: 'ticked', category: 'orders', isTicked: true }
const DONE: Action = { kind: 'handed-in', answer: { kind: 'done', done: HANDED_IN } }
const NOT_SENT = { kind: 'trouble', trouble: 'not-sent' } as const

const after = (...actions: readonly Action[]): Step =>
  actions.reduce<Step>((step, action) => next(REACTIONS, step.state, action), {
    state: begin(VIEW, 'MX'),
    effects: [],
  })

const at = <Name extends ScreenName>(name: Name, ...actions: readonly Action[]): Screen<Name> => {
  const { state } = after(...actions)
  if (!isAt(state, name)) throw new Error(`the screen is ${state.screen}`)
  return state
}

const isAt = <Name extends ScreenName>(state: State, name: Name): state is Screen<Name> =>
  state.screen === name

test('nothing is ticked and nothing is said at the beginning', () => {
  expect(begin(VIEW, 'MX')).toEqual({
    screen: 'filling-in',
    view: VIEW,
    entry: { phone: { text: '', country: 'MX' }, ticked: [] },
    complaint: null,
    trouble: null,
    choosing: null,
    isTickMissing: false,
    hasNoticeChanged: false,
    draft: null,
    sent: null,
  })
})

test.each<[string, ScreenName, readonly Action[]]>([
  ['yes hands the form in', 'sending', [TYPED, OFFERS, YES]],
  ['yes twice is one act', 'sending', [TYPED, OFFERS, YES, YES]],
  ['yes without a number asks for it', 'filling-in', [OFFERS, YES]],
  ['yes without a box asks for one', 'filling-in', [TYPED, YES]],
  ['no ends it', 'declined', [{ kind: 'said-no' }]],
  ['a no can be taken back', 'filling-in', [{ kind: 'said-no' }, { kind: 'went-back' }]],
  [
    'no after yes comes too late for the button',
    'sending',
    [TYPED, OFFERS, YES, { kind: 'said-no' }],
  ],
  ['an answer leads to the link', 'continue', [TYPED, OFFERS, YES, DONE]],
  ['the tap leads to waiting', 'waiting', [TYPED, OFFERS, YES, DONE, { kind: 'link-followed' }]],
  [
    'the message confirms, even when the link was not tapped here',
    'confirmed',
    [TYPED, OFFERS, YES, DONE, { kind: 'watched', answer: CONFIRMED }],
  ],
  [
    'a code that ran out says so',
    'expired',
    [TYPED, OFFERS, YES, DONE, { kind: 'watched', answer: { status: 'expired' } }],
  ],
  [
    'no answer while waiting changes nothing',
    'waiting',
    [TYPED, OFFERS, YES, DONE, { kind: 'link-followed' }, { kind: 'watched', answer: null }],
  ],
  [
    'no network keeps what was typed, on the form',
    'filling-in',
    [TYPED, OFFERS, YES, { kind: 'handed-in', answer: NOT_SENT }],
  ],
  ['stopping asks for the number alone', 'opting-out', [{ kind: 'wants-to-stop' }]],
  [
    'a typed number is enough to stop',
    'sending-stop',
    [{ kind: 'wants-to-stop' }, TYPED, { kind: 'said-stop' }],
  ],
  [
    'and it is stopped',
    'stopped',
    [
      { kind: 'wants-to-stop' },
      TYPED,
      { kind: 'said-stop' },
      { kind: 'opted-out', answer: { kind: 'done', done: { status: 'stopped' } } },
    ],
  ],
  ['an answer to nothing is not heard', 'filling-in', [DONE]],
])('%s: %s', (_, screen, actions) => {
  expect(after(...actions).state.screen).toBe(screen)
})

test('the form is handed in as one flat body, categories in the order shown', () => {
  expect(after(TYPED, OFFERS, ORDERS, YES).effects).toEqual([
    {
      kind: 'hand-in',
      body: {
        form: 'frm_test',
        noticeToken: 'token-es',
        attempt: 'attempt-1',
        phone: '+525512345678',
        categories: 'orders offers',
        language: 'es',
        page: 'https://shop.example/thanks',
      },
    },
  ])
})

test('what is sent again is the same act, under the same attempt', () => {
  const sent = after(TYPED, OFFERS, YES).effects
  const again = after(
    TYPED,
    OFFERS,
    YES,
    { kind: 'handed-in', answer: NOT_SENT },
    { ...YES, attempt: 'attempt-2' },
  )
  expect(again.effects).toEqual(sent)
  const other = after(TYPED, OFFERS, YES, { kind: 'handed-in', answer: NOT_SENT }, ORDERS, {
    ...YES,
    attempt: 'attempt-2',
  })
  expect(other.effects).toMatchObject([{ body: { attempt: 'attempt-2' } }])
})

test('a box that is unticked is not handed in', () => {
  const { entry } = at('filling-in', OFFERS, ORDERS, { ...OFFERS, isTicked: false })
  expect(entry.ticked).toEqual(['orders'])
})

test('after a failure everything is as it was', () => {
  const actions: readonly Action[] = [TYPED, OFFERS, YES, { kind: 'handed-in', answer: NOT_SENT }]
  const { entry } = at('filling-in', ...actions)
  expect(entry).toEqual({ phone: { text: '55 1234 5678', country: 'MX' }, ticked: ['offers'] })
})

test('a notice that changed is shown, says so, and has to be ticked anew', () => {
  const view = { ...VIEW, noticeToken: 'newer' }
  const answer = { kind: 'notice-changed', view } as const
  const { state, effects } = after(TYPED, OFFERS, YES, { kind: 'handed-in', answer })
  expect(state).toMatchObject({ screen: 'filling-in', hasNoticeChanged: true, view })
  expect(state.entry).toEqual({ phone: { text: '55 1234 5678', country: 'MX' }, ticked: [] })
  expect(effects).toEqual([{ kind: 'focus', on: 'notice' }])
})

test.each<[string, readonly Action[], ScreenName]>([
  ['the form', [TYPED, OFFERS, YES, { kind: 'handed-in', answer: premium() }], 'filling-in'],
  [
    'stopping',
    [
      { kind: 'wants-to-stop' },
      TYPED,
      { kind: 'said-stop' },
      { kind: 'opted-out', answer: premium() },
    ],
    'opting-out',
  ],
])(
  'a number that the server refuses is complained about at the field of %s',
  (_, actions, screen) => {
    const { state, effects } = after(...actions)
    expect(state).toMatchObject({ screen, complaint: { kind: 'phone-premium' } })
    expect(effects).toEqual([{ kind: 'focus', on: 'phone' }])
  },
)

function premium() {
  return { kind: 'phone-refused', complaint: { kind: 'phone-premium' } } as const
}

test('what is missing is said at once, and the first of it gets the focus', () => {
  const { state, effects } = after(YES)
  expect(state).toMatchObject({ complaint: { kind: 'phone-empty' }, isTickMissing: true })
  expect(effects).toEqual([{ kind: 'focus', on: 'categories' }])
  expect(after(OFFERS, YES).effects).toEqual([{ kind: 'focus', on: 'phone' }])
})

test('a complaint comes when the field is left, and goes when it is typed into', () => {
  const short: Action = { kind: 'typed', text: '551234567', caret: 9, erased: null }
  expect(at('filling-in', short).complaint).toBeNull()
  const left = at('filling-in', short, { kind: 'phone-left' })
  expect(left.complaint).toEqual({ kind: 'digits-missing', by: 1, of: 10, country: 'MX' })
  expect(at('filling-in', short, { kind: 'phone-left' }, TYPED).complaint).toBeNull()
  expect(at('filling-in', { kind: 'phone-left' }).complaint).toBeNull()
})

test('it asks more and more seldom, at most every five seconds', () => {
  let step = after(TYPED, OFFERS, YES, DONE)
  const waits: number[] = []
  for (let times = 0; times < 7; times += 1) {
    for (const effect of step.effects) if (effect.kind === 'watch') waits.push(effect.inMs)
    step = next(REACTIONS, step.state, { kind: 'watched', answer: { status: 'pending' } })
  }
  expect(waits).toEqual([1000, 1500, 2250, 3375, 5000, 5000, 5000])
})
