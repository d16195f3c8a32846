import { describe, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { openService, PUBLIC_URL, serviceFor, SHOP } from '../support/service.ts'
import { newPhone } from './acts.ts'
import { open, postFields, readAloud, sayYes, typed, valueOf } from './page-forms.ts'

const FORM = '/f/frm_demo'
const TEXTS = FORM_TEXTS.es
const DAY = 24 * 60 * 60 * 1000

describe('a plain form that cannot be taken', () => {
  const service = serviceFor({ engine: 'sqlite' })

  test.each([
    ['a digit too few', 'MX', '551234567', 'Falta un dígito: un celular de México tiene 10.'],
    ['digits too many', 'BR', '119612345678', 'Sobra un dígito: un celular de Brasil tiene 11.'],
    ['nothing typed', 'MX', '', TEXTS['phone-empty']],
    ['letters', 'MX', 'cinco', TEXTS['phone-not-digits']],
    ['a number of nobody’s', 'MX', '0000000000', 'México'],
    ['a country that is not offered', 'MX', '+49 1512 3456789', TEXTS['phone-country-not-offered']],
  ])('with %s comes back as it was, with what to do', async (_, country, phone, sentence) => {
    const before = await service().rows()
    const page = await sayYes(service(), { country, phone, categories: 'offers' })
    expect(page.status).toBe(422)
    expect(readAloud(page)).toContain(sentence)
    expect(valueOf(page, 'phone')).toBe(phone)
    expect(page.text).toMatch(/name="phone"[^>]*aria-invalid="true"[^>]*autofocus/u)
    expect(page.text).toMatch(/<p id="phone-complaint"/u)
    expect(page.text).toMatch(/value="offers"[^>]*checked/u)
    expect(page.text).not.toMatch(/value="orders"[^>]*checked/u)
    expect(page.text).toContain(`<option value="${country}" selected`)
    expect(await service().rows()).toEqual(before)
  })

  test('without a tick says so at the boxes, which come first', async () => {
    const page = await sayYes(service(), { phone: '5512345678', categories: [] })
    expect(page.status).toBe(422)
    expect(readAloud(page)).toContain(TEXTS.tickMissing)
    expect(page.text).toMatch(/value="orders"[^>]*aria-invalid="true"[^>]*autofocus/u)
    expect(page.text).not.toMatch(/name="phone"[^>]*autofocus/u)
    expect(valueOf(page, 'phone')).toBe('5512345678')
  })

  test('is not begun anew by the widget, which would lose what was typed', async () => {
    const page = await sayYes(service(), { phone: '1' })
    expect(page.text).not.toContain('data-quiero')
    expect(page.text).not.toContain('<script')
  })

  test('reads a number without a country code as one of the chosen country alone', async () => {
    const page = await sayYes(service(), { country: 'MX', phone: '11 96123-4567' })
    expect(page.status).toBe(422)
    const right = await sayYes(service(), { country: 'MX', phone: '+55 11 96123-4567' })
    expect(right.status).toBe(200)
  })

  test('because its words have changed asks for each tick again, and keeps the number', async () => {
    const page = await open(service(), FORM)
    service().pass(30 * DAY + 1)
    const late = await sayYes(service(), {
      noticeToken: valueOf(page, 'noticeToken'),
      phone: '5512345678',
    })
    expect(late.status).toBe(409)
    expect(readAloud(late)).toContain(TEXTS.noticeChanged)
    expect(late.text).not.toMatch(/\schecked/u)
    expect(valueOf(late, 'phone')).toBe('5512345678')
    const again = await sayYes(service(), {
      noticeToken: valueOf(late, 'noticeToken'),
      phone: '5512345678',
    })
    expect(again.status).toBe(200)
  })

  test.each([
    ['a forged notice', { noticeToken: 'a.b.c' }],
    ['no attempt', { attempt: '' }],
    ['a category that is not offered', { categories: 'secrets' }],
    ['a country that is none', { country: '<b>' }],
    ['an answer that is none', { answer: 'maybe' }],
  ])('for %s stores nothing', async (_, fields) => {
    const before = await service().rows()
    const page = await sayYes(service(), { phone: '5512345678', ...fields })
    expect(page.status).toBe(422)
    expect(readAloud(page)).toContain(PAGE_TEXTS.es.startAgain)
    expect(await service().rows()).toEqual(before)
  })

  test('gives back markup as text', async () => {
    const page = await sayYes(service(), { phone: '"><script>alert(1)</script>' })
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).toContain('&lt;script&gt;')
  })

  test.each([SHOP, 'https://evil.example', `${PUBLIC_URL}.evil.example`])(
    'from the page %s is refused, yes and no alike',
    async (origin) => {
      const before = await service().rows()
      const yes = await sayYes(service(), { phone: '5512345678' }, { origin })
      const no = await postFields(service(), `${FORM}/stop`, { phone: '+525512345678' }, { origin })
      for (const page of [yes, no]) {
        expect(page.status).toBe(403)
        expect(readAloud(page)).toContain(PAGE_TEXTS.es.foreign)
      }
      expect(await service().rows()).toEqual(before)
    },
  )

  test.each([
    ['our own origin', { origin: PUBLIC_URL }],
    ['an origin that is hidden', { origin: 'null' }],
    ['none', {}],
    ['another name of ours', { origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' }],
  ])('is taken with %s', async (_, headers) => {
    const page = await sayYes(service(), { phone: typed(newPhone()) }, headers)
    expect(page.status).toBe(200)
  })
})

describe('a page that we cannot give', () => {
  test('says so to a person in a sentence, and names nothing of what was typed', async () => {
    const service = await openService({ engine: 'sqlite' })
    const page = await open(service, FORM)
    const fields = {
      noticeToken: valueOf(page, 'noticeToken'),
      attempt: valueOf(page, 'attempt'),
      country: 'MX',
      phone: '55 8765 4321',
      categories: 'offers',
      answer: 'yes',
    }
    await service.deps.memory.close()
    const answer = await postFields(service, FORM, fields)
    expect(answer.status).toBe(500)
    expect(readAloud(answer)).toContain(PAGE_TEXTS.es.trouble)
    expect(answer.text).not.toContain('8765')
    expect(service.faults).toHaveLength(1)
    const headers = { accept: 'application/json' }
    expect(await postFields(service, FORM, fields, headers)).toMatchObject({ problem: 'internal' })
    await service.close()
  })
})
