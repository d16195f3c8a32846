import { describe, expect, test } from 'vitest'
import { soundsLikeOptOut } from '../../consent/opt-out-suspected.ts'
import { isOptOutWord } from '../../consent/opt-out-words.ts'
import { corpus } from './corpora.ts'
import { ORDINARY_MESSAGES } from './ordinary-messages.ts'

const PHRASES = corpus('another-hand-opt-out')
const FRESH = corpus('another-hand-fresh')
// The first half could be looked at while the grammar was made; of the rest only the count was.
const UNSEEN = [...PHRASES.slice(120), ...FRESH]

const share = (texts: readonly string[]): number =>
  texts.filter(soundsLikeOptOut).length / texts.length

describe('phrases by another hand', () => {
  test('are as many as promised, and each is there once', () => {
    expect(PHRASES).toHaveLength(240)
    expect(FRESH).toHaveLength(210)
    expect(new Set([...PHRASES, ...FRESH]).size).toBe(450)
  })

  test('are found in nine of ten cases, though nobody looked at them', () => {
    expect(share(UNSEEN)).toBeGreaterThanOrEqual(0.9)
  })

  test('are never taken for an opt-out word', () => {
    expect([...PHRASES, ...FRESH].filter((text) => isOptOutWord(text, []))).toEqual([])
  })
})

describe('10,000 ordinary messages', () => {
  test('are as many as promised', () => {
    expect(ORDINARY_MESSAGES.length).toBeGreaterThanOrEqual(10_000)
    expect(corpus('another-hand-ordinary')).toHaveLength(400)
  })

  test('raise suspicion once in two hundred at most, and so do those by another hand', () => {
    expect(share(ORDINARY_MESSAGES)).toBeLessThanOrEqual(0.005)
    expect(share(corpus('another-hand-ordinary'))).toBeLessThanOrEqual(0.005)
  })

  test('opt nobody out', () => {
    expect(ORDINARY_MESSAGES.filter((text) => isOptOutWord(text, []))).toEqual([])
  })
})
