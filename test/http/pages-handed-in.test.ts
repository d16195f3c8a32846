import { describe, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { ENGINES } from '../support/databases.ts'
import { demoDocument, PUBLIC_URL, serviceFor } from '../support/service.ts'
import { by, history, newPhone, reasons, writes } from './acts.ts'
import { open, postFields, readAloud, sayYes, typed, valueOf } from './page-forms.ts'

const FORM = '/f/frm_demo'
const TEXTS = FORM_TEXTS.es
const DAY = 24 * 60 * 60 * 1000

const codeIn = (text: string): string => /#want (\w{7})/u.exec(text)?.[1] ?? ''

describe.each(ENGINES)('a plain form handed in on %s', (engine) => {
  const service = serviceFor({ engine })

  test('leads to the tap into WhatsApp, and counts when the message comes', async () => {
    const phone = newPhone()
    const page = await sayYes(
      service(),
      { phone: typed(phone) },
      {
        origin: PUBLIC_URL,
        'user-agent': 'a cheap phone',
      },
    )
    expect(page.status).toBe(200)
    const code = codeIn(readAloud(page))
    expect(page.text).toContain(`href="https://wa.me/5511912345678?text=%23want%20${code}`)
    expect(readAloud(page)).toContain(TEXTS.sendThis)
    expect(await reasons(service(), phone)).toEqual(['pending', 'pending'])
    const [optIn] = await history(service(), phone)
    expect(optIn).toMatchObject({
      act: { kind: 'opt_in', proof: 'asserted', source: 'form', form: 'frm_demo' },
      evidence: {
        phone,
        userAgent: 'a cheap phone',
        page: `${PUBLIC_URL}/f/frm_demo`,
        language: 'es',
      },
    })
    await writes(service(), by(phone), `#want ${code}`)
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
  })

  test('can be looked after by a button: not yet, confirmed, too late', async () => {
    const phone = newPhone()
    const page = await sayYes(service(), { phone: typed(phone), categories: 'offers' })
    const watching = { id: valueOf(page, 'id'), watch: valueOf(page, 'watch') }
    const look = () => postFields(service(), `${FORM}/status?language=es`, watching)
    const before = readAloud(await look())
    expect(before).toContain(PAGE_TEXTS.es.notYet)
    expect(codeIn(before)).toBe(codeIn(readAloud(page)))
    await writes(service(), by(phone), `#want ${codeIn(before)}`)
    const after = readAloud(await look())
    expect(after).toContain(TEXTS.confirmed)
    expect(after).toContain(`··· ${phone.slice(-4)})`)
    expect(after).toContain('Ofertas')
    expect(after).not.toContain('Pedidos')
    const late = await sayYes(service(), { phone: typed(newPhone()) })
    service().pass(DAY)
    const expired = await postFields(service(), `${FORM}/status?language=es`, {
      id: valueOf(late, 'id'),
      watch: valueOf(late, 'watch'),
    })
    expect(readAloud(expired)).toContain(PAGE_TEXTS.es.anotherCode)
  })

  test('is looked after by nobody else: a forged token finds nothing', async () => {
    const page = await sayYes(service(), { phone: typed(newPhone()) })
    const watching = { id: valueOf(page, 'id'), watch: `${valueOf(page, 'watch')}x` }
    for (const fields of [watching, {}]) {
      const answer = await postFields(service(), `${FORM}/status?language=es`, fields)
      expect(answer.status).toBe(404)
      expect(readAloud(answer)).toContain(PAGE_TEXTS.es.toForm)
      expect(answer.text).not.toContain(codeIn(page.text))
    }
  })

  test('is looked after at its own form alone', async () => {
    const demo = demoDocument()
    const second = demo.forms.map((form) => ({ ...form, id: 'frm_second' }))
    await service().load({ ...demo, forms: [...demo.forms, ...second] })
    const page = await sayYes(service(), { phone: typed(newPhone()) })
    const watching = { id: valueOf(page, 'id'), watch: valueOf(page, 'watch') }
    expect(await postFields(service(), '/f/frm_second/status', watching)).toMatchObject({
      status: 404,
    })
    expect(await postFields(service(), `${FORM}/status`, watching)).toMatchObject({ status: 200 })
  })

  test('twice is one act; changed after going back, it is another', async () => {
    const page = await open(service(), FORM)
    const [noticeToken, attempt] = [valueOf(page, 'noticeToken'), valueOf(page, 'attempt')]
    const phone = newPhone()
    const press = (categories: string) =>
      sayYes(service(), { noticeToken, attempt, phone: typed(phone), categories })
    const first = await press('offers')
    const before = await service().rows()
    const again = await press('offers')
    expect(codeIn(again.text)).toBe(codeIn(first.text))
    expect(await service().rows()).toEqual(before)
    const changed = await press('orders')
    expect(changed.status).toBe(200)
    expect(codeIn(changed.text)).not.toBe(codeIn(first.text))
    expect(await history(service(), phone)).toHaveLength(2)
  })

  test('that says no stores nothing, even with everything filled in', async () => {
    const before = await service().rows()
    const page = await sayYes(service(), { phone: typed(newPhone()), answer: 'no' })
    expect(page.status).toBe(200)
    expect(readAloud(page)).toContain('no te escribirá a raíz de este formulario')
    expect(await service().rows()).toEqual(before)
  })
})
