import { describe, expect, test } from 'vitest'
import { type Asked, readKeyword, readWantButton } from '../../consent/keyword.ts'
import { wordsOf } from '../../consent/normalise.ts'
import { CHATTY, MAIN, SECOND } from './chatty-company.ts'

const AT_MAIN = { company: CHATTY, sender: MAIN }
const AT_SECOND = { company: CHATTY, sender: SECOND }

const FORM: Asked = { by: 'form' }
const NOTHING: Asked = { by: 'nothing' }
const CODE: Asked = { by: 'code', code: 'K7Q2MXA' }
const categories = (...ids: readonly string[]): Asked => ({ by: 'categories', categories: ids })

const TEXTS: [string, string, Asked][] = [
  ['#want', 'frm_main', FORM],
  ['*#Want!*', 'frm_main', FORM],
  ['＃ＷＡＮＴ', 'frm_main', FORM],
  ['# want', 'frm_main', FORM],
  ['#want offers', 'frm_main', categories('offers')],
  ['#want Ofertas y novedades', 'frm_main', categories('news')],
  ['#want ofertas, pedidos', 'frm_main', categories('orders', 'offers')],
  ['#want pedidos & ofertas', 'frm_main', categories('orders', 'offers')],
  ['#want: #ofertas', 'frm_main', categories('offers')],
  ['#want K7Q2MXA', 'frm_main', CODE],
  ['#want k7q2mxa', 'frm_main', CODE],
  ['#want\u00a0\u200eK7Q2MXA\u200e', 'frm_main', CODE],
  ['#want K7Q-2MXA', 'frm_main', CODE],
  ['#want K7Q 2MXA', 'frm_main', CODE],
  ['#want #K7Q2MXA.', 'frm_main', CODE],
  ['#want K7Q2MXA Sí, quiero ofertas de Café Aurora por WhatsApp', 'frm_main', CODE],
  ['#want K7Q2MXA offers', 'frm_main', CODE],
  ['#want offers K7Q2MXA', 'frm_main', NOTHING],
  ['#want 7QK4M2XN', 'frm_main', NOTHING],
  ['#want K7Q2MXB', 'frm_main', NOTHING],
  ['#want ofertas x', 'frm_main', NOTHING],
  ['#want x', 'frm_main', NOTHING],
  ['#want y', 'frm_main', NOTHING],
  ['#want support-hours', 'frm_main', NOTHING],
  ['#want __proto__', 'frm_main', NOTHING],
  ['#want constructor', 'frm_main', NOTHING],
  ['#want more', 'frm_more', FORM],
  ['#want more support-hours', 'frm_more', categories('support-hours')],
  ['#want more offers', 'frm_more', NOTHING],
  ['quiero', 'frm_main', FORM],
  ['#quiero ofertas', 'frm_main', categories('offers')],
  ['Quiero cancelar mi pedido', 'frm_main', NOTHING],
]

const OTHER_TEXTS = [
  '',
  'want',
  'want offers',
  '#wanted',
  '#wantoffers',
  'hola #want',
  'I want offers',
  'yo quiero ofertas',
  '#gone',
  '***',
  '__proto__',
  'constructor',
]

describe('a keyword', () => {
  test.each<[string, string, Asked]>(TEXTS)('%j asks form %s for %j', (text, form, asked) => {
    expect(readKeyword(wordsOf(text), AT_MAIN)).toEqual({ form, asked })
  })

  test.each(OTHER_TEXTS)('does not begin %j', (text) => {
    expect(readKeyword(wordsOf(text), AT_MAIN)).toBeNull()
  })

  test('of two senders means the one that was written to', () => {
    expect(readKeyword(['#want'], AT_SECOND)).toEqual({ form: 'frm_second', asked: FORM })
    expect(readKeyword(['#want', 'offers'], AT_SECOND)).toEqual({
      form: 'frm_second',
      asked: NOTHING,
    })
  })

  test('of another sender only is heard all the same', () => {
    expect(readKeyword(['#want', 'more'], AT_SECOND)).toEqual({ form: 'frm_more', asked: FORM })
  })

  test('is none where the document has none', () => {
    const { keywords: _, ...silent } = CHATTY
    expect(readKeyword(['#want'], { company: silent, sender: MAIN })).toBeNull()
  })
})

describe('a button that wants', () => {
  test.each<[readonly string[], string | null, string, Asked]>([
    [['offers'], null, 'frm_main', categories('offers')],
    [['Offers', 'orders'], null, 'frm_main', categories('orders', 'offers')],
    [['support-hours'], null, 'frm_more', categories('support-hours')],
    [['offers'], 'K7Q2MXA', 'frm_main', { ...CODE, categories: ['offers'] }],
    [['offers'], 'k7q-2mxa', 'frm_main', { ...CODE, categories: ['offers'] }],
    [['offers'], '7QK4M2XN', 'frm_main', NOTHING],
    [['offers', 'support-hours'], null, 'frm_main', NOTHING],
    [['x'], null, 'frm_main', NOTHING],
    [['__proto__'], null, 'frm_main', NOTHING],
  ])('%j with code %s asks form %s for %j', (wanted, code, form, asked) => {
    expect(readWantButton(wanted, code, AT_MAIN)).toEqual({ form, asked })
  })

  test('asks the form of the sender that was written to', () => {
    expect(readWantButton(['orders'], null, AT_SECOND)).toEqual({
      form: 'frm_second',
      asked: categories('orders'),
    })
  })

  test('asks nobody where there is no form', () => {
    const empty = { ...CHATTY, forms: [], keywords: [] }
    expect(readWantButton(['offers'], null, { company: empty, sender: MAIN })).toBeNull()
  })
})
