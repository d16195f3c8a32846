import { describe, expect, test } from 'vitest'
import { normalise, wordsOf } from '../../consent/normalise.ts'

const DRESSED: readonly (readonly [string, string])[] = [
  ['STOP', 'stop'],
  ['  Stop.  ', 'stop'],
  ['“¡SALÍR!”', 'salir'],
  ['não', 'nao'],
  ['Año', 'ano'],
  ['İstanbul', 'istanbul'],
  ['Straße', 'strasse'],
  ['ﬁn', 'fin'],
  ['*STOP*', 'stop'],
  ['_stop_', 'stop'],
  ['~stop~', 'stop'],
  ['```stop```', 'stop'],
  ['> stop', 'stop'],
  ['- stop', 'stop'],
  ['ＳＴＯＰ', 'stop'],
  ['𝐒𝗧𝘖𝙿', 'stop'],
  ['ⓢⓣⓞⓟ', 'stop'],
  ['🆂🅃🅾🅿', 'stop'],
  ['ꜱᴛᴏᴘ', 'stop'],
  ['ЅТОР', 'stop'],
  ['ΣΤΟΡ', 'stop'],
  ['ꓢꓔꓳꓑ', 'stop'],
  ['s̶t̶o̶p̶', 'stop'],
  ['s\u200bt\u200co\u200dp\ufeff', 'stop'],
  ['\u202estop\u202c', 'stop'],
  ['st\u00adop', 'stop'],
  ['st\u0000op', 'stop'],
  ['sto\ud800p', 'stop'],
  ['stop \u{1f6d1}\ufe0f', 'stop'],
  ['stop 🇧🇷', 'stop'],
  ['stop™', 'stop'],
  ['stop\u2028stop\u2800stop', 'stop stop stop'],
  ['S.T.O.P', 's t o p'],
  ['don’t', 'dont'],
  ['don´t', 'dont'],
  ['#want\u00a0\u200eK7Q2MXA', '#want k7q2mxa'],
  ['# want', '#want'],
  ['＃want', '#want'],
  ['#️⃣want', '#want'],
  ['##want', '#want'],
  ['a#b', 'a #b'],
  ['stop#', 'stop'],
  ['#', ''],
  ['', ''],
  [' \u200b\u3164 ', ''],
  ['__proto__', 'proto'],
]

describe('a text without its dress', () => {
  test.each(DRESSED)('%j is %j', (text, plain) => {
    expect(normalise(text)).toBe(plain)
  })

  test.each(['¡No me escriban MÁS!', '#Want  Ofertas & Pedidos', 'ß #', 'ЅТОР 🆂'])(
    '%j says the same when it is undressed twice',
    (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    },
  )

  test.each([
    ['zero-width characters', '\u200b', 'stop'],
    ['accents in the worst order', '\u0316\u0301', 'stop'],
    ['spaces', ' ', 'stop'],
    ['emoji with variation selectors', '\ufe0f\u200d', 'stop'],
  ])('a megabyte of %s round a word takes no time and leaves it', (_, character, plain) => {
    const padding = character.repeat(1_000_000 / character.length)
    expect(normalise(`${padding}${plain}${padding}`)).toBe(plain)
  })

  test.each(['#', '# ', "'", "a'", '\ufdfa', '. ', 'a', '😀'])(
    'a megabyte of %j is read to its limit only',
    (characters) => {
      const text = characters.repeat(1_000_000 / characters.length)
      expect(normalise(text).length).toBeLessThanOrEqual(8_192)
    },
  )

  test('what is beyond the limit is not read, and no half word is left of it', () => {
    const words = wordsOf('stop '.repeat(100_000))
    expect(words.length).toBeGreaterThan(1_000)
    expect(new Set(words)).toEqual(new Set(['stop']))
  })

  test('an empty text has no words', () => {
    expect(wordsOf(' ¡! ')).toEqual([])
  })
})
