import { describe, expect, test } from 'vitest'
import { areAlone, loneWords, loneWordsFirst } from '../../consent/lone-words.ts'
import { wordsOf } from '../../consent/normalise.ts'

const LONE = loneWords(['stop', 'arrete', 'dar de baja', ''])

describe('words alone', () => {
  test.each([
    'stop',
    'Stop!',
    'stop stop STOP!!',
    'stopstop',
    'S T O P',
    's-t-o-p',
    's t o p s t o p',
    'stoooop',
    'SSTOPP',
    'ST0P',
    '5T0P',
    '#stop',
    'dar de baja',
    'stop, dar de baja',
    'dar de baja dar de baja',
    'arrete',
  ])('%j is nothing but them', (text) => {
    expect(areAlone(wordsOf(text), LONE)).toBe(true)
  })

  test.each([
    '',
    ' ',
    '#',
    '0',
    'stop it',
    'bus stop',
    'stopping',
    'st op',
    'arete',
    'stoop',
    'dar de',
    'de baja',
    'dar de baja el servicio',
    's t o p x',
    '__proto__',
    'constructor',
  ])('%j is something else', (text) => {
    expect(areAlone(wordsOf(text), LONE)).toBe(false)
  })

  test('an empty list is never all there is', () => {
    expect(areAlone(['stop'], loneWords([]))).toBe(false)
    expect(areAlone([], loneWords(['']))).toBe(false)
  })

  test('of words that overlap the longest is taken', () => {
    expect(loneWordsFirst(['stop', 'all', 'x'], loneWords(['stop', 'stop all']))).toBe(2)
    expect(loneWordsFirst(['x', 'stop'], LONE)).toBe(0)
  })
})
