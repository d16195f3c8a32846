import { describe, expect, test } from 'vitest'
import { soundsLikeOptOut } from '../../consent/opt-out-suspected.ts'
import { isOptOutWord } from '../../consent/opt-out-words.ts'
import { corpus, SUSPECTED } from './corpora.ts'
import { ORDINARY_MESSAGES } from './ordinary-messages.ts'

const FIRST = corpus('another-hand-opt-out')
const FRESH = corpus('another-hand-fresh')
const SECOND_FRESH = corpus('another-hand-second-fresh')
const THIRD_FRESH = corpus('another-hand-third-fresh')

const BUILT_ON = corpus('another-hand-built-on')
// By a third hand, opened and counted once, when the grammar was done; nothing was mended after it.
const SEALED = corpus('another-hand-sealed')

// The fresh sets were measured once, then the grammar learned from what it had missed in the first two.
const SEEN = [...FIRST.slice(0, 120), ...FRESH, ...SECOND_FRESH]
// Of these only the count was ever looked at: whoever mends the grammar must not print what it misses.
const UNSEEN = [...FIRST.slice(120), ...THIRD_FRESH]

// People say some things alike: what another corpus has too was no surprise.
const LEARNED = new Set([...SEEN, ...UNSEEN, ...BUILT_ON, ...SUSPECTED])
const SURPRISES = SEALED.filter((text) => !LEARNED.has(text))

const share = (texts: readonly string[]): number =>
  texts.filter(soundsLikeOptOut).length / texts.length

describe('phrases by another hand', () => {
  test('are as many as promised, and each is there once', () => {
    expect(FIRST).toHaveLength(240)
    expect(UNSEEN.length).toBeGreaterThanOrEqual(200)
    expect(new Set([...SEEN, ...UNSEEN]).size).toBe(750)
    expect(new Set(BUILT_ON).size).toBe(600)
    expect(new Set(SEALED).size).toBe(210)
    expect(SURPRISES.length).toBeGreaterThanOrEqual(190)
  })

  test('are found in nine of ten cases', () => {
    expect(share(FIRST)).toBeGreaterThanOrEqual(0.9)
    expect(share(SEEN)).toBeGreaterThanOrEqual(0.98)
    expect(share(BUILT_ON)).toBeGreaterThanOrEqual(0.95)
  })

  // Of the sealed 207 of 210; of the older ones, whose count was watched while the grammar grew, 196 of 210.
  test('are found in nine of ten cases where nobody looked at them', () => {
    expect(share(SEALED)).toBeGreaterThanOrEqual(0.9)
    expect(share(SURPRISES)).toBeGreaterThanOrEqual(0.9)
    expect(share(UNSEEN)).toBeGreaterThanOrEqual(0.9)
  })

  test('are never taken for an opt-out word', () => {
    expect([...SEEN, ...UNSEEN, ...BUILT_ON].filter((text) => isOptOutWord(text, []))).toEqual([])
  })
})

describe('10,000 ordinary messages', () => {
  test('are as many as promised', () => {
    expect(ORDINARY_MESSAGES.length).toBeGreaterThanOrEqual(10_000)
    expect(corpus('another-hand-ordinary')).toHaveLength(400)
    expect(corpus('another-hand-built-on-ordinary')).toHaveLength(300)
  })

  test('raise suspicion once in two hundred at most, and so do those by another hand', () => {
    expect(share(ORDINARY_MESSAGES)).toBeLessThanOrEqual(0.005)
    expect(share(corpus('another-hand-ordinary'))).toBeLessThanOrEqual(0.005)
    expect(share(corpus('another-hand-built-on-ordinary'))).toBeLessThanOrEqual(0.005)
  })

  test('opt nobody out', () => {
    expect(ORDINARY_MESSAGES.filter((text) => isOptOutWord(text, []))).toEqual([])
  })
})
