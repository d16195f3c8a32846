import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../consent/company.ts'
import { builtFiles } from './built.ts'
import { clientBackend } from './client-backend.ts'
import { besides, originsOf, type Ports } from './origins.ts'
import { webviewRoutes } from './in-app.ts'
import { policy } from './page.ts'
import { readLanguage } from './stage.ts'
import { SHOP_TEXTS, type ShopTexts } from './texts/shop.ts'

/** The client's own site: the shop's page with Quiero's one script tag, and behind it the shop's backend. */
export const shopApp = (ports: Ports): Hono =>
  new Hono()
    .get('/', (c) => {
      const language = readLanguage(c.req.query('lang'), c.req.header('accept-language'))
      const quiero = besides(c.req.url, ports.quiero)
      c.header(
        'Content-Security-Policy',
        policy({
          'script-src': [quiero],
          'connect-src': [quiero],
          'frame-ancestors': originsOf(ports.quiero),
        }),
      )
      c.header('Cache-Control', 'no-store')
      return c.html(shopPage(language, quiero))
    })
    .route('/', webviewRoutes(ports))
    .route('/', clientBackend(ports))
    .route('/', builtFiles())

const shopPage = (language: Language, quiero: string) => {
  const texts = SHOP_TEXTS[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title}</title>
        <link rel="icon" href="/demo/aurora.svg" />
        <link rel="stylesheet" href="/demo/shop.css" />
        <script src="${quiero}/f/frm_demo.js" async></script>
      </head>
      <body>
        ${shopHeader(texts)}
        <main>
          ${orderCard(texts)}
          <section class="ask" aria-labelledby="ask-title">
            <h2 id="ask-title">${texts.askTitle}</h2>
            <div data-quiero="frm_demo"></div>
          </section>
        </main>
        <footer>${texts.footer}</footer>
      </body>
    </html>`
}

const shopHeader = ({ menu }: ShopTexts) => html`
  <header>
    <p class="brand">
      <img src="/demo/aurora.svg" alt="" width="34" height="34" /> <span>Café Aurora</span>
    </p>
    <ul class="menu">
      ${menu.map((entry) => html`<li>${entry}</li>`)}
    </ul>
  </header>
`

const orderCard = (texts: ShopTexts) => html`
  <section class="order" aria-labelledby="thanks">
    <img class="bag" src="/demo/bag.svg" alt="" width="80" height="100" />
    <div>
      <p class="number">${texts.order}</p>
      <h1 id="thanks">${texts.thanks}</h1>
      <p class="line"><span>${texts.coffee}</span> <b>${texts.price}</b></p>
      <ol class="steps">
        ${texts.steps.map(
          (step, index) => html`<li class="${index < 2 ? 'done' : 'next'}">${step}</li>`,
        )}
      </ol>
    </div>
  </section>
`
