import { expect, test } from 'vitest'
import { AGAIN_REACTIONS } from '../../widget/again-reactions.ts'
import { FIRST_REACTIONS } from '../../widget/first-reactions.ts'
import { LATER_REACTIONS } from '../../widget/later-reactions.ts'
import { memoryOf, noStands, readMemory } from '../../widget/memory.ts'
import type { Action, Step } from '../../widget/screens.ts'
import { begin, next } from '../../widget/state.ts'
import { viewIn } from './company.ts'
import { CONFIRMED, HANDED_IN } from './stub.ts'

const VIEW = viewIn('es')
const REACTIONS = { ...FIRST_REACTIONS, ...LATER_REACTIONS, ...AGAIN_REACTIONS }
const NOW = Date.parse('2029-01-01T00:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000

const TYPED: Action = { kind: 'typed', text: '5512345678', caret: 10, erased: null }
const OFFERS: Action = { kind: 'ticked', category: 'offers', isTicked: true }
const YES: Action = { kind: 'said-yes', attempt: 'attempt-1', page: 'https://shop.example/a?b' }
const SAID_YES: readonly Action[] = [TYPED, OFFERS, YES]
const DONE: Action = { kind: 'handed-in', answer: { kind: 'done', done: HANDED_IN } }
const OFFLINE = { kind: 'trouble', trouble: 'offline' } as const
const NOT_SENT = { kind: 'trouble', trouble: 'not-sent' } as const
const STOP: readonly Action[] = [{ kind: 'wants-to-stop' }, TYPED, { kind: 'said-stop' }]
const BACK: Action = { kind: 'went-back' }
const NO: Action = { kind: 'said-no' }
const AGAIN: Action = { kind: 'try-again' }

const after = (...actions: readonly Action[]): Step => afterIn(VIEW, 'MX', ...actions)

const afterIn = (view: typeof VIEW, country: string, ...actions: readonly Action[]): Step =>
  actions.reduce<Step>((step, action) => next(REACTIONS, step.state, action), {
    state: begin(view, country),
    effects: [],
  })

/** The form as it is drawn again, by what was kept after these actions. */
const reloadedIn = (view: typeof VIEW, ...actions: readonly Action[]): Step => {
  const memory = readMemory(memoryOf(after(...actions).state) ?? '', VIEW.form, NOW)
  if (!memory) throw new Error('nothing was kept')
  return afterIn(view, 'BR', { kind: 'recalled', memory, isByHand: false })
}

const reloaded = (...actions: readonly Action[]): Step => reloadedIn(VIEW, ...actions)

test.each<[string, readonly Action[]]>([
  ['a form that is being filled in', [TYPED, OFFERS]],
  ['a form that could not be sent, but not for want of a network', [...SAID_YES, failed(NOT_SENT)]],
  ['a yes that was changed to other boxes', [...SAID_YES, failed(OFFLINE), orders()]],
  ['a yes after which the person said no', [...SAID_YES, failed(OFFLINE), NO]],
  ['a message that has come', [...SAID_YES, DONE, { kind: 'watched', answer: CONFIRMED }]],
  ['a code that ran out', [...SAID_YES, DONE, { kind: 'watched', answer: { status: 'expired' } }]],
  ['a message that the person went back from', [...SAID_YES, DONE, BACK]],
  ['an opt-out that is done', [...STOP, stopped()]],
  ['an opt-out that the person went back from', [...STOP, stopFailed(), BACK]],
])('nothing is kept of %s', (_, actions) => {
  expect(memoryOf(after(...actions).state)).toBeNull()
})

test('what waits for its message waits on after a reload, and the number is not kept', () => {
  const before = after(...SAID_YES, DONE, { kind: 'link-followed' }).state
  const { state, effects } = reloaded(...SAID_YES, DONE, { kind: 'link-followed' })
  expect(state).toEqual({
    ...before,
    entry: { ...before.entry, phone: { text: '', country: 'BR' } },
  })
  expect(memoryOf(before)).not.toContain('5512345678')
  expect(effects).toContainEqual({ kind: 'watch', id: 'opt_1', watch: 'aurora.watch', inMs: 0 })
  expect(effects.map(({ kind }) => kind)).not.toContain('focus')
})

test.each<[string, readonly Action[]]>([
  ['on its way when the page is loaded again', SAID_YES],
  ['kept for want of a network', [...SAID_YES, failed(OFFLINE)]],
])('a yes %s is sent again as it was, under the same attempt', (_, actions) => {
  const { state, effects } = reloaded(...actions)
  expect(effects).toEqual(after(...SAID_YES).effects)
  expect(state).toMatchObject({
    screen: 'sending',
    entry: { ticked: ['offers'], phone: { text: '+52 55 1234 5678', country: 'MX' } },
  })
})

test.each<[string, readonly Action[]]>([
  ['on its way when the page is loaded again', STOP],
  ['kept for want of a network', [...STOP, stopFailed()]],
])('an opt-out %s is sent again', (_, actions) => {
  const { state, effects } = reloaded(...actions)
  expect(effects).toEqual(after(...STOP).effects)
  expect(state.screen).toBe('sending-stop')
})

test('when the network is back, what is kept goes, and only that', () => {
  const kept = after(...SAID_YES, failed(OFFLINE))
  expect(kept.effects).toEqual([{ kind: 'focus', on: 'trouble' }, { kind: 'wait-for-network' }])
  expect(after(...SAID_YES, failed(OFFLINE), AGAIN).effects).toEqual(after(...SAID_YES).effects)
  expect(after(...STOP, stopFailed(), AGAIN).effects).toEqual(after(...STOP).effects)
  for (const change of [orders(), NO, TYPED]) {
    expect(after(...SAID_YES, failed(OFFLINE), change, AGAIN).effects).toEqual([])
  }
  expect(after(...SAID_YES, failed(NOT_SENT), AGAIN).effects).toEqual([])
  expect(after(...STOP, stopFailed(), TYPED, AGAIN).effects).toEqual([])
})

test('what is sent again by itself does not take the focus', () => {
  const failing = after(...SAID_YES, failed(OFFLINE), AGAIN, failed(OFFLINE))
  expect(failing.effects).toEqual([{ kind: 'wait-for-network' }])
  const done = after(...SAID_YES, failed(OFFLINE), AGAIN, DONE)
  expect(done.state.screen).toBe('continue')
  expect(done.effects.map(({ kind }) => kind)).toEqual(['watch', 'tell'])
})

test('under other words nothing stays ticked, and the yes is the one that was given', () => {
  const view = { ...VIEW, noticeToken: 'newer', notice: { ...VIEW.notice, howToStop: 'Otro.' } }
  const { state, effects } = reloadedIn(view, ...SAID_YES, failed(OFFLINE))
  expect(state.entry.ticked).toEqual([])
  expect(effects).toEqual(after(...SAID_YES).effects)
  // Said anew under the new words it is another act.
  const anew = next(REACTIONS, { ...after(TYPED, OFFERS).state, view }, YES).state
  const step = [failed(OFFLINE), { ...YES, attempt: 'attempt-2' }].reduce<Step>(
    (each, action) => next(REACTIONS, each.state, action),
    {
      state: {
        ...anew,
        ...(anew.screen === 'sending' && { sent: { ...anew.sent, noticeToken: 'token-es' } }),
      },
      effects: [],
    },
  )
  expect(step.effects).toMatchObject([{ body: { attempt: 'attempt-2', noticeToken: 'newer' } }])
})

test.each([
  ['nothing', ''],
  ['no fields at all', '{"kind":"waiting"}'],
  ['another kind', 'kind=admin'],
  ['an opt-out of no number', 'kind=stop&phone=javascript:'],
  ['a yes without an attempt', changed('attempt', '')],
  ['a yes in no language of ours', changed('language', 'xx')],
  ['a yes to another form', changed('form', 'frm_other')],
  ['a message by no way of ours', changed('way', 'fax', [...SAID_YES, DONE])],
  ['a message that nobody knows', changed('id', '', [...SAID_YES, DONE])],
  ['a code that ran out', changed('expiresAt', '2028-12-31T00:00:00Z', [...SAID_YES, DONE])],
  ['a time that is none', changed('expiresAt', 'soon', [...SAID_YES, DONE])],
])('%s is thrown away', (_, text) => {
  expect(readMemory(text, VIEW.form, NOW)).toBeNull()
})

test('a no stands for half a year', () => {
  const at = String(NOW)
  expect(noStands(at, NOW)).toBe(true)
  expect(noStands(at, NOW + 182 * DAY_MS - 1)).toBe(true)
  expect(noStands(at, NOW + 182 * DAY_MS)).toBe(false)
  expect(noStands(at, NOW - 1)).toBe(false)
  expect(noStands('', NOW)).toBe(false)
  expect(noStands('yesterday', NOW)).toBe(false)
})

test('a remembered no can be taken back, and is not said anew by being shown', () => {
  const shown = after({ kind: 'recalled', memory: { kind: 'no' }, isByHand: false })
  expect(shown).toMatchObject({ state: { screen: 'declined' }, effects: [] })
  expect(next(REACTIONS, shown.state, BACK).state.screen).toBe('filling-in')
  expect(after(NO).effects).toContainEqual({ kind: 'keep-no' })
})

function failed(answer: typeof OFFLINE | typeof NOT_SENT): Action {
  return { kind: 'handed-in', answer }
}

function stopFailed(): Action {
  return { kind: 'opted-out', answer: OFFLINE }
}

function stopped(): Action {
  return { kind: 'opted-out', answer: { kind: 'done', done: { status: 'stopped' } } }
}

function orders(): Action {
  return { kind: 'ticked', category: 'orders', isTicked: true }
}

function changed(field: string, value: string, actions = SAID_YES): string {
  const fields = new URLSearchParams(memoryOf(after(...actions).state) ?? '')
  fields.set(field, value)
  return fields.toString()
}
