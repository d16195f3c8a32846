import { describe, expect, test } from 'vitest'
import type { Company } from '../../consent/company.ts'
import type { FormView } from '../../contract/form-view.ts'
import { demoDocument, openService, SHOP } from '../support/service.ts'
import { handedIn, handInMessage, newPhone, reasons, shown, tells } from './acts.ts'
import { linkBy, MAIL, NO_PHONE, partsOf, serviceOf, SMS, withDoors } from './ways.ts'

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
    const link = linkBy(way, ways)
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
    [
      'because it is read as another form’s',
      withForm({
        forms: [form, { ...form, id: 'frm_other' }],
        keywords: [
          { word: '#café', form: 'frm_other' },
          { word: '#cafe', form: 'frm_demo' },
        ],
      }),
    ],
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

  test('is not one where the form’s own keyword comes after another’s', async () => {
    const service = await openService({ engine: 'sqlite' })
    await service.load({
      ...demo,
      forms: [form, { ...form, id: 'frm_other' }],
      keywords: [
        { word: '#club', form: 'frm_other' },
        { word: '#cafe', form: 'frm_demo' },
      ],
    })
    const { ways } = await shown(service)
    expect(partsOf(ways.whatsapp ?? '').text).toBe('#cafe')
    await service.close()
  })

  test('has no sentence in its e-mail where the company’s name would make it a no', async () => {
    const service = await openService({ engine: 'sqlite' })
    await service.load({ ...withDoors(MAIL), name: 'Ya no me escriban' })
    const { ways } = await shown(service)
    expect(partsOf(ways.email ?? '')).toMatchObject({ text: null, subject: '#want' })
    await service.close()
  })

  test('still has links with a code, which names its form by itself', async () => {
    const service = await openService({ engine: 'sqlite' })
    await service.load(cases[0]?.[1] ?? demo)
    const { links } = await handedIn(service, { ...NO_PHONE, categories: 'offers' })
    const { text } = partsOf(links.whatsapp)
    const from = { phone: newPhone() }
    const heard = await handInMessage(service, { from, text, id: 'the code' })
    expect(heard.as<object>()).toMatchObject({ meaning: 'subscribe', granted: ['offers'] })
    await service.close()
  })
})
