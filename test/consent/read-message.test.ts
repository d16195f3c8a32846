import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sender } from '../../consent/company.ts'
import { MEANINGS, readMessage, type Reading } from '../../consent/read-message.ts'
import { CHATTY, MAIN } from './chatty-company.ts'
import { ORDINARY } from './corpora.ts'

const read = (text: string | null, payload: string | null = null, sender: Sender = MAIN): Reading =>
  readMessage({ text, payload }, { company: CHATTY, sender })

const STOP: Reading = { meaning: 'opt_out' }
const SUSPECTED: Reading = { meaning: 'opt_out_suspected' }
const OTHER: Reading = { meaning: 'other' }
const RESUME: Reading = { meaning: 'resume' }
const HELP: Reading = { meaning: 'help' }
const WANT: Reading = { meaning: 'subscribe', form: 'frm_main', asked: { by: 'form' } }
const WANT_NOTHING: Reading = { meaning: 'subscribe', form: 'frm_main', asked: { by: 'nothing' } }
const revoked = (...categories: readonly string[]): Reading => ({
  meaning: 'unsubscribe_category',
  categories,
})

const TEXTS: [string, Reading][] = [
  ['STOP', STOP],
  ['Stop. stop!', STOP],
  ['#stop', STOP],
  ['#Sair', STOP],
  ['#baja.', STOP],
  ['# STOP', STOP],
  ['#stop ofertas', revoked('offers')],
  ['#STOP Ofertas y novedades', revoked('news')],
  ['#salir pedidos, ofertas', revoked('orders', 'offers')],
  ['#stop support-hours', revoked('support-hours')],
  ['#stop x', STOP],
  ['#stop ofertas x', STOP],
  ['#stop all', STOP],
  ['#stop __proto__', STOP],
  ['stop ofertas', SUSPECTED],
  ['#start', RESUME],
  ['Unstop', RESUME],
  ['#volver', RESUME],
  ['volver', OTHER],
  ['ya no me escriban', SUSPECTED],
  ['please stop messaging me', SUSPECTED],
  ['STOP please', SUSPECTED],
  ['#want', WANT],
  [
    '#want ofertas',
    {
      meaning: 'subscribe',
      form: 'frm_main',
      asked: { by: 'categories', categories: ['offers'] },
    },
  ],
  [
    '#want K7Q2MXA Sí, quiero recibir por WhatsApp: Ofertas (hasta 4 al mes)',
    { meaning: 'subscribe', form: 'frm_main', asked: { by: 'code', code: 'K7Q2MXA' } },
  ],
  ['#want x', WANT_NOTHING],
  ['#want stop', SUSPECTED],
  ['#want ofertas #stop', SUSPECTED],
  ['#want K7Q2MXA para salir escribe baja', SUSPECTED],
  ['#want K7Q2MXA no me manden mensajes', SUSPECTED],
  ['quiero darme de baja', SUSPECTED],
  ['quiero que ya no me escriban', SUSPECTED],
  ['quiero salir', SUSPECTED],
  ['hola #want', OTHER],
  ['want', OTHER],
  ['help', HELP],
  ['#ayuda', HELP],
  ['help me', OTHER],
  ['cancelar', OTHER],
  ['no', OTHER],
  ['bus stop', OTHER],
  ['', OTHER],
  [' 👍🏽 ', OTHER],
  ['__proto__', OTHER],
  ['constructor', OTHER],
  ['\ud800', OTHER],
]

describe('a text', () => {
  test.each<[string, Reading]>(TEXTS)('%j means %j', (text, reading) => {
    expect(read(text)).toEqual(reading)
  })

  test('that is missing means nothing', () => {
    expect(read(null)).toEqual(OTHER)
  })

  test('takes the words with a second meaning that its sender takes', () => {
    const strict = { ...MAIN, alsoStopOn: ['cancelar', 'no'] }
    expect(read('CANCELAR', null, strict)).toEqual(STOP)
    expect(read('#cancelar ofertas', null, strict)).toEqual(revoked('offers'))
    expect(read('cancelar mi pedido', null, strict)).toEqual(OTHER)
    expect(read('#want K7Q2MXA Quero ofertas no WhatsApp', null, strict).meaning).toBe('subscribe')
  })

  test('may name a company whose name holds an opt-out word', () => {
    const company = { ...CHATTY, name: 'One Stop Café' }
    const sender = { ...MAIN, displayName: 'One Stop Café' }
    const meaningOf = (text: string): string =>
      readMessage({ text, payload: null }, { company, sender }).meaning
    expect(meaningOf('#want K7Q2MXA Sí, quiero ofertas de One Stop Café')).toBe('subscribe')
    expect(meaningOf('#want K7Q2MXA de One Stop Café, stop')).toBe('opt_out_suspected')
  })

  test('that is an opt-out is one among a megabyte of nothing', () => {
    const nothing = '\u200b'.repeat(1_000_000)
    expect(read(`${nothing}S${nothing}TOP`)).toEqual(STOP)
    expect(read(`#want${nothing} ${nothing}x`)).toEqual(WANT_NOTHING)
  })

  test.each(['no me ', 'stop ', 'no quiero recibir ', '#want ', '. ', '.', '! ', '😀 ', 'a', '#'])(
    'that is a megabyte of %j is read in good time',
    (words) => {
      expect(MEANINGS).toContain(read(words.repeat(1_000_000 / words.length)).meaning)
    },
    5_000,
  )
})

