import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, type Company, type Door } from '../../consent/company.ts'
import { fitsOneSms } from '../../consent/one-sms.ts'
import type { FormView } from '../../contract/form-view.ts'
import type { FormHandedIn } from '../../contract/opt-in.ts'
import { demoDocument, openService, type Service, serviceFor, SHOP } from '../support/service.ts'
import { by, handedIn, handInMessage, newPhone, reasons, shown, tells, writes } from './acts.ts'
import { twoSenders } from './companies.ts'

const SMS = { id: 'sms', kind: 'twilio-sms', phone: '+5511912345670' }
const MAIL = { id: 'mail', kind: 'postmark', address: 'want+it@shop.example' }

const NO_PHONE = { phone: undefined }

/** The parts of a link that a page or a phone reads. */
const partsOf = (link: string) => {
  const { protocol, pathname, searchParams } = new URL(link)
  const text = searchParams.get('text') ?? searchParams.get('body')
  return { to: protocol + pathname, text, subject: searchParams.get('subject') }
}

/** A service for one document. */
const serviceOf = (document: Company): (() => Service) => {
  let service: Service | undefined
  beforeAll(async () => {
    service = await openService({ engine: 'sqlite' })
    await service.load(document)
  })
  afterAll(() => service?.close())
  return () => {
    if (!service) throw new Error('the service is not open yet')
    return service
  }
}

const withDoors = (...doors: readonly Door[]): Company => ({ ...demoDocument(), doors })

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
      const link = Object.entries(links).find(([name]) => name === way)?.[1] ?? ''
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

describe('the ways before there is a code', () => {
  const service = serviceOf(withDoors(SMS, MAIL))

  test.each([
    ['es', 'Sí, quiero recibir de Café Aurora por WhatsApp lo que dice el asunto de este correo.'],
    ['pt', 'Sim, quero receber de Café Aurora pelo WhatsApp o que está no assunto deste e-mail.'],
    [
      'en',
      'Yes, I want to receive what the subject of this e-mail says from Café Aurora on WhatsApp.',
    ],
  ])('stand in the form in %s', async (language, words) => {
    const form = await service().ask(`/v1/forms/frm_demo?language=${language}`, { origin: SHOP })
    const { ways, chat } = form.as<FormView>()
    expect(ways.whatsapp).toBe('https://wa.me/5511912345678?text=%23want')
    expect(chat).toBe(ways.whatsapp)
    expect(ways.sms).toBe('sms:+5511912345670?body=%23want')
    expect(partsOf(ways.email ?? '')).toEqual({
      to: 'mailto:want%2Bit@shop.example',
      text: words,
      subject: '#want',
    })
    expect(ways.email).toMatch(/&subject=%23want$/u)
  })

  test.each(
    ['whatsapp', 'sms', 'email'].flatMap((way) =>
      [['orders'], ['offers'], ['orders', 'offers'], ['offers', 'orders']].map(
        (ticked) => [way, ticked] as const,
      ),
    ),
  )('by %s with %j after it grant exactly those', async (way, ticked) => {
    const phone = newPhone()
    const { ways } = await shown(service())
    const link = Object.entries(ways).find(([name]) => name === way)?.[1] ?? ''
    const { text, subject } = partsOf(`${link}%20${ticked.join('%20')}`)
    const { granted } = await tells(service(), phone, subject ?? text ?? '')
    expect(granted.toSorted()).toEqual([...ticked].toSorted())
    expect(await reasons(service(), phone)).toEqual(
      ['orders', 'offers'].map((id) => (ticked.includes(id) ? 'consented' : 'never_asked')),
    )
  })

  test.each([
    ['#want Pedidos', ['orders']],
    ['#want Ofertas', ['offers']],
    ['#want Orders, Offers', ['orders', 'offers']],
    ['#want Pedidos y Ofertas', ['orders', 'offers']],
    ['#want Pedidos e Ofertas', ['orders', 'offers']],
    ['#want Orders and Offers', ['orders', 'offers']],
    ['#want offers Pedidos', ['orders', 'offers']],
    ['#want “Ofertas”', ['offers']],
  ])('may be written by hand: "%s" grants %j', async (text, categories) => {
    expect((await tells(service(), newPhone(), text)).granted).toEqual(categories)
  })

  test.each([
    '#want offers Sí, quiero recibir “Ofertas” de Café Aurora por WhatsApp.',
    '#want offers Sim, quero receber “Ofertas” de Café Aurora pelo WhatsApp.',
    '#want offers Yes, I want to receive “Offers” from Café Aurora on WhatsApp.',
    '#want offers por favor',
    'Quiero #want offers',
    'Sí, quiero recibir de Café Aurora por WhatsApp lo que dice el asunto de este correo.',
  ])('take no other words: "%s" grants nothing', async (text) => {
    expect((await tells(service(), newPhone(), text)).granted).toEqual([])
  })
})

describe('a form whose keyword would not say exactly what was ticked', () => {
  const demo = demoDocument()
  const form = demo.forms[0]
  if (!form) throw new Error('demo/company.json has changed')
  const withForm = (change: Partial<Company>): Company => ({ ...demo, ...change })
  const cases: readonly (readonly [string, Company])[] = [
    [
      'because it is another form’s',
      withForm({
        forms: [form, { ...form, id: 'frm_other' }],
        keywords: [{ word: '#want', form: 'frm_other' }],
      }),
    ],
    ['because there is none', withForm({ keywords: [] })],
    [
      'because a category is called like a stop',
      withForm({
        categories: demo.categories.map((category) =>
          category.id === 'orders' ? { ...category, id: 'stop' } : category,
        ),
        forms: [{ ...form, categories: ['stop', 'offers'] }],
      }),
    ],
  ]

  test.each(cases)('gives no link that would grant something else, %s', async (_, document) => {
    const service = await openService({ engine: 'sqlite' })
    await service.load({ ...document, doors: [SMS, MAIL] })
    const { ways, chat } = await shown(service)
    expect(ways).toEqual({ whatsapp: null, sms: null, email: null })
    expect(chat).toBeNull()
    await service.close()
  })

  test('still has links with a code, which names its form by itself', async () => {
    const service = await openService({ engine: 'sqlite' })
    await service.load(cases[0]?.[1] ?? demo)
    const { links } = await handedIn(service, { ...NO_PHONE, categories: 'offers' })
    const { text } = partsOf((links satisfies FormHandedIn['links']).whatsapp)
    const from = { phone: newPhone() }
    const heard = await handInMessage(service, { from, text, id: 'the code' })
    expect(heard.as<object>()).toMatchObject({ meaning: 'subscribe', granted: ['offers'] })
    await service.close()
  })
})
