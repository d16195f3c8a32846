import type { Language } from '../../consent/company.ts'

/** A coffee of the shop: its name, what it tastes of, its price. */
export type Coffee = { readonly name: string; readonly notes: string; readonly price: string }

/** What the shop's pages say, around the widget. */
export type ShopTexts = {
  readonly title: string
  /** The shop's pages, in the order in which one goes through them. */
  readonly menu: { readonly coffees: string; readonly checkout: string; readonly order: string }
  readonly menuName: string
  readonly thanks: string
  readonly order: string
  readonly steps: readonly [string, string, string]
  readonly coffee: string
  readonly price: string
  readonly askTitle: string
  readonly coffeesTitle: string
  readonly coffees: readonly Coffee[]
  readonly buy: string
  readonly checkoutTitle: string
  readonly fields: { readonly name: string; readonly address: string; readonly phone: string }
  readonly pay: string
  readonly footer: string
}

/** The shop in each language. */
export const SHOP_TEXTS: Readonly<Record<Language, ShopTexts>> = {
  es: {
    title: 'Café Aurora',
    menu: { coffees: 'Cafés', checkout: 'Pagar', order: 'Tu pedido' },
    menuName: 'La tienda',
    thanks: '¡Gracias, Ana!',
    order: 'Pedido 1042',
    steps: ['Recibido', 'Tostando', 'En camino'],
    coffee: 'Huila lavado, 500\u00A0g',
    price: '$ 389',
    askTitle: '¿Te avisamos por WhatsApp?',
    coffeesTitle: 'Tostados esta semana',
    coffees: [
      { name: 'Huila lavado', notes: 'Panela, naranja y cacao', price: '$ 389' },
      { name: 'Antigua honey', notes: 'Miel, durazno y nuez', price: '$ 412' },
      { name: 'Sul de Minas natural', notes: 'Chocolate y frutos secos', price: '$ 365' },
    ],
    buy: 'Comprar',
    checkoutTitle: 'Pagar',
    fields: { name: 'Nombre', address: 'Dirección', phone: 'Teléfono para la entrega' },
    pay: 'Pagar',
    footer: 'Café Aurora es una tienda inventada para esta demostración.',
  },
  pt: {
    title: 'Café Aurora',
    menu: { coffees: 'Cafés', checkout: 'Pagar', order: 'Seu pedido' },
    menuName: 'A loja',
    thanks: 'Obrigado, Ana!',
    order: 'Pedido 1042',
    steps: ['Recebido', 'Torrando', 'A caminho'],
    coffee: 'Huila lavado, 500\u00A0g',
    price: 'R$ 98',
    askTitle: 'Avisamos você pelo WhatsApp?',
    coffeesTitle: 'Torrados nesta semana',
    coffees: [
      { name: 'Huila lavado', notes: 'Rapadura, laranja e cacau', price: 'R$ 98' },
      { name: 'Antigua honey', notes: 'Mel, pêssego e noz', price: 'R$ 104' },
      { name: 'Sul de Minas natural', notes: 'Chocolate e frutas secas', price: 'R$ 89' },
    ],
    buy: 'Comprar',
    checkoutTitle: 'Pagar',
    fields: { name: 'Nome', address: 'Endereço', phone: 'Telefone para a entrega' },
    pay: 'Pagar',
    footer: 'Café Aurora é uma loja inventada para esta demonstração.',
  },
  en: {
    title: 'Café Aurora',
    menu: { coffees: 'Coffees', checkout: 'Checkout', order: 'Your order' },
    menuName: 'The shop',
    thanks: 'Thank you, Ana!',
    order: 'Order 1042',
    steps: ['Received', 'Roasting', 'On its way'],
    coffee: 'Washed Huila, 500\u00A0g',
    price: '$21',
    askTitle: 'Shall we tell you on WhatsApp?',
    coffeesTitle: 'Roasted this week',
    coffees: [
      { name: 'Washed Huila', notes: 'Brown sugar, orange, cocoa', price: '$21' },
      { name: 'Antigua honey', notes: 'Honey, peach, walnut', price: '$23' },
      { name: 'Natural Sul de Minas', notes: 'Chocolate and dried fruit', price: '$19' },
    ],
    buy: 'Buy',
    checkoutTitle: 'Checkout',
    fields: { name: 'Name', address: 'Address', phone: 'Phone for the delivery' },
    pay: 'Pay',
    footer: 'Café Aurora is a shop made up for this demonstration.',
  },
}
