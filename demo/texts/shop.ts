import type { Language } from '../../consent/company.ts'

/** What the shop's page says, around the widget. */
export type ShopTexts = {
  readonly title: string
  readonly menu: readonly [string, string, string]
  readonly thanks: string
  readonly order: string
  readonly steps: readonly [string, string, string]
  readonly coffee: string
  readonly price: string
  readonly askTitle: string
  readonly footer: string
}

/** The shop in each language. */
export const SHOP_TEXTS: Readonly<Record<Language, ShopTexts>> = {
  es: {
    title: 'Café Aurora: tu pedido',
    menu: ['Cafés', 'Suscripción', 'Nuestra historia'],
    thanks: '¡Gracias, Ana!',
    order: 'Pedido 1042',
    steps: ['Recibido', 'Tostando', 'En camino'],
    coffee: 'Huila lavado, 500 g',
    price: '$ 389',
    askTitle: '¿Te avisamos por WhatsApp?',
    footer: 'Café Aurora es una tienda inventada para esta demostración.',
  },
  pt: {
    title: 'Café Aurora: seu pedido',
    menu: ['Cafés', 'Assinatura', 'Nossa história'],
    thanks: 'Obrigado, Ana!',
    order: 'Pedido 1042',
    steps: ['Recebido', 'Torrando', 'A caminho'],
    coffee: 'Huila lavado, 500 g',
    price: 'R$ 98',
    askTitle: 'Avisamos você pelo WhatsApp?',
    footer: 'Café Aurora é uma loja inventada para esta demonstração.',
  },
  en: {
    title: 'Café Aurora: your order',
    menu: ['Coffees', 'Subscription', 'Our story'],
    thanks: 'Thank you, Ana!',
    order: 'Order 1042',
    steps: ['Received', 'Roasting', 'On its way'],
    coffee: 'Washed Huila, 500 g',
    price: '$21',
    askTitle: 'Shall we tell you on WhatsApp?',
    footer: 'Café Aurora is a shop made up for this demonstration.',
  },
}
