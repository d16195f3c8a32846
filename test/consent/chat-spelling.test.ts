import { describe, expect, test } from 'vitest'
import { chatWords, fold, spelledAlike } from '../../consent/chat-spelling.ts'

describe('the words of a chat message', () => {
  test.each([
    ['q ya no me manden + msjs', 'ꞏ que ya no me manden mas mensajes ꞏ'],
    ['n quero msg no zap', 'ꞏ nao quero mensaje no whatsapp ꞏ'],
    ['plz dont txt me', 'ꞏ do not text me ꞏ'],
    ['Hola, por favor no escriban. ¡Gracias!', 'ꞏ no escriban ꞏ'],
    ['no gracias, ya no', 'ꞏ no ꞏ ya no ꞏ'],
    ['stop 🛑 ya', 'ꞏ stop ꞏ ya ꞏ'],
    ['take my # out', 'ꞏ take my number out ꞏ'],
    ['#stop ofertas', 'ꞏ #stop ofertas ꞏ'],
    ['+54 9 11', 'ꞏ 54 9 11 ꞏ'],
    ['stpo sending, remvoe me', 'ꞏ stop sending ꞏ remove me ꞏ'],
    ['S.T.O.P.', 'ꞏ s t o p ꞏ'],
    ['1.500,50 a las 3:30', 'ꞏ 1 500 50 a las 3 30 ꞏ'],
    ['__proto__ constructor', 'ꞏ proto constructor ꞏ'],
    ['', 'ꞏ'],
    ['...!!!', 'ꞏ'],
  ])('of %j are %j', (text, words) => {
    expect(chatWords(text).join(' ')).toBe(words)
  })

  test('are found in good time in a megabyte of dots', () => {
    expect(chatWords(`${'.'.repeat(1_000_000)}a`).length).toBeLessThan(9_000)
  }, 5_000)
})

describe('one spelling', () => {
  test.each([
    ['recibir', 'resivir'],
    ['escriban', 'escrivan'],
    ['envien', 'embien'],
    ['quiero', 'qiero'],
    ['mensajes', 'menssages'],
    ['mensaje', 'mensage'],
    ['hasta', 'asta'],
    ['stop', 'stoooop'],
    ['messages', 'mesages'],
  ])('%s and %s are written alike', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  test.each([
    ['mensajes', 'mensjaes'],
    ['publicidad', 'publicidd'],
    ['mensagens', 'mensagns'],
    ['messages', 'mesasges'],
    ['whatsapp', 'watsapp'],
  ])('a slip of the finger in %s is mended: %s', (right, slipped) => {
    expect(spelledAlike([slipped])).toEqual(spelledAlike([right]))
  })

  test.each(['massages', 'mensajero', 'publicar', 'stoop', 'a'.repeat(10_000)])(
    '%.12s is another word',
    (word) => {
      expect(spelledAlike([word])).toEqual([fold(word)])
    },
  )
})
