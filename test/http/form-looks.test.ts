import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../consent/canonical.ts'
import { FORM_TEXTS, partedTexts } from '../../consent/form-texts.ts'
import type { FormView } from '../../contract/form-view.ts'
import { demoDocument, type Service, serviceFor } from '../support/service.ts'
import { handedIn, history, newPhone, shown } from './acts.ts'

const put = (service: Service, change: object) => {
  const document = demoDocument()
  const forms = document.forms.map((form) => ({ ...form, ...change }))
  return service.ask('/v1/company', {
    method: 'PUT',
    key: service.keys.company,
    body: { ...document, forms },
  })
}

describe('a form', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test('says the company’s own words, and Quiero’s for the rest', async () => {
    const texts = { es: { phone: 'Tu celular', openWhatsApp: 'Ir a WhatsApp' } }
    expect(await put(service(), { texts })).toMatchObject({ status: 200 })
    const spanish = await shown(service())
    expect(spanish.texts).toEqual({ ...partedTexts(FORM_TEXTS.es).first, phone: 'Tu celular' })
    expect(spanish.laterTexts).toEqual({
      ...partedTexts(FORM_TEXTS.es).later,
      openWhatsApp: 'Ir a WhatsApp',
    })
    const portuguese = await service().ask('/v1/forms/frm_demo?language=pt')
    expect(portuguese.as<FormView>().texts).toEqual(partedTexts(FORM_TEXTS.pt).first)
  })

  test('that says usted says it in its notice too, and a yes is to those very words', async () => {
    const informal = await shown(service())
    expect(await put(service(), { spanish: 'formal' })).toMatchObject({ status: 200 })
    const formal = await shown(service())
    expect(formal.texts.phone).toBe('Su número de WhatsApp')
    expect(formal.notice.howToStop).toContain('responda SALIR')
    expect(informal.notice.howToStop).toContain('responde SALIR')
    const hash = createHash('sha256').update(canonicalJson(formal.notice)).digest('hex')
    expect(formal.noticeToken.startsWith(`${hash}.`)).toBe(true)
    const phone = newPhone()
    await handedIn(service(), { noticeToken: formal.noticeToken, phone })
    const [optIn] = await history(service(), phone)
    expect(optIn?.act).toMatchObject({ notice: hash })
  })

  test('comes with the ink for its accents, and with nothing that is no look', async () => {
    const theme = { accent: '#7a4b2a', accentDark: '#ffd54f', scheme: 'auto', paper: '#000000' }
    expect(await put(service(), { theme })).toMatchObject({ status: 200 })
    expect((await shown(service())).theme).toEqual({
      scheme: 'auto',
      accent: '#7a4b2a',
      ink: '#ffffff',
      accentDark: '#ffd54f',
      inkDark: '#000000',
    })
  })

  test.each<[string, object, string, RegExp]>([
    [
      'whose accent is hard to see',
      { theme: { accent: '#ffd54f' } },
      'accent-hard-to-see',
      /1\.25:1/u,
    ],
    [
      'whose own words lose a gap',
      { texts: { es: { byHand: 'Envía esto' } } },
      'text-gaps-differ',
      /\{number\}/u,
    ],
    [
      'that answers a no in its own words',
      { texts: { es: { stopped: 'Uy' } } },
      'text-not-changeable',
      /openWhatsApp/u,
    ],
    ['that presses', { texts: { pt: { continue: 'Corra!' } } }, 'text-presses', /hurries/u],
    [
      'that writes Whatsapp',
      { texts: { en: { back: 'Whatsapp' } } },
      'whatsapp-misspelt',
      /one word/u,
    ],
  ])('%s is refused with a sentence that says what to do', async (_, change, rule, sentence) => {
    const before = await service().rows()
    const answer = await put(service(), change)
    expect(answer).toMatchObject({ status: 422, problem: 'document-refused' })
    const { refusals } = answer.as<{ refusals: readonly { rule: string; sentence: string }[] }>()
    const found = refusals.find((refusal) => refusal.rule === rule)
    expect(found?.sentence).toMatch(sentence)
    expect(await service().rows()).toEqual(before)
  })

  test.each([
    ['an address of nobody', { spanish: 'vos' }],
    ['a font of its own', { theme: { font: 'Comic Sans' } }],
    ['texts that are none', { texts: { es: 'Tu celular' } }],
  ])('with %s is no valid document', async (_, change) => {
    const answer = await put(service(), change)
    expect(answer).toMatchObject({ status: 422, problem: 'document-not-valid' })
  })
})
