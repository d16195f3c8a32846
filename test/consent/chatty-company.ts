import type { Category, Company, Form, Sender } from '../../consent/company.ts'

const category = (id: string, kind: Category['kind'], title: Category['title']): Category => ({
  id,
  kind,
  title,
  example: title,
  frequency: { atMost: 4, per: 'month' },
})

const form = (id: string, sender: string, categories: readonly string[]): Form => ({
  id,
  sender,
  categories,
  origins: ['https://shop.example'],
  countries: ['MX'],
})

const sender = (id: string, displayName: string): Sender => ({
  id,
  phone: '+5215512345678',
  displayName,
  badge: 'verified',
})

export const MAIN = sender('main', 'Café Aurora')
export const SECOND = sender('second', 'Aurora Express')

/** A company with keywords of every shape, titles of several words and two senders. */
export const CHATTY: Company = {
  id: 'demo',
  name: 'Café Aurora',
  businessManagerId: '1234567890',
  privacyUrl: 'https://shop.example/privacy',
  languages: ['es', 'pt', 'en'],
  categories: [
    category('orders', 'utility', { es: 'Pedidos', pt: 'Pedidos', en: 'Orders' }),
    category('offers', 'marketing', { es: 'Ofertas', pt: 'Ofertas', en: 'Offers' }),
    category('news', 'marketing', {
      es: 'Ofertas y novedades',
      pt: 'Promoções e novidades',
      en: 'Offers and news',
    }),
    category('support-hours', 'service', { es: 'Horario de atención' }),
  ],
  senders: [MAIN, SECOND],
  keywords: [
    { word: '#want', form: 'frm_main' },
    { word: '#want', form: 'frm_second' },
    { word: '#want more', form: 'frm_more' },
    { word: 'quiero', form: 'frm_main' },
    { word: '***', form: 'frm_main' },
    { word: '#gone', form: 'frm_gone' },
  ],
  forms: [
    form('frm_main', 'main', ['orders', 'offers', 'news']),
    form('frm_more', 'main', ['support-hours']),
    form('frm_second', 'second', ['orders']),
  ],
}
