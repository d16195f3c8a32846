import { beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../consent/company.ts'
import { FORM_TEXTS } from '../../consent/form-texts.ts'
import { PAGE_TEXTS } from '../../consent/page-texts.ts'
import { serviceFor } from '../support/service.ts'
import { otherCompany, twoSenders } from './companies.ts'
import { open, postFields, readAloud, valueOf } from './page-forms.ts'

const PAGE = '/n/demo/main'
const WORDS = PAGE_TEXTS.es.sender

const named = (text: string, company = 'Café Aurora'): string =>
  text.replaceAll('{company}', company)

describe('"is this number really theirs?"', () => {
  const service = serviceFor({ engine: 'sqlite' })

  beforeAll(async () => {
    await service().load(twoSenders())
    await service().load(otherCompany())
  })

  const check = (number: string, page = PAGE) => postFields(service(), page, { number })

  test.each(LANGUAGES)('says in %s all that helps to tell', async (language) => {
    const page = await open(service(), `${PAGE}?language=${language}`)
    expect(page.status).toBe(200)
    const said = readAloud(page)
    const { sender } = PAGE_TEXTS[language]
    expect(said).toContain('+55 11 91234 5678')
    expect(said).toContain(FORM_TEXTS[language].verified)
    expect(said).toContain(sender.badge.verified)
    for (const thing of sender.never) expect(said).toContain(thing)
    for (const text of [sender.stopHow, sender.blockHow, sender.trademark, sender.pasteHow]) {
      expect(said).toContain(text)
    }
    expect(said).not.toMatch(/\{\w+\}/u)
    expect(page.text).toContain('href="https://cafe-aurora.example/privacidad"')
    expect(page.text).toContain(`/f/frm_demo/stop?language=${language}`)
  })

  test.each([
    '+55 11 91234-5678',
    '+5511912345678',
    '5511912345678',
    '0055 11 91234 5678',
    '(11) 91234-5678',
    '11 91234 5678',
    '\u202A+55 11 91234\u20115678\u202C',
    'tel:+55-11-91234-5678',
  ])('knows the number however it is written: %s', async (number) => {
    const page = await check(number)
    expect(page.status).toBe(200)
    expect(readAloud(page)).toContain(named(WORDS.isTheirs))
  })

  test('knows a number without the ninth digit, as WhatsApp shows old accounts', async () => {
    await service().load({
      ...otherCompany(),
      senders: otherCompany().senders.map((sender) => ({ ...sender, phone: '+5511987654321' })),
    })
    const page = await check('+55 11 8765-4321', '/n/other/main')
    expect(readAloud(page)).toContain(named(WORDS.isTheirs, 'Librería Sur'))
  })

  test('knows a number that no numbering plan has, such as a provider’s test number', async () => {
    const [main] = twoSenders().senders
    if (!main) throw new Error('demo/company.json has changed')
    const { provider: _, ...trial } = { ...main, id: 'trial', phone: '+15550001111' }
    await service().load({ ...twoSenders(), senders: [...twoSenders().senders, trial] })
    for (const number of ['+1 555-000-1111', '1 555 000 1111']) {
      const page = await check(number, '/n/demo/trial')
      expect(readAloud(page)).toContain(named(WORDS.isTheirs))
    }
  })

  test('knows the company’s other numbers too, and says that it is another', async () => {
    const page = await check('+55 11 91234-5679')
    expect(readAloud(page)).toContain(named(WORDS.isTheirsToo))
  })

  test.each([
    ['of somebody else', '+52 55 1234 5678'],
    ['that differs in one digit', '+55 11 91234 5677'],
    ['of another company here', '+55 11 98765 4321'],
    ['of somebody else, without the plus', '52 55 1234 5678'],
    ['that no plan knows', '+999 1234 56789'],
    ['whose end alone is ours', '+351 911 912 345'],
  ])('says no to a number %s, and what to do', async (_, number) => {
    const page = await check(number)
    expect(page.status).toBe(200)
    expect(readAloud(page)).toContain(named(WORDS.isNotTheirs))
    expect(readAloud(page)).toContain(WORDS.isNotTheirsAbout)
  })

  test.each(['', 'Café Aurora', '+55 11 9123', '12', '9'.repeat(900)])(
    'asks again for what it cannot read: %s',
    async (number) => {
      const page = await check(number)
      expect(page.status).toBe(422)
      expect(readAloud(page)).toContain(WORDS.unclear)
      expect(page.text).toMatch(/name="number"[^>]*aria-invalid="true"[^>]*autofocus/u)
      expect(valueOf(page, 'number')).toBe(number)
    },
  )

  test('keeps nothing of what was pasted, gives back nothing of it, and puts it into no address', async () => {
    const before = await service().rows()
    const page = await check('+52 55 8765 4321')
    expect(page.text).not.toMatch(/8765|87654321/u)
    expect(await service().rows()).toEqual(before)
    expect(page.text).toContain('method="post"')
    expect((await open(service(), `${PAGE}?number=%2B5511912345678`)).text).not.toContain(
      'role="status"',
    )
  })
})
