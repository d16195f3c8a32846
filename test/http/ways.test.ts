import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Company } from '../../consent/company.ts'
import { fitsOneSms } from '../../consent/one-sms.ts'
import type { FormView } from '../../contract/form-view.ts'
import { demoDocument, type Service, serviceFor, SHOP } from '../support/service.ts'
import { by, handedIn, newPhone, reasons, shown, writes } from './acts.ts'
import { twoSenders } from './companies.ts'
import { linkBy, MAIL, NO_PHONE, partsOf, serviceOf, SMS, withDoors } from './ways.ts'

/** Hands the form in without a number, in one language. */
const codeIn = async (service: Service, language: string, categories = 'orders offers') => {
  const form = await service.ask(`/v1/forms/frm_demo?language=${language}`, { origin: SHOP })
  const { noticeToken } = form.as<FormView>()
  return handedIn(service, { ...NO_PHONE, noticeToken, language, categories })
}

describe('the ways to say yes with a code', () => {
  const service = serviceOf(withDoors(SMS, MAIL))

  test.each([
    ['es', 'Quiero recibir "Pedidos" y "Ofertas" de Café Aurora por WhatsApp.'],
    ['pt', 'Quero receber "Pedidos" e "Ofertas" de Café Aurora pelo WhatsApp.'],
    ['en', 'I want to receive "Orders" and "Offers" from Café Aurora on WhatsApp.'],
  ])('have an SMS in %s that is one SMS', async (language, words) => {
    const { code, links } = await codeIn(service(), language)
    const { to, text } = partsOf(links.sms ?? '')
    expect(to).toBe('sms:+5511912345670')
    expect(text).toBe(`#want ${code} ${words}`)
    expect(fitsOneSms(text ?? '')).toBe(true)
    expect(links.sms).toContain(`?body=%23want%20${code}%20`)
  })

  test.each([
    ['es', 'Sí, quiero recibir “Ofertas” de Café Aurora por WhatsApp.'],
    ['pt', 'Sim, quero receber “Ofertas” de Café Aurora pelo WhatsApp.'],
    ['en', 'Yes, I want to receive “Offers” from Café Aurora on WhatsApp.'],
  ])('have an e-mail in %s whose subject and body each say it alone', async (language, words) => {
    const { code, links } = await codeIn(service(), language, 'offers')
    const { to, text, subject } = partsOf(links.email ?? '')
    expect(to).toBe('mailto:want%2Bit@shop.example')
    expect(subject).toBe(`#want ${code}`)
    expect(text).toBe(`#want ${code}\r\n\r\n${words}`)
    expect(links.email).toContain('%0D%0A%0D%0A')
    expect(links.email).not.toContain('+')
  })

  test.each(
    LANGUAGES.flatMap((language) => ['whatsapp', 'sms', 'email'].map((way) => [language, way])),
  )(
    'in %s grant by the words of the draft for %s exactly what was ticked',
    async (language = '', way = '') => {
      const phone = newPhone()
      const { links } = await codeIn(service(), language, 'offers')
      const link = linkBy(way, links)
      await writes(service(), by(phone), partsOf(link).text ?? '')
      expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
    },
  )

  test('are the same for a number that was typed', async () => {
    const { links } = await handedIn(service(), { phone: newPhone() })
    expect(Object.keys(links)).toEqual(['whatsapp', 'sms', 'email'])
  })
})

describe('a company whose words an SMS would charge for twice', () => {
  const titles = { es: 'Promociones y regalías', pt: 'Promoções', en: 'Deals' }
  const named = (name: string, title = titles): Company => ({
    ...withDoors(SMS),
    name,
    categories: demoDocument().categories.map((category) =>
      category.id === 'offers' ? { ...category, title } : category,
    ),
  })
  const plain = serviceOf(named('Padaria São João da Boa Vista'))
  const bare = serviceOf(named('Café Aurora '.repeat(12).trim()))

  test('has them written without the accents that an SMS lacks', async () => {
    const { code, links } = await codeIn(plain(), 'pt', 'offers')
    expect(partsOf(links.sms ?? '').text).toBe(
      `#want ${code} Quero receber "Promocoes" de Padaria Sao Joao da Boa Vista pelo WhatsApp.`,
    )
  })

  test('has the code alone where nothing helps', async () => {
    const { code, links } = await codeIn(bare(), 'es')
    expect(partsOf(links.sms ?? '').text).toBe(`#want ${code}`)
  })
})

describe('a company whose words would make its own yes a no', () => {
  const titles = { es: 'Ya no me escriban', pt: 'Ofertas', en: 'Offers' }
  const categories = demoDocument().categories.map((category) =>
    category.id === 'offers' ? { ...category, title: titles } : category,
  )
  const service = serviceOf({ ...withDoors(SMS, MAIL), categories })

  test.each(['whatsapp', 'sms', 'email'])('has the code alone by %s', async (way) => {
    const phone = newPhone()
    const { code, links } = await codeIn(service(), 'es', 'offers')
    const { text } = partsOf(linkBy(way, links))
    expect(text).toBe(`#want ${code}`)
    await writes(service(), by(phone), text ?? '')
    expect(await reasons(service(), phone)).toEqual(['never_asked', 'consented'])
  })
})

describe('a way through a door', () => {
  const senders = twoSenders()
  const service = serviceOf({
    ...senders,
    doors: [
      { ...SMS, senders: ['second'] },
      { ...MAIL, senders: ['second', 'main'] },
      { id: 'later', kind: 'sms', phone: '+5511912345671', senders: ['main'] },
      { id: 'bot', kind: 'telegram', phone: '+5511912345672' },
    ],
  })
  const none = serviceFor({ engine: 'sqlite' })

  test('is there where the door speaks for the form’s sender', async () => {
    const { links } = await handedIn(service(), NO_PHONE)
    expect(partsOf(links.sms ?? '').to).toBe('sms:+5511912345671')
    expect(partsOf(links.email ?? '').to).toBe('mailto:want%2Bit@shop.example')
    const { ways } = await shown(service())
    expect(ways.sms).toBe('sms:+5511912345671?body=%23want')
  })

  test('is not there where the company has no such door', async () => {
    const { links } = await handedIn(none(), NO_PHONE)
    expect(Object.keys(links)).toEqual(['whatsapp'])
    const { ways } = await shown(none())
    expect(ways).toEqual({
      whatsapp: 'https://wa.me/5511912345678?text=%23want',
      sms: null,
      email: null,
    })
  })
})