const BUTTONS: [string, string | null, Reading][] = [
  ['OPT_OUT', 'Quiero ofertas', STOP],
  ['opt_out', null, STOP],
  ['OPT_OUT_MARKETING', 'Ya no quiero ofertas', revoked('offers', 'news')],
  ['OPT_OUT_MARKETING', 'Stop', revoked('offers', 'news')],
  ['OPT_OUT:orders', null, revoked('orders')],
  ['OPT_OUT:support-hours', null, revoked('support-hours')],
  ['OPT_OUT:x', null, STOP],
  ['OPT_OUT:', null, STOP],
  ['OPT_OUT:__proto__', null, STOP],
  ['Unsubscribe', 'Unsubscribe', STOP],
  ['STOP', '👋', STOP],
  ['BTN_1', 'Salir', STOP],
  ['want:offers', 'Salir', STOP],
  ['want:offers', 'No quiero más mensajes', SUSPECTED],
  ['want:offers', '#stop pedidos', revoked('orders')],
  [
    'want:offers',
    'Sí, quiero',
    {
      meaning: 'subscribe',
      form: 'frm_main',
      asked: { by: 'categories', categories: ['offers'] },
    },
  ],
  [
    'want:offers:K7Q2MXA',
    null,
    {
      meaning: 'subscribe',
      form: 'frm_main',
      asked: { by: 'code', code: 'K7Q2MXA', categories: ['offers'] },
    },
  ],
  ['want:offers:7QK4M2XN', 'Quiero ofertas', WANT_NOTHING],
  ['want:x', 'Quiero ofertas', WANT_NOTHING],
  ['BTN_1', '#want', WANT],
  ['BTN_1', 'Stop promotions', SUSPECTED],
  ['BTN_1', 'Sí', OTHER],
  ['BTN_1', null, OTHER],
  ['', 'Hola', OTHER],
  ['#want', null, OTHER],
  ['__proto__', 'constructor', OTHER],
]

describe('a button', () => {
  test.each<[string, string | null, Reading]>(BUTTONS)(
    '%j with the title %j means %j',
    (payload, title, reading) => {
      expect(read(title, payload)).toEqual(reading)
    },
  )

  test('that stops marketing stops all where no category is marketing', () => {
    const categories = CHATTY.categories.filter(({ kind }) => kind !== 'marketing')
    const context = { company: { ...CHATTY, categories }, sender: MAIN }
    expect(readMessage({ text: null, payload: 'OPT_OUT_MARKETING' }, context)).toEqual(STOP)
  })

  test('that wants what nobody offers means nothing', () => {
    const context = { company: { ...CHATTY, forms: [] }, sender: MAIN }
    expect(readMessage({ text: null, payload: 'want:offers' }, context)).toEqual(OTHER)
  })
})

describe('nothing but the document’s words grants', () => {
  test('an ordinary message stops, revokes and resumes nothing', () => {
    const acted = ORDINARY.filter((text) =>
      ['opt_out', 'unsubscribe_category', 'resume'].includes(read(text).meaning),
    )
    expect(acted).toEqual([])
  })

  test('whatever is written, a text with an opt-out word among its words subscribes to nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('#want', '#want K7Q2MXA', '#want ofertas', 'quiero'),
        fc.constantFrom(...ORDINARY),
        fc.constantFrom('stop', 'SALIR', '*sair*', 'Detener.', 'b\u200baja'),
        fc.constantFrom(...ORDINARY),
        (keyword, before, optOut, after) => {
          expect(read(`${keyword} ${before} ${optOut} ${after}`).meaning).not.toBe('subscribe')
        },
      ),
    )
  })

  test('whatever is sent, something is understood and nothing is thrown', () => {
    const anything = fc.option(fc.string({ unit: 'binary', maxLength: 80 }))
    fc.assert(
      fc.property(anything, anything, (text, payload) => {
        expect(MEANINGS).toContain(read(text, payload).meaning)
      }),
    )
  })
})
