import { html } from 'hono/html'
import type { Language } from '../consent/company.ts'
import { SHOP_TEXTS, type ShopTexts } from './texts/shop.ts'

/** The pages of the shop, each with the form in another place. */
export type ShopPage = keyof ShopTexts['menu']

/** Where a page is, and how its script tag says where the form stands. */
const PAGES = {
  coffees: { path: '/coffees', placing: 'data-float' },
  checkout: { path: '/checkout', placing: 'data-attach=#phone' },
  order: { path: '/', placing: '' },
} as const

const MENU = ['coffees', 'checkout', 'order'] as const satisfies readonly ShopPage[]

/** One page of the shop, as the client would have written it: one script tag of Quiero's, and no other. */
export const shopPage = (page: ShopPage, language: Language, quiero: string) => {
  const texts = SHOP_TEXTS[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title}: ${texts.menu[page]}</title>
        <link rel="icon" href="/demo/aurora.svg" />
        <link rel="stylesheet" href="/demo/shop.css" />
        <script src="${quiero}/f/frm_demo.js" ${PAGES[page].placing} async></script>
      </head>
      <body>
        ${shopHeader(page, language, texts)}
        <main>${MAINS[page](texts, language)}</main>
        <footer>${texts.footer}</footer>
      </body>
    </html>`
}

const shopHeader = (page: ShopPage, language: Language, { menu, menuName }: ShopTexts) => html`
  <header>
    <p class="brand">
      <img src="/demo/aurora.svg" alt="" width="34" height="34" /> <span>Café Aurora</span>
    </p>
    <nav aria-label="${menuName}">
      <ul class="menu">
        ${MENU.map(
          (each) =>
            html`<li>
              <a
                href="${PAGES[each].path}?lang=${language}"
                aria-current="${each === page ? 'page' : 'false'}"
                >${menu[each]}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
  </header>
`

/** The form in the flow of the page, after an order. */
const orderMain = (texts: ShopTexts) => html`
  <section class="order" aria-labelledby="thanks">
    <img class="bag" src="/demo/bag.svg" alt="" width="80" height="100" />
    <div>
      <p class="number">${texts.order}</p>
      <h1 id="thanks">${texts.thanks}</h1>
      ${boughtLine(texts)}
      <ol class="steps">
        ${texts.steps.map(
          (step, index) => html`<li class="${index < 2 ? 'done' : 'next'}">${step}</li>`,
        )}
      </ol>
    </div>
  </section>
  <section class="ask" aria-labelledby="ask-title">
    <h2 id="ask-title">${texts.askTitle}</h2>
    <div data-quiero="frm_demo"></div>
  </section>
`

const boughtLine = ({ coffee, price }: ShopTexts) =>
  html`<p class="line"><span>${coffee}</span> <b>${price}</b></p>`

/** A page with things to look at, and the form behind a button in its corner. */
const coffeesMain = (texts: ShopTexts, language: Language) => html`
  <h1 class="title">${texts.coffeesTitle}</h1>
  <ul class="coffees">
    ${texts.coffees.map(
      ({ name, notes, price }, index) => html`
        <li>
          <img class="bag" src="/demo/bag.svg" alt="" width="80" height="100" />
          <div>
            <h2 id="coffee-${index}">${name}</h2>
            <p class="number">${notes}</p>
            <p><b>${price}</b></p>
          </div>
          <a
            class="buy"
            id="buy-${index}"
            aria-labelledby="buy-${index} coffee-${index}"
            href="${PAGES.checkout.path}?lang=${language}"
            >${texts.buy}</a
          >
        </li>
      `,
    )}
  </ul>
`

/** The page's own phone field, and the form beneath it. */
const checkoutMain = (texts: ShopTexts, language: Language) => html`
  <h1 class="title">${texts.checkoutTitle}</h1>
  <form class="checkout" method="post" action="${PAGES.checkout.path}?lang=${language}">
    <section class="order">
      <img class="bag" src="/demo/bag.svg" alt="" width="80" height="100" />
      ${boughtLine(texts)}
    </section>
    <label>${texts.fields.name} <input name="name" autocomplete="name" value="Ana" /></label>
    <label>${texts.fields.address} <input name="address" autocomplete="street-address" /></label>
    <label
      >${texts.fields.phone}
      <input id="phone" name="phone" type="tel" autocomplete="tel" value="+52 55 1234 5678"
    /></label>
    <button class="buy">${texts.pay}</button>
  </form>
`

const MAINS = { order: orderMain, coffees: coffeesMain, checkout: checkoutMain } as const
