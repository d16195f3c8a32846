import examples from 'libphonenumber-js/mobile/examples'
import metadata from 'libphonenumber-js/max/metadata'
import type { Company, Form, Language } from '../../consent/company.ts'
import { FORM_TEXTS, partedTexts } from '../../consent/form-texts.ts'
import { noticeOf } from '../../consent/notice.ts'
import { numberingOf, type CountryNumbering } from '../../consent/numbering.ts'
import type { FormView } from '../../contract/form-view.ts'

/** Countries for the tests: ours, and what is awkward elsewhere. */
export const COUNTRIES = ['MX', 'AR', 'BR', 'CO', 'CL', 'PE', 'UY', 'EC', 'ES', 'US']

/** How numbers are written in some countries, from the library's own metadata. */
export const plansOf = (countries: readonly string[]): readonly CountryNumbering[] =>
  countries.flatMap((country) => numberingOf(country, metadata, exampleFor(country)) ?? [])

const exampleFor = (country: string): string =>
  Object.entries(examples).find(([code]) => code === country)?.[1] ?? ''

const FORM: Form = {
  id: 'frm_test',
  sender: 'main',
  categories: ['orders', 'offers'],
  origins: [],
  countries: COUNTRIES,
}

const COMPANY: Company = {
  id: 'aurora',
  name: 'Café Aurora',
  businessManagerId: '1234567890',
  privacyUrl: 'https://cafe-aurora.example/privacidad',
  languages: ['es', 'pt', 'en'],
  categories: [
    {
      id: 'orders',
      kind: 'utility',
      title: { es: 'Pedidos', pt: 'Pedidos', en: 'Orders' },
      example: {
        es: '¡Hola, Ana! Tu pedido de café en grano ya salió y llega hoy entre las 16 y las 18 h.',
        pt: 'Oi, Ana! Seu pedido de café em grãos já saiu e chega hoje entre 16h e 18h.',
        en: 'Hi Ana! Your order of whole-bean coffee is on its way and arrives today.',
      },
      frequency: { atMost: 3, per: 'order' },
    },
    {
      id: 'offers',
      kind: 'marketing',
      title: { es: 'Ofertas', pt: 'Ofertas', en: 'Offers' },
      example: {
        es: 'Esta semana tostamos un Huila con notas de panela: 15 % menos hasta el domingo.',
        pt: 'Esta semana torramos um Sul de Minas com notas de chocolate: 15% de desconto.',
        en: 'This week we are roasting a Huila with notes of brown sugar: 15% off.',
      },
      frequency: { atMost: 4, per: 'month' },
    },
  ],
  senders: [{ id: 'main', phone: '+5511912345678', displayName: 'Café Aurora', badge: 'verified' }],
  forms: [FORM],
}

/** The form in one language, as the server hands it to the widget. */
export const viewIn = (language: Language): FormView => ({
  form: FORM.id,
  language,
  languages: COMPANY.languages,
  notice: noticeOf(COMPANY, FORM, language),
  texts: partedTexts(FORM_TEXTS[language]).first,
  laterTexts: partedTexts(FORM_TEXTS[language]).later,
  noticeToken: `token-${language}`,
  countries: plansOf(COUNTRIES).map((plan) => ({
    ...plan,
    name: new Intl.DisplayNames([language], { type: 'region' }).of(plan.country) ?? '',
  })),
  theme: {},
  ways: {
    whatsapp: 'https://wa.me/5511912345678?text=%23want',
    sms: 'sms:+5511912345679?body=%23want',
    email: 'mailto:quiero@cafe-aurora.example?subject=%23want',
  },
  chat: 'https://wa.me/5511912345678?text=%23want',
})
