import { describe, expect, test } from 'vitest'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { ENGINES } from '../support/databases.ts'
import { type Answer, serviceFor } from '../support/service.ts'
import { by, history, maySend, newPhone, person, reasons, writes } from './acts.ts'
import { twoSenders } from './companies.ts'
import { open, postFields, readAloud, valueOf, type Fields } from './page-forms.ts'

const STOP = '/f/frm_demo/stop'

/** How many things there are to fill in, choose or press. */
const controls = ({ text }: Answer): number =>
  [...text.matchAll(/<(?:input|select|button)\b/gu)].length

describe.each(ENGINES)('the page that stops on %s', (engine) => {
  const service = serviceFor({ engine })
  const stop = (fields: Fields) => postFields(service(), `${STOP}?language=es`, fields)

  const consented = async (): Promise<string> => {
    const phone = newPhone()
    await writes(service(), by(phone), '#want')
    service().pass(2_000)
    return phone
  }

  test('asks for the number and nothing else: less than saying yes does', async () => {
    const page = await open(service(), STOP)
    const yes = await open(service(), '/f/frm_demo')
    expect(controls(page)).toBe(3)
    expect(controls(page)).toBeLessThan(controls(yes))
    expect(readAloud(page)).toContain(FORM_TEXTS.es.typeToStop)
    expect(readAloud(page)).toContain(PAGE_TEXTS.es.anyCountry)
  })

  test('stops everything at once, and answers the same whether the number is known or not', async () => {
    const phone = await consented()
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    const known = await stop({ country: 'MX', phone: phone.replace('+52', '') })
    const unknown = await stop({ country: 'MX', phone: newPhone().replace('+52', '') })
    expect(known.status).toBe(200)
    expect(readAloud(known)).toContain('ya no le escribirá a ese número')
    expect(unknown.status).toBe(known.status)
    expect(readAloud(unknown)).toBe(readAloud(known))
    expect(unknown.text.length).toBe(known.text.length)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test('keeps what proves the no, and where it was said', async () => {
    const phone = newPhone()
    await stop({ country: 'MX', phone })
    const [optOut] = await history(service(), phone)
    expect(optOut).toMatchObject({
      act: { kind: 'opt_out', source: 'form', categories: null, senders: ['main'] },
      evidence: { phone, page: 'https://quiero.example/f/frm_demo/stop', language: 'es' },
    })
  })

  test('stops a number of a country that the form does not offer, and one that never was here', async () => {
    expect(await stop({ country: 'MX', phone: '+49 1512 3456789' })).toMatchObject({ status: 200 })
    expect(await maySend(service(), '+4915123456789')).toMatchObject({ reason: 'blocked' })
  })

  test('takes a second press, long after, as a second no', async () => {
    const phone = await consented()
    const again = { country: 'MX', phone }
    await stop(again)
    await writes(service(), by(phone), '#volver')
    expect(await reasons(service(), phone)).toEqual(['consented', 'consented'])
    service().pass(2_000)
    await stop(again)
    expect(await reasons(service(), phone)).toEqual(['blocked', 'blocked'])
  })

  test.each([
    ['551234567', 'Falta un dígito'],
    ['', FORM_TEXTS.es['phone-empty']],
    ['<b>', FORM_TEXTS.es['phone-not-digits']],
  ])('says what is wrong with "%s" beside it, and stops nobody', async (phone, sentence) => {
    const before = await service().rows()
    const page = await stop({ country: 'MX', phone })
    expect(page.status).toBe(422)
    expect(readAloud(page)).toContain(sentence)
    expect(page.text).toMatch(/name="phone"[^>]*aria-invalid="true"[^>]*autofocus/u)
    expect(valueOf(page, 'phone')).toBe(phone.replace('<b>', '&lt;b&gt;'))
    expect(await service().rows()).toEqual(before)
  })

  test('counts at every sender of the company', async () => {
    await service().load(twoSenders())
    const phone = newPhone()
    await stop({ country: 'MX', phone })
    const { senders } = await person(service(), phone)
    expect(senders.map(({ sender, blocked }) => [sender, blocked])).toEqual([
      ['main', true],
      ['second', true],
    ])
  })
})
